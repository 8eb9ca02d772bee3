// Where the reader is: view, query, desk and open item, in the address, so that it can be kept and sent.

class Place extends EventTarget {
  constructor() {
    super();
    this.#read();
    addEventListener('popstate', () => {
      this.#read();
      this.dispatchEvent(new Event('change'));
    });
  }

  #read() {
    const parameters = new URLSearchParams(location.search);
    this.view = parameters.get('view') || 'wire';
    this.query = parameters.get('q') || '';
    this.desk = parameters.get('desk') || '';
    this.item = parameters.get('item') || '';
  }

  /** Goes there; a step that Back takes again, unless `replace`. */
  go(changes, replace = false) {
    Object.assign(this, changes);
    const address = this.address();
    if (address !== location.pathname + location.search) {
      history[replace ? 'replaceState' : 'pushState'](null, '', address);
    }
    this.dispatchEvent(new Event('change'));
  }

  address(changes = {}) {
    const {view, query, desk, item} = {...this, ...changes};
    const parameters = new URLSearchParams();
    if (view !== 'wire') parameters.set('view', view);
    if (query) parameters.set('q', query);
    if (desk) parameters.set('desk', desk);
    if (item) parameters.set('item', item);
    const text = parameters.toString();
    return text ? `/?${text}` : '/';
  }
}

export const place = new Place();
