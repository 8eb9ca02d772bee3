// The page: head, views, keys.
import {css, html, nothing} from 'lit';
import './page/style.js';
import './article/article.js';
import './lines/lines.js';
import './orders/kills.js';
import './search/facets.js';
import './wire/list.js';
import {get} from './page/api.js';
import {choices} from './page/choices.js';
import {adopt, Part} from './page/element.js';
import {askName} from './page/name.js';
import {place} from './page/place.js';
import {showChoices} from './page/settings.js';
import {showKeys} from './keys/help.js';
import {Keys} from './keys/keys.js';
import {marks} from './marks/marks.js';
import {openOrders} from './orders/orders.js';
import {showSaved} from './search/saved.js';
import {startAlerts} from './wire/alerts.js';
import {store} from './wire/store.js';
import {view} from './wire/view.js';

const VIEWS = {wire: 'Wire', held: 'Held', lines: 'Lines'};
const TYPING = 150;

class App extends Part {
  #desks = [];
  #typing = 0;
  #last = ''; // what was last taken back, for the head
  #keys = new Keys(
    {
      j: {text: 'next item', run: () => this.#step(1)},
      k: {text: 'item before', run: () => this.#step(-1)},
      o: {text: 'open the item', run: () => this.#openCursor()},
      Enter: {text: 'open the item', run: () => this.#openCursor()},
      n: {text: 'show what is new', run: () => this.#release()},
      '/': {text: 'search', run: () => this.querySelector('#query').focus()},
      x: {text: 'select the item', run: () => view.cursor && view.select(view.cursor)},
      t: {text: 'take the item, or give it back', run: () => this.#take()},
      e: {text: 'order: kill, withhold, embargo, release', run: () => openOrders(view.targets())},
      ' ': {text: 'scroll the article, then the next item', run: () => this.#space()},
      Escape: {text: 'close the article, leave a field', run: () => this.#escape()},
      '?': {text: 'all keys', run: () => showKeys(this.#keys)},
    },
    {
      w: {text: 'the wire', run: () => place.go({view: 'wire', desk: ''})},
      h: {text: 'killed and held', run: () => place.go({view: 'held'})},
      l: {text: 'lines', run: () => place.go({view: 'lines'})},
      s: {text: 'searches', run: () => showSaved()},
      c: {text: 'choices', run: () => showChoices()},
      g: {text: 'the newest item', run: () => this.#newest()},
    },
  );

  constructor() {
    super();
    this.follow(view, place, store, choices);
    store.addEventListener('turn', ({detail: {row}}) => {
      if (row.state !== 'PUBLISHED') this.#last = takenBack(row);
    });
    this.addEventListener('wd-take', () => this.#take());
  }

  firstUpdated() {
    store.start(place.view === 'wire' ? place.desk : '');
    startAlerts();
    store.addEventListener('open', () => {
      this.#readDesks();
      marks.start();
    });
  }

  async #readDesks() {
    try {
      this.#desks = (await get('/desks')).desks.filter((desk) => desk.title);
    } catch {
      this.#desks = []; // the list says what is wrong
    }
    this.requestUpdate();
  }

  willUpdate() {
    this.classList.toggle('split', Boolean(place.item) && place.view !== 'lines');
    document.title = view.waiting.length ? `(${view.waiting.length}) Wiredesk` : 'Wiredesk';
  }

  render() {
    const lines = place.view === 'lines';
    return html`${this.#head(lines)}
      ${lines ? html`<wd-lines></wd-lines>` : html`<main class="desk">
        <wd-facets></wd-facets>
        <wd-list></wd-list><wd-article></wd-article></main>`}`;
  }

  #head(lines) {
    return html`<header class="head">
      <h1>Wiredesk</h1>
      <nav aria-label="Views">${Object.entries(VIEWS).map(([name, title]) => this.#tab(title, {view: name, desk: '', ...(name === 'lines' ? {item: ''} : {})},
        place.view === name && !place.desk))}
        ${this.#desks.map((desk) => this.#tab(desk.title.split(',')[0], {view: 'wire', desk: desk.name}, place.view === 'wire' && place.desk === desk.name, desk.title))}</nav>
      <form role="search" @submit=${(event) => event.preventDefault()}>
        <input id="query" type="search" aria-label="Search the list" placeholder="search: words, &quot;a phrase&quot;, -not, section:sport"
          autocomplete="off" spellcheck="false" .value=${place.query} @input=${(event) => this.#search(event.target.value)}></form>
      <span class="tools"><button class="plain" @click=${() => showSaved()}>Searches</button>
        <button class="plain" @click=${() => showChoices()}>Choices</button>
        <button class="plain" @click=${() => showKeys(this.#keys)} aria-label="Keys">?</button></span>
    </header>
    <div class="state">${lines ? nothing : this.#pill()}<wd-kills></wd-kills>
      <p role="status" class=${store.state === 'live' && !store.problem ? 'soft' : 'down'}>${this.#status()}</p>
      <p class="last" role="log" aria-label="Taken back last" dir="auto">${this.#last}</p>
      ${view.selected.size ? html`<span>${view.selected.size} selected
        <button @click=${() => openOrders(view.targets())}>Order …</button><button @click=${() => view.clear()}>None</button></span>` : nothing}
    </div>`;
  }

  #tab(title, target, current, hint = '') {
    return html`<a href=${place.address(target)} title=${hint || nothing} aria-current=${current ? 'page' : nothing} @click=${(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      place.go(target);
    }}>${title}</a>`;
  }

  #pill() {
    const {length} = view.waiting;
    const back = view.waiting.filter((row) => row.state !== 'PUBLISHED').length;
    return html`<button id="new" class=${back ? 'danger' : 'strong'} ?disabled=${!length}
      @click=${() => this.#release()}>${back ? `${length} new, ${back} taken back` : `${length} new`}</button>`;
  }

  #status() {
    if (store.problem) return store.problem;
    if (store.state !== 'live') return 'connecting …';
    return `live · ${view.rows.length}${store.complete ? '' : '+'} items`;
  }

  #search(text) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => place.go({query: text}, true), TYPING);
  }

  #step(by) {
    const row = view.move(by);
    this.#list()?.reveal();
    if (row && place.item && row.uri !== place.item) place.go({item: row.uri}, true);
  }

  #openCursor() {
    if (!view.cursor || view.index() < 0) view.move(0);
    if (view.cursor) place.go({item: view.cursor});
  }

  #release() {
    store.release();
    this.#list()?.toTop();
  }

  #newest() {
    this.#release();
    if (view.rows.length) view.put(view.rows[0].uri);
  }

  #space() {
    if (!place.item) return this.#openCursor();
    if (!this.querySelector('wd-article')?.page()) this.#step(1);
    return true;
  }

  #escape() {
    if (document.activeElement?.matches('input')) document.activeElement.blur();
    else if (place.item) place.go({item: ''});
    else view.clear();
  }

  async #take() {
    if (!(choices.get('name') || (await askName()))) return;
    for (const row of view.targets()) {
      const {takenBy} = marks.of(row.uri);
      await marks.set(row.uri, 'taken', takenBy !== choices.get('name'));
    }
  }

  #list() {
    return this.querySelector('wd-list');
  }
}

const takenBack = (row) => [row.state === 'CANCELED' ? 'KILLED:' : 'HELD:', row.headline, '·', row.slug, '·', row.agency, '—', row.reason]
  .filter(Boolean).join(' ');

adopt(css`
  wd-app { display: grid; grid-template: auto 28px minmax(0, 1fr) / minmax(0, 1fr); height: 100%; }
  .head { display: flex; align-items: center; gap: 6px 14px; padding: 5px 12px; border-bottom: 1px solid var(--rule); min-height: 38px; }
  .head h1 { font: 700 18px/1 Georgia, serif; }
  .head nav { display: flex; gap: 2px; overflow-x: auto; flex: 0 1 auto; min-width: 60px; scrollbar-width: none; }
  .head nav a { white-space: nowrap; padding: 3px 8px; border-radius: 4px; text-decoration: none; color: var(--ink); border: 1px solid transparent; }
  .head form { flex: 1 1 220px; }
  .head #query { width: 100%; }
  .head .tools { display: flex; gap: 2px; flex: none; }
  .state { display: flex; align-items: center; gap: 12px; padding: 0 12px; overflow: hidden; white-space: nowrap; border-bottom: 1px solid var(--rule); }
  .state p { overflow: hidden; text-overflow: ellipsis; }
  .state .down { color: var(--alert); font-weight: 600; }
  .state .last { flex: 1; color: var(--alert); font-weight: 600; }
  .state #new { width: 176px; flex: none; text-align: start; }
  .state #new:disabled { background: var(--chip); color: var(--soft); border-color: var(--rule); font-weight: 400; cursor: default; }
  .desk { display: grid; grid-template-columns: auto minmax(0, 1fr); min-height: 0; }
  wd-facets { width: 170px; }
  wd-list { grid-column: 2; }
  wd-app:not(.split) wd-article { display: none; }
  wd-app.split .desk { grid-template-columns: auto minmax(0, 1.15fr) minmax(0, 1fr); }
  wd-app.split wd-article { grid-column: 3; }
  @media (max-width: 700px) {
    .head { flex-wrap: wrap; gap: 4px 6px; padding: 5px 8px; }
    .head h1 { font-size: 16px; }
    .head nav a { padding: 3px 5px; }
    .head form { order: 3; flex: 1 1 100%; }
    .head nav { flex: 1 1 0; }
    .head .tools .plain { padding: 2px 4px; }
    wd-app.split .desk { grid-template-columns: minmax(0, 1fr); }
    wd-app.split wd-list { display: none; }
    wd-app.split wd-article { grid-column: 1; border: 0; }
    .desk { grid-template-columns: minmax(0, 1fr); }
    wd-list { grid-column: 1; }
    .article { padding: 0 14px 40px; }
  }
`);
customElements.define('wd-app', App);
