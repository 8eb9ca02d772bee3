// What the list shows of the store: query and desk applied, the row under the cursor, the rows selected.
import {place} from '../page/place.js';
import {tests} from '../search/query.js';
import {passesAlways} from '../wire/row.js';
import {store} from '../wire/store.js';

class View extends EventTarget {
  rows = [];
  waiting = [];
  cursor = '';
  selected = new Set();
  #query = null;
  #tests = [];

  constructor() {
    super();
    store.addEventListener('change', () => this.#compute());
    place.addEventListener('change', () => this.#placeChanged());
    this.cursor = place.item;
  }

  matches(row) {
    if (place.view === 'held') return row.state !== 'PUBLISHED';
    if (passesAlways(row)) return true;
    return (!place.desk || row.desks.includes(place.desk)) && this.#tests.every((holds) => holds(row));
  }

  index() {
    return this.rows.findIndex((row) => row.uri === this.cursor);
  }

  /** The row `by` further; the first or last where the list ends. */
  move(by) {
    if (this.rows.length === 0) return null;
    const at = this.index();
    const to = at < 0 ? 0 : Math.min(this.rows.length - 1, Math.max(0, at + by));
    this.put(this.rows[to].uri);
    return this.rows[to];
  }

  put(uri) {
    this.cursor = uri;
    this.dispatchEvent(new Event('change'));
  }

  select(uri) {
    this.selected = new Set(this.selected);
    this.selected.delete(uri) || this.selected.add(uri);
    this.dispatchEvent(new Event('change'));
  }

  clear() {
    this.selected = new Set();
    this.dispatchEvent(new Event('change'));
  }

  /** What an action is on: the selected rows, else that under the cursor. */
  targets() {
    const uris = this.selected.size ? [...this.selected] : [this.cursor || place.item];
    return uris.map((uri) => store.row(uri)).filter(Boolean);
  }

  #placeChanged() {
    store.open(place.view === 'wire' ? place.desk : '');
    this.#compute();
  }

  #compute() {
    if (this.#query !== place.query) {
      this.#query = place.query;
      this.#tests = tests(place.query);
    }
    this.rows = store.rows.filter((row) => this.matches(row));
    this.waiting = store.waiting.filter((row) => this.matches(row));
    this.dispatchEvent(new Event('change'));
  }
}

export const view = new View();
