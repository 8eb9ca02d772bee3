// The list: only the rows in sight are in the document, each where its place in the list puts it.
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {choices} from '../page/choices.js';
import {adopt, Part} from '../page/element.js';
import {place} from '../page/place.js';
import {clock, iso} from '../page/times.js';
import {marks} from '../marks/marks.js';
import {direction, isAlert} from '../wire/row.js';
import {store} from '../wire/store.js';
import {view} from '../wire/view.js';

const HEIGHTS = {compact: 24, roomy: 44};
const BEYOND = 12; // rows above and below what is in sight
// styles are set as a property: the policy forbids the attribute
const NARROW = matchMedia('(max-width: 700px)');
const PLACE = 'wiredesk.place';
const MOST_FOR_QUERY = 60;

class WireList extends Part {
  #top = 0;
  #height = 800;
  #sizes = new ResizeObserver(() => this.#measure());
  #restore = sessionStorage.getItem(PLACE) || '';

  constructor() {
    super();
    this.follow(view, choices, marks);
    NARROW.addEventListener('change', () => this.requestUpdate());
  }

  get rowHeight() {
    return HEIGHTS[NARROW.matches ? 'roomy' : choices.get('density')] || HEIGHTS.compact;
  }

  /** Scrolls as little as is needed to have the cursor's row in sight. */
  reveal() {
    const at = view.index();
    const box = this.firstElementChild;
    if (at < 0 || !box) return;
    const start = at * this.rowHeight;
    if (start < box.scrollTop) box.scrollTop = start;
    else if (start + this.rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = start + this.rowHeight - box.clientHeight;
    this.#measure();
  }

  toTop() {
    this.firstElementChild.scrollTop = 0;
    this.#measure();
  }

  firstUpdated() {
    this.#sizes.observe(this);
    addEventListener('pagehide', () => this.#keepPlace());
  }

  updated() {
    this.#measure();
    this.#fill();
    this.#restorePlace();
  }

  render() {
    const height = this.rowHeight;
    const first = Math.max(0, Math.floor(this.#top / height) - BEYOND);
    const last = Math.min(view.rows.length, Math.ceil((this.#top + this.#height) / height) + BEYOND);
    const columns = new Set(choices.get('columns'));
    return html`<div class="scroller" @scroll=${() => this.#measure()} tabindex="-1">
      <div class="rows ${height > 30 ? 'roomy' : ''}" role="listbox" aria-label="Items, newest first" tabindex="0"
          aria-activedescendant=${view.index() >= first && view.index() < last ? `row-${view.index()}` : nothing}
          .style=${`height: ${view.rows.length * height}px`}>
        ${repeat(view.rows.slice(first, last), (row) => row.uri, (row, i) => this.#row(row, first + i, columns, height))}
      </div>
      ${view.rows.length ? nothing : html`<p class="empty soft">${this.#emptiness()}</p>`}
    </div>`;
  }

  #emptiness() {
    if (store.loading || store.state === 'connecting') return 'Reading the wire …';
    if (store.rows.length) return 'No item on this list matches.';
    return 'Nothing is public yet. Items appear here as soon as they are.';
  }

  #row(row, at, columns, height) {
    const gone = row.state !== 'PUBLISHED';
    const mark = marks.of(row.uri);
    const classes = ['row', gone ? 'gone' : '', isAlert(row) ? 'urgent' : '', row.changed ? 'turned' : '',
      row.uri === view.cursor ? 'cursor' : '', view.selected.has(row.uri) ? 'selected' : '', mark.seenByMe ? 'seen' : ''];
    const cell = (name, value) => (columns.has(name) ? value : nothing);
    return html`<div class=${classes.join(' ')} role="option" id="row-${at}" data-uri=${row.uri}
        aria-selected=${String(row.uri === view.cursor)} aria-setsize=${view.rows.length} aria-posinset=${at + 1}
        .style=${`transform: translateY(${at * height}px); height: ${height}px`}
        @click=${(event) => this.#click(event, row)}>
      ${cell('time', html`<time datetime=${iso(row.time)} title=${iso(row.time)}>${clock(row.time)}</time>`)}
      ${cell('urgency', html`<span class="urgency">${row.urgency ?? ''}</span>`)}
      ${cell('kind', html`<span class="kind">${kind(row)}</span>`)}
      ${cell('agency', html`<span class="agency" title=${row.agency}>${row.agency}</span>`)}
      ${cell('slug', html`<span class="slug" dir="auto">${row.slug}</span>`)}
      <span class="headline" lang=${row.language || nothing} dir=${direction(row.language)}>${taken(mark)}<span
        class="words">${row.headline}</span>${gone && row.reason ? html`<span class="reason"> — ${row.reason}</span>` : nothing}</span>
      ${cell('section', html`<span class="section">${row.sections.slice(0, 2).join(' ')}</span>`)}
      ${cell('size', html`<span class="size">${row.words || ''}</span>`)}
    </div>`;
  }

  #click(event, row) {
    view.put(row.uri);
    if (event.ctrlKey || event.metaKey) view.select(row.uri);
    else place.go({item: row.uri});
  }

  #measure() {
    const box = this.firstElementChild;
    if (!box || (box.scrollTop === this.#top && box.clientHeight === this.#height)) return;
    this.#top = box.scrollTop;
    this.#height = box.clientHeight;
    this.requestUpdate();
    this.#fill();
  }

  /** Older rows before the reader comes to the end, and enough of them for a query that few match. */
  #fill() {
    const box = this.firstElementChild;
    const near = box && box.scrollHeight - box.scrollTop - box.clientHeight < 40 * this.rowHeight;
    if (near && (!place.query || view.rows.length < MOST_FOR_QUERY || box.scrollTop > 0)) store.older();
  }

  #keepPlace() {
    const top = view.rows[Math.floor(this.#top / this.rowHeight)];
    sessionStorage.setItem(PLACE, top && this.#top > 0 ? top.uri : '');
  }

  /** After a reload: the row that was at the top, as soon as it is loaded. */
  #restorePlace() {
    if (!this.#restore || !view.rows.length) return;
    const at = view.rows.findIndex((row) => row.uri === this.#restore);
    if (at < 0 && !store.complete && view.rows.length < 5_000) {
      store.older();
      return;
    }
    this.#restore = '';
    if (at > 0) this.firstElementChild.scrollTop = at * this.rowHeight;
  }
}

function kind(row) {
  if (row.kind === 'kill') return html`<b class="chip gone">KILLED</b>`;
  if (row.kind === 'hold') return html`<b class="chip gone">HELD</b>`;
  if (row.kind === 'correction') return html`<b class="chip corrected">CORR</b>`;
  if (isAlert(row)) return html`<b class="chip alert">ALERT</b>`;
  return row.kind === 'news' ? nothing : html`<span class="chip">${row.kind}</span>`;
}

const taken = (mark) => (mark.takenBy ? html`<b class="chip taken" title="taken by ${mark.takenBy}">✋ ${mark.takenBy}</b> ` : nothing);

adopt(css`
  wd-list { display: block; min-height: 0; min-width: 0; }
  wd-list .scroller { height: 100%; overflow-y: auto; overflow-x: hidden; overflow-anchor: none; contain: strict; background: var(--card); }
  wd-list .rows { position: relative; }
  wd-list .row { position: absolute; inset: 0 0 auto 0; display: flex; align-items: center; gap: 8px; padding: 0 10px;
    border-bottom: 1px solid var(--rule); white-space: nowrap; cursor: default; contain: strict; }
  wd-list .row > * { flex: none; overflow: hidden; text-overflow: ellipsis; }
  wd-list time { width: 78px; font-variant-numeric: tabular-nums; color: var(--soft); text-align: end; }
  wd-list .urgency { width: 12px; text-align: center; color: var(--soft); }
  wd-list .kind { width: 68px; }
  wd-list .agency { width: 86px; color: var(--soft); }
  wd-list .slug { width: 130px; color: var(--soft); }
  wd-list .headline { flex: 1 1 0; min-width: 0; }
  wd-list .section { width: 92px; color: var(--soft); }
  wd-list .size { width: 34px; text-align: end; color: var(--soft); font-variant-numeric: tabular-nums; }
  wd-list .row.urgent .words { font-weight: 700; color: var(--alert); }
  wd-list .row.gone { background: var(--old); }
  wd-list .row.gone .words { text-decoration: line-through; }
  wd-list .row.gone :is(time, .agency, .slug, .section), wd-list .row.gone .reason { color: var(--ink); }
  wd-list .row.seen .words { color: var(--soft); }
  wd-list .row.turned:not(.gone) time::before { content: "↻ "; color: var(--accent); }
  wd-list .row.cursor { background: var(--pick); box-shadow: inset 3px 0 var(--accent); }
  wd-list .row.cursor > :not(.headline) { color: var(--ink); }
  wd-list .row.gone.cursor { background: var(--old); box-shadow: inset 3px 0 var(--alert); }
  wd-list .row.selected::after { content: "✓"; position: absolute; inset-inline-start: 4px; color: var(--accent); font-weight: 700; }
  wd-list .chip.taken { background: var(--warm); color: var(--card); }
  wd-list .empty { padding: 24px; }
  wd-app.split wd-list :is(.section, .size) { display: none; }
  wd-list .roomy .row { flex-wrap: wrap; align-content: center; gap: 0 8px; }
  wd-list .roomy .headline { order: -1; flex: 1 1 100%; font-size: 14px; }
  wd-list .roomy time { text-align: start; width: auto; font-size: 12px; }
  wd-list .roomy :is(.kind, .agency, .section, .urgency) { width: auto; max-width: 110px; font-size: 12px; }
  wd-list .roomy .slug { flex: 0 1 auto; width: auto; min-width: 0; font-size: 12px; }
  @media (max-width: 700px) { wd-list .row { padding: 0 8px; } wd-list :is(.section, .size) { display: none; } }
  @media (max-width: 1600px) { wd-app.split wd-list .slug { width: 90px; } }
`);
customElements.define('wd-list', WireList);
