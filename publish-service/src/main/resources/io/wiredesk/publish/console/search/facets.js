// What the rows in the list are made of, beside it: a click shows only these, Alt-click all but these.
import {css, html, nothing} from 'lit';
import {adopt, Part} from '../page/element.js';
import {place} from '../page/place.js';
import {hasTerm, withoutTerm, withTerm} from '../search/query.js';
import {view} from '../wire/view.js';

const FACETS = {
  section: (row) => row.sections,
  agency: (row) => [row.agency],
  kind: (row) => [row.kind],
  urgency: (row) => [row.urgency],
  language: (row) => [row.language],
  desk: (row) => row.desks,
};
const MOST = 8;
const PAUSE = 500;

class Facets extends Part {
  #counts = {};
  #due = 0;

  constructor() {
    super();
    this.follow(place);
    view.addEventListener('change', () => this.#count());
  }

  /** Not with every row that comes. */
  #count() {
    this.#due ||= setTimeout(() => {
      this.#due = 0;
      this.#counts = Object.fromEntries(Object.entries(FACETS).map(([name, of]) => [name, top(of)]));
      this.requestUpdate();
    }, PAUSE);
  }

  render() {
    return html`<h2 class="unseen">What the list is made of</h2>${Object.entries(this.#counts).map(([name, values]) => values.length
      ? html`<section><h3>${name}</h3>${values.map(([value, count]) => this.#value(name, value, count))}</section>`
      : nothing)}`;
  }

  #value(name, value, count) {
    const [only, not] = [hasTerm(place.query, name, value), hasTerm(place.query, name, value, true)];
    const go = (event) => place.go({
      query: event.altKey ? withTerm(place.query, name, value, true) : only || not
        ? withoutTerm(place.query, name, value) : withTerm(place.query, name, value),
    });
    return html`<button class="plain ${not ? 'not' : ''}" aria-pressed=${String(only)} @click=${go}
      title="Click: only these. Alt-click: not these."><span dir="auto">${value}</span><span class="soft">${count}</span></button>`;
  }
}

function top(of) {
  const counts = new Map();
  for (const row of view.rows) {
    for (const value of of(row)) if (value) counts.set(String(value), (counts.get(String(value)) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, MOST);
}

adopt(css`
  wd-facets { display: block; overflow-y: auto; padding: 6px 8px 20px; border-inline-end: 1px solid var(--rule); }
  wd-facets h3 { font-size: 11px; color: var(--soft); text-transform: uppercase; letter-spacing: .06em; margin: 8px 0 2px; }
  wd-facets button { display: flex; justify-content: space-between; gap: 6px; width: 100%; padding: 1px 5px; text-align: start; }
  wd-facets button > :first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  wd-facets .not { text-decoration: line-through; }
  @media (max-width: 1600px) { wd-app.split wd-facets { display: none; } }
  @media (max-width: 1000px) { wd-facets { display: none; } }
`);
customElements.define('wd-facets', Facets);
