// Who has taken or seen an item, and notes on it: shared by all readers of the service.
import {get, itemPath, post} from '../page/api.js';
import {choices} from '../page/choices.js';
import {store} from '../wire/store.js';

const NONE = Object.freeze({takenBy: '', seen: [], notes: []});

class Marks extends EventTarget {
  #byUri = new Map();

  constructor() {
    super();
    store.addEventListener('mark', (event) => this.#take(event.detail));
  }

  /** Reads all of them: what changed while the line was down is among it. */
  async start() {
    try {
      const {marks} = await get('/marks');
      this.#byUri.clear();
      marks.forEach((mark) => this.#put(mark));
      this.#changed();
    } catch {
      // the list says that the service does not answer; the next line up reads again
    }
  }

  of(uri) {
    const marks = this.#byUri.get(uri);
    if (!marks) return {...NONE, seenByMe: false};
    const all = [...marks.values()];
    const me = choices.get('name');
    const seen = all.filter((mark) => mark.kind === 'seen').map((mark) => mark.by);
    return {
      takenBy: all.find((mark) => mark.kind === 'taken')?.by || '',
      seen,
      seenByMe: seen.includes(me),
      notes: all.filter((mark) => mark.kind === 'note').sort((a, b) => a.at.localeCompare(b.at)),
    };
  }

  /** Sets a mark, or takes it away; resolves once the service has it. */
  async set(uri, kind, on, note = '') {
    const by = choices.get('name');
    return post(itemPath(uri, '/marks'), {kind, by, on, ...(note ? {note} : {})});
  }

  #take(mark) {
    this.#put(mark);
    this.#changed();
  }

  #put(mark) {
    if (!this.#byUri.has(mark.uri)) this.#byUri.set(mark.uri, new Map());
    const marks = this.#byUri.get(mark.uri);
    const key = mark.kind === 'taken' ? 'taken' : `${mark.kind} ${mark.by} ${mark.kind === 'note' ? mark.at : ''}`;
    if (mark.on) marks.set(key, mark);
    else marks.delete(key);
    if (marks.size === 0) this.#byUri.delete(mark.uri);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const marks = new Marks();
