// Kills and holds of the wire that wait for an editor, with the commands that settle them. Only who may give orders is told.
import {css, html, nothing, render} from 'lit';
import {get} from '../page/api.js';
import {adopt, Part} from '../page/element.js';

const EVERY = 15000;

class Kills extends Part {
  #open = [];
  #timer = 0;

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
      this.#open = (await get('/kills')).kills;
    } catch {
      this.#open = []; // not for this reader, or the list says what is wrong
    }
    this.requestUpdate();
  }

  render() {
    const {length} = this.#open;
    return length
      ? html`<button class="danger" @click=${() => this.#show()}>${length} ${length === 1 ? 'kill waits' : 'kills wait'}</button>`
      : nothing;
  }

  #show() {
    const dialog = document.createElement('dialog');
    dialog.className = 'kills';
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    render(html`<h2>Kills that wait for an editor</h2>${this.#open.map(kill)}
      <p><button @click=${() => dialog.close()}>Close</button></p>`, dialog);
    dialog.showModal();
  }
}

const kill = (each) => html`<article>
  <h3 dir="auto">${each.message}</h3>
  <p class="soft" dir="auto">${each.feed} · ${each.provider} · ${each.uri} · named ${each.named.join('; ')}${each.held ? ' · candidates are withheld' : ''}</p>
  ${each.commands.map((command) => html`<pre>${command}</pre>`)}</article>`;

adopt(css`
  dialog.kills { width: 50rem; max-width: 95vw; }
  .kills article { border-inline-start: 3px solid var(--alert); padding-inline-start: 10px; margin: 10px 0; }
  .kills pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`);
customElements.define('wd-kills', Kills);
