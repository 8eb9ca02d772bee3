// What a person has chosen on this browser; kept in its local storage, as text.

const NAME = 'wiredesk.choices';

const DEFAULTS = {
  density: 'compact',
  columns: ['time', 'urgency', 'kind', 'agency', 'slug', 'headline', 'section', 'size'],
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  sound: [],
  notify: [],
  name: '',
  searches: [],
};

function read() {
  try {
    return {...DEFAULTS, ...JSON.parse(localStorage.getItem(NAME) || '{}')};
  } catch {
    return {...DEFAULTS};
  }
}

class Choices extends EventTarget {
  #values = read();

  get(name) {
    return this.#values[name];
  }

  set(name, value) {
    this.#values = {...this.#values, [name]: value};
    localStorage.setItem(NAME, JSON.stringify(this.#values));
    this.dispatchEvent(new Event('change'));
  }

  toggle(name, value) {
    const now = this.get(name);
    this.set(name, now.includes(value) ? now.filter((each) => each !== value) : [...now, value]);
  }
}

export const choices = new Choices();
export const ALL_COLUMNS = DEFAULTS.columns;
