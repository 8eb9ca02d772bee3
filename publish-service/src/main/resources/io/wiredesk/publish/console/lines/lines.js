// The lines: one row a feed, from the rows that are loaded; and what could not be read.
import {css, html, nothing} from 'lit';
import {get} from '../page/api.js';
import {adopt, Part} from '../page/element.js';
import {clock, iso, span} from '../page/times.js';
import {board} from '../lines/board.js';
import {store} from '../wire/store.js';

const EVERY = 5_000;

class Lines extends Part {
  #letters = null;
  #problem = '';
  #timer = 0;
  #open = '';
  #raw = '';

  constructor() {
    super();
    this.follow(store);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
    this.#timer = setInterval(() => this.#read(), EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #read() {
    try {
      this.#letters = (await get('/dead-letters')).letters;
      this.#problem = '';
    } catch (error) {
      this.#problem = error.message;
    }
    this.requestUpdate();
  }

  render() {
    return html`<main class="lines" tabindex="-1">
      <h2>Lines</h2>${this.#board()}
      <h2>Could not be read</h2>
      ${this.#problem ? html`<p role="status" class="band">${this.#problem}</p>` : nothing}
      ${this.#letters ? this.#deadLetters() : nothing}
    </main>`;
  }

  #board() {
    const rows = [...store.waiting, ...store.rows];
    const lines = board(rows, Date.now());
    if (!lines.length) return html`<p class="soft">No line has brought anything yet.</p>`;
    return html`<p class="soft">From the ${rows.length} newest items, back to ${clock(rows[rows.length - 1].time)}. What ingest receives,
        drops as duplicates and waits for is on its own <code>/feeds</code>.</p>
      <div class="wide" tabindex="0" role="region" aria-label="Lines"><table class="plain">
      <thead><tr><th scope="col">feed</th><th scope="col">agencies</th><th scope="col">last item</th>
        <th scope="col">last hour</th><th scope="col" class="number">items</th><th scope="col" class="number">taken back</th></tr></thead>
      <tbody>${lines.map((line) => this.#line(line))}</tbody></table></div>`;
  }

  #line(line) {
    return html`<tr class=${line.silent ? 'bad' : ''}>
      <th scope="row">${line.name}</th><td>${line.agencies.join(', ')}</td>
      <td><time datetime=${iso(line.last)} title=${iso(line.last)}>${clock(line.last)}</time>
        <span class="soft">${span(Date.now() - line.last)} ago</span>
        ${line.silent ? html`<br><b class="chip alert">SILENT</b> <span class="reason">longest pause before: ${span(line.pause)}</span>` : nothing}</td>
      <td>${plot(line.perFiveMinutes)}</td><td class="number">${line.items}</td><td class="number">${line.takenBack}</td></tr>`;
  }

  #deadLetters() {
    if (!this.#letters.length) return html`<p class="soft">Nothing: every wire was read.</p>`;
    return html`<p class="soft">The newest. Once the reason is mended: <code>wiredesk dead-letters redrive</code>.</p>
      <div class="wide" tabindex="0" role="region" aria-label="Dead letters"><table class="plain">
      <thead><tr><th scope="col">when</th><th scope="col">feed</th><th scope="col">came as</th><th scope="col">reason</th>
        <th scope="col">what is wrong</th><th scope="col">bytes</th></tr></thead>
      <tbody>${this.#letters.map((letter) => this.#letter(letter))}</tbody></table></div>`;
  }

  #letter(letter) {
    const at = `${letter.partition}/${letter.offset}`;
    return html`<tr><td><time datetime=${letter.failedAt} title=${letter.failedAt}>${clock(letter.failedAt)}</time></td>
      <td>${letter.feed || '—'}</td><td dir="auto">${letter.sourceName || '—'}</td><td><span class="chip">${letter.reason}</span></td>
      <td dir="auto">${letter.message}</td>
      <td><button @click=${() => this.#look(at)} aria-expanded=${String(this.#open === at)}>${this.#open === at ? 'Hide' : 'Raw'}</button></td></tr>
      ${this.#open === at ? html`<tr><td colspan="6"><pre tabindex="0" dir="auto">${this.#raw}</pre></td></tr>` : nothing}`;
  }

  async #look(at) {
    this.#open = this.#open === at ? '' : at;
    this.#raw = 'Reading …';
    this.requestUpdate();
    if (!this.#open) return;
    try {
      const {text, size} = await get(`/dead-letters/${at}`);
      this.#raw = text || `(nothing; ${size} bytes in all)`;
    } catch (error) {
      this.#raw = error.message;
    }
    this.requestUpdate();
  }
}

/** Twelve bars, five minutes each, the newest on the right. */
function plot(counts) {
  const most = Math.max(1, ...counts);
  const sum = counts.reduce((a, b) => a + b, 0);
  const path = counts.map((n, i) => `M${i * 7} 20v-${Math.round((n / most) * 18)}h5v${Math.round((n / most) * 18)}z`).join('');
  return html`<svg width="84" height="20" viewBox="0 0 84 20" role="img" aria-label="${sum} items in the last hour"><path d=${path}></path></svg>
    <span class="number">${sum}</span>`;
}

adopt(css`
  wd-lines { display: block; min-height: 0; overflow: auto; background: var(--card); }
  .lines { padding: 12px 18px 40px; }
  .lines h2 { font-size: 16px; margin: 12px 0 6px; }
  .lines .wide { overflow-x: auto; }
  .lines .band { background: var(--chip); padding: 5px 9px; border-radius: 4px; margin: 6px 0; }
  .lines .bad th, .lines .reason { color: var(--alert); }
  .lines svg path { fill: var(--accent); }
  .lines td:last-child { white-space: nowrap; }
  .lines pre { max-height: 40vh; overflow: auto; background: var(--paper); padding: 8px; margin: 0; white-space: pre-wrap;
    font: 12px/1.4 ui-monospace, monospace; max-width: calc(100vw - 60px); }
`);
customElements.define('wd-lines', Lines);
