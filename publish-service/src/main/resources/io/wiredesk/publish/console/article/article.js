// The open article. It stays open whatever happens to the item: changes are marked, a kill turns it in its place.
import {html, nothing} from 'lit';
import {get, itemPath} from '../page/api.js';
import {choices} from '../page/choices.js';
import {Part} from '../page/element.js';
import {place} from '../page/place.js';
import {clock, iso, moment, span} from '../page/times.js';
import {body, compare, term} from '../article/body.js';
import {media} from '../article/media.js';
import {provenance} from '../article/provenance.js';
import '../article/style.js';
import {marks} from '../marks/marks.js';
import {notes} from '../marks/notes.js';
import {openOrders} from '../orders/orders.js';
import {direction, rowOf, titleOf} from '../wire/row.js';
import {store} from '../wire/store.js';

const SETTLE = 60; // milliseconds that a cursor rests before its article is fetched

class Article extends Part {
  #uri = '';
  #last = null; // what is shown: {item, desk}
  #change = null; // {fresh, gone, at}
  #problem = '';
  #timer = 0;
  #tick = 0;

  constructor() {
    super();
    this.follow(choices, marks);
    place.addEventListener('change', () => this.#open(place.item));
    store.addEventListener('turn', (event) => this.#turn(event.detail));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#open(place.item);
    this.#tick = setInterval(() => this.#last?.item?.embargoedUntil && this.requestUpdate(), 1_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  /** Scrolls on; false at the end of the copy. */
  page() {
    const box = this.firstElementChild;
    if (!box || box.scrollTop + box.clientHeight >= box.scrollHeight - 4) return false;
    box.scrollTop += box.clientHeight - 40;
    return true;
  }

  #open(uri) {
    if (uri === this.#uri) return;
    this.#uri = uri;
    this.#last = null;
    this.#change = null;
    this.#problem = '';
    clearTimeout(this.#timer);
    if (uri) this.#timer = setTimeout(() => this.#fetch(uri), SETTLE);
    if (this.firstElementChild) this.firstElementChild.scrollTop = 0;
    this.requestUpdate();
  }

  async #fetch(uri) {
    try {
      const {item, wiredesk} = await get(itemPath(uri));
      if (uri === this.#uri) this.#show(item, wiredesk);
      if (choices.get('name')) marks.set(uri, 'seen', true).catch(() => {});
    } catch (error) {
      if (uri !== this.#uri) return;
      if (error.answer?.wiredesk) this.#show(null, error.answer.wiredesk);
      else this.#problem = error.message;
    }
    this.requestUpdate();
  }

  #turn({row, item, desk}) {
    if (row.uri !== this.#uri) return;
    if (this.#last?.item && desk.state === 'PUBLISHED') {
      this.#change = {...compare(this.#last.desk, desk), at: desk.releasedAt};
    }
    this.#show(item, desk);
    this.requestUpdate();
  }

  #show(item, desk) {
    if (this.#last && this.#last.desk.sequence > desk.sequence) return;
    this.#last = {item, desk};
  }

  render() {
    if (!this.#uri) return html`<div class="article empty soft"><p>No article is open. <kbd>j</kbd> and <kbd>k</kbd> go through
      the list, <kbd>o</kbd> opens, <kbd>?</kbd> shows all keys.</p></div>`;
    const {item, desk} = this.#last || {};
    const row = desk ? rowOf(item, desk) : store.row(this.#uri);
    return html`<article class="article" tabindex="-1">
      <nav aria-label="Article"><button class="plain" @click=${() => place.go({item: ''})}>✕ <span class="unseen">Close the article</span></button>
        ${row ? this.#actions(row) : nothing}</nav>
      ${this.#problem ? html`<p class="band">${this.#problem}</p>` : nothing}
      ${!desk ? this.#before(row) : desk.state === 'PUBLISHED' ? this.#published(item, desk, row) : this.#takenBack(desk, row)}
    </article>`;
  }

  #before(row) {
    return row ? html`<h2 lang=${row.language || nothing} dir=${direction(row.language)}>${row.headline}</h2>` : nothing;
  }

  #actions(row) {
    const mark = marks.of(row.uri);
    return html`
      <button @click=${() => this.dispatchEvent(new CustomEvent('wd-take', {bubbles: true}))}
        aria-pressed=${String(Boolean(mark.takenBy))}>${mark.takenBy ? `Taken by ${mark.takenBy}` : 'Take'}</button>
      <button @click=${() => openOrders([row])}>Order …</button>`;
  }

  #published(item, desk, row) {
    const language = row.language;
    return html`
      <header>${facts(item, desk, row)}
        <h2 lang=${language || nothing} dir=${direction(language)}>${titleOf(item, desk)}</h2>
        ${(item.headlines || []).slice(1).map((each) => html`<p class="deck" lang=${language || nothing} dir=${direction(language)}>${each.value}</p>`)}
        ${item.by || item.located ? html`<p class="soft" dir="auto">${[item.by, item.located].filter(Boolean).join(' · ')}</p>` : nothing}
        ${changed(desk, this.#change)}
        ${embargo(item)}
        ${(desk.edNotes || []).map((note) => html`<p class="note" dir="auto"><b>Note to editors:</b> ${note.value}</p>`)}
      </header>
      ${terms(desk, row)}
      <div class="copy" lang=${language || nothing} dir=${direction(language)}>${body(desk, this.#change)}</div>
      ${media(item)}
      ${rights(item)}
      ${copies(desk, row)}
      ${notes(row.uri)}
      ${provenance(item, desk)}`;
  }

  #takenBack(desk, row) {
    const killed = desk.state === 'CANCELED';
    const known = store.row(this.#uri) || row;
    return html`<section class="killed" role="alert">
      <p class="verdict">${killed ? 'KILLED — must not be used' : 'WITHHELD — not to be used until further notice'}</p>
      <h2 dir="auto">${row.headline}</h2>
      <table class="plain"><tbody>
        <tr><th scope="row">slug</th><td dir="auto">${known.slug || '—'}</td></tr>
        <tr><th scope="row">agency</th><td>${known.agency || '—'}</td></tr>
        <tr><th scope="row">${row.by === 'HAND' ? 'reason of the desk' : 'the agency says'}</th><td dir="auto">${row.reason || '—'}</td></tr>
        <tr><th scope="row">since</th><td><time datetime=${desk.releasedAt} title=${iso(desk.releasedAt)}>${moment(desk.releasedAt)}</time></td></tr>
        <tr><th scope="row">went to desks</th><td>${known.desks.join(', ') || 'none'}</td></tr>
        <tr><th scope="row">uri</th><td>${desk.uri}</td></tr>
      </tbody></table></section>${notes(row.uri)}`;
  }
}

function facts(item, desk, row) {
  return html`<p class="facts">
    ${row.kind !== 'news' ? html`<b class="chip ${row.kind === 'correction' ? 'corrected' : row.kind === 'alert' ? 'alert' : ''}">${row.kind}</b>` : nothing}
    <time datetime=${desk.releasedAt} title=${iso(desk.releasedAt)}>${moment(desk.releasedAt)}</time>
    ${row.agency ? html`· ${term('agency', row.agency, row.agency)}` : nothing}
    ${row.slug ? html`· <span dir="auto">${row.slug}</span>` : nothing}
    · version ${item.version} ${row.urgency ? html`· urgency ${row.urgency}` : nothing} · ${row.words} words
    ${item.language ? html`· ${item.language}` : nothing}</p>`;
}

const changed = (desk, change) =>
  change || desk.change?.summary
    ? html`<p class="changed" role="status">${change ? html`<b>Changed ${clock(change.at)} while open.</b>` : nothing}
        ${desk.change?.summary ? html`Since version ${desk.previousVersion}: ${desk.change.summary}` : nothing}
        ${desk.change?.previousHeadline ? html` <del dir="auto">${desk.change.previousHeadline}</del>` : nothing}</p>`
    : nothing;

function embargo(item) {
  const left = item.embargoedUntil ? Date.parse(item.embargoedUntil) - Date.now() : 0;
  if (!item.embargoedUntil) return nothing;
  return html`<p class="note"><b>Embargo</b> ${left > 0 ? html`ends in <span class="countdown">${span(left)}</span>,` : 'ended'}
    <time datetime=${item.embargoedUntil} title=${item.embargoedUntil}>${moment(item.embargoedUntil)}</time></p>`;
}

const terms = (desk, row) => html`<p class="terms">
  ${row.sections.map((each) => term('section', each, each, 'chip'))}
  ${row.desks.map((each) => term('desk', each, `desk ${each}`, 'chip'))}
  ${(desk.enrichment?.entities || []).slice(0, 12).map((each) => term('entity', each.name, each.name, 'chip name'))}</p>`;

function rights(item) {
  const lines = [item.copyrightNotice, item.copyrightHolder && `© ${item.copyrightHolder}`, item.usageTerms,
    item.rightsInfo?.encodedRights].filter(Boolean);
  const link = item.rightsInfo?.linkedRights;
  return lines.length || link
    ? html`<section class="rights soft" aria-label="Rights">${lines.map((each) => html`<p dir="auto">${each}</p>`)}
        ${/^https?:/i.test(link || '') ? html`<p><a href=${link} rel="noopener noreferrer">${link}</a></p>` : nothing}</section>`
    : nothing;
}

function copies(desk, row) {
  const others = row.story ? store.rows.filter((each) => each.story === row.story && each.uri !== row.uri).slice(0, 20) : [];
  if (!others.length) return nothing;
  return html`<section class="copies" aria-label="Other copies of the story"><h3>Of the same story</h3>
    ${others.map((each) => html`<p><a href=${place.address({item: each.uri})} @click=${(event) => {
      event.preventDefault();
      place.go({item: each.uri});
    }}>${clock(each.time)} ${each.agency} — <span dir="auto">${each.headline}</span></a></p>`)}</section>`;
}

customElements.define('wd-article', Article);
