// The rows of the wire, newest first, kept current by /stream. What is new waits until the reader asks for it; what is
// shown turns in its place. Emits `open` when the line
// is up, `change`, and `turn` with every state that came by the stream.
import {get} from '../page/api.js';
import {rowOf, turned} from '../wire/row.js';
import {Line} from '../wire/line.js';

const MOST = 10_000;
const STRETCH = 200;

class Store extends EventTarget {
  rows = []; // shown, newest first
  waiting = []; // not yet, newest first
  state = 'connecting'; // connecting, live, lost
  problem = '';
  loading = false;
  complete = false; // nothing older is to be had
  #known = new Map();
  #next = null;
  #desk = '';
  #opened = 0;
  #due = false;
  #line = new Line({
    open: () => this.#connected(),
    lost: (problem) => this.#tell({state: 'lost', problem}),
    state: (item, desk) => this.take(item, desk),
    gap: () => this.#catchUp(),
    mark: (mark) => this.dispatchEvent(new CustomEvent('mark', {detail: mark})),
  });

  start(desk) {
    this.#desk = desk;
    this.#line.start();
  }

  /** The list of that desk, from its newest on; '' is the whole wire. */
  open(desk) {
    if (desk === this.#desk) return;
    this.#desk = desk;
    this.#reload();
  }

  row(uri) {
    return this.#known.get(uri);
  }

  /** Shows what waits. */
  release() {
    this.rows = [...this.waiting, ...this.rows];
    this.waiting = [];
    this.rows.splice(MOST).forEach((row) => this.#known.delete(row.uri));
    this.complete &&= this.rows.length < MOST;
    this.#changed();
  }

  /** A stretch of older rows. */
  async older() {
    if (this.loading || this.complete || this.rows.length >= MOST || !this.#next) return;
    await this.#load(this.#next);
  }

  /** A state that came; older than what is known it changes nothing. */
  take(item, desk) {
    const before = this.#known.get(desk.uri);
    if (before && before.sequence >= desk.sequence) return;
    const row = before ? turned(before, rowOf(item, desk)) : rowOf(item, desk);
    this.#known.set(row.uri, row);
    if (!before) {
      this.#insert(row);
    } else {
      row.changed = true;
      row.time = before.time; // stays where it is
      this.#replace(this.rows, before, row) || this.#replace(this.waiting, before, row);
    }
    this.dispatchEvent(new CustomEvent('turn', {detail: {row, before, item, desk}}));
    this.#changed();
  }

  #insert(row) {
    if (this.rows.length === 0 && this.waiting.length === 0 && !this.loading) {
      this.rows = [row];
      return;
    }
    this.waiting = [row, ...this.waiting];
    if (this.waiting.length > MOST) this.waiting.splice(MOST).forEach((each) => this.#known.delete(each.uri));
  }

  #replace(list, before, row) {
    const at = list.indexOf(before);
    if (at >= 0) list[at] = row;
    return at >= 0;
  }

  #connected() {
    this.#tell({state: 'live', problem: ''});
    this.dispatchEvent(new Event('open'));
    if (this.#opened++ === 0) {
      this.#reload();
    } else {
      this.#catchUp();
    }
  }

  async #reload() {
    this.rows = [];
    this.waiting = [];
    this.#known.clear();
    this.complete = false;
    this.loading = false;
    const desk = this.#desk ? `&desk=${encodeURIComponent(this.#desk)}` : '';
    // what was taken back belongs to every desk's reader
    if (desk) await this.#load('/items?state=canceled&state=withheld&limit=50', true);
    await this.#load(`/items?state=${desk ? 'published' : 'any'}&limit=${STRETCH}${desk}`);
  }

  async #load(link, aside = false) {
    const desk = this.#desk;
    this.loading = true;
    try {
      const page = await get(link);
      if (desk !== this.#desk) return;
      const fresh = page.items.map((item) => rowOf(item, page.wiredesk[item.uri])).filter((row) => !this.#known.has(row.uri));
      fresh.forEach((row) => this.#known.set(row.uri, row));
      this.rows = [...this.rows, ...fresh].sort((a, b) => b.time - a.time);
      if (!aside) {
        this.#next = page.next || null;
        this.complete = !this.#next;
      }
      this.problem = '';
    } catch (error) {
      this.problem = error.message;
    } finally {
      this.loading = false;
      this.#changed();
    }
  }

  /** What became public while the line was down: back to the first row that is known as it is. */
  async #catchUp() {
    try {
      let link = `/items?state=any&limit=${STRETCH}`;
      const missed = [];
      while (link) {
        const page = await get(link);
        const states = page.items.map((item) => [item, page.wiredesk[item.uri]]);
        const fresh = states.filter(([, desk]) => (this.#known.get(desk.uri)?.sequence ?? -1) < desk.sequence);
        missed.push(...fresh);
        link = fresh.length === states.length && missed.length < MOST ? page.next : null;
      }
      missed.reverse().forEach(([item, desk]) => this.take(item, desk));
      this.#tell({problem: ''});
    } catch (error) {
      this.#tell({problem: error.message});
    }
  }

  #tell(changes) {
    Object.assign(this, changes);
    this.#changed();
  }

  /** Once a frame at most. */
  #changed() {
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.dispatchEvent(new Event('change'));
    }, 16);
  }
}

export const store = new Store();
