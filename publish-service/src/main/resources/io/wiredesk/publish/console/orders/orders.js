// Editors' orders: kill, withhold, embargo, release, with a reason; before it, where the item went; after it, what it did.
import {css, html, nothing, render} from 'lit';
import {get, itemPath, keepKey, key, post} from '../page/api.js';
import {choices} from '../page/choices.js';
import {adopt} from '../page/element.js';

const ACTIONS = {
  kill: 'Kill: must not be used, everywhere, until a release by hand',
  withhold: 'Withhold: back until further notice',
  embargo: 'Embargo: not public before',
  release: 'Release: lift what was ordered by hand',
};

/** The dialog for these rows. */
export function openOrders(rows) {
  if (rows.length) new Orders(rows).open();
}

class Orders {
  #rows;
  #dialog = document.createElement('dialog');
  #action = 'kill';
  #acted = new Map(); // uri → who has acted, who owes it
  #results = [];
  #busy = false;
  #needsKey = Boolean(key());

  constructor(rows) {
    this.#rows = rows;
    this.#dialog.className = 'orders';
    this.#dialog.setAttribute('aria-labelledby', 'orders-title');
    this.#dialog.addEventListener('close', () => this.#dialog.remove());
  }

  open() {
    document.body.append(this.#dialog);
    this.#render();
    this.#dialog.showModal();
    this.#rows.forEach((row) =>
      get(itemPath(row.uri, '/receipts'))
        .then((answer) => {
          this.#acted.set(row.uri, answer);
          this.#render();
        })
        .catch(() => {}));
  }

  #render() {
    const {length} = this.#rows;
    render(html`<form @submit=${(event) => this.#send(event)}>
      <h2 id="orders-title">Order on ${length === 1 ? 'one item' : `${length} items`}</h2>
      <div class="went">${this.#rows.map((row) => this.#went(row))}</div>
      <fieldset><legend class="unseen">What to do</legend>
        ${Object.entries(ACTIONS).map(([name, text]) => html`<label><input type="radio" name="action" value=${name}
          .checked=${this.#action === name} @change=${() => this.#choose(name)}> ${text}</label>`)}
      </fieldset>
      ${this.#action === 'embargo' ? html`<p><label>Until <input type="datetime-local" name="until" step="1" required></label>
        <span class="soft">this machine's time, ${Intl.DateTimeFormat().resolvedOptions().timeZone}</span></p>` : nothing}
      <p><label class="line">Reason, as subscribers read it <input name="reason" required maxlength="500" autocomplete="off" dir="auto"></label></p>
      <p><label class="line">By <input name="by" required maxlength="100" .value=${choices.get('name')} autocomplete="name"></label></p>
      ${this.#action === 'release' ? nothing : html`<p><label><input type="checkbox" name="quiet"> do not repeat the headline</label></p>`}
      ${this.#needsKey ? html`<p><label class="line">Key for orders <input type="password" name="key" autocomplete="off"
        .value=${key()}></label></p>` : nothing}
      <div role="status">${this.#results.map((each) => html`<p class=${each.failed ? 'failed' : 'done'}>
        <b dir="auto">${each.row.headline}</b>: ${each.text}</p>`)}</div>
      <p class="buttons">
        <button class=${this.#action === 'release' ? 'strong' : 'danger'} ?disabled=${this.#busy}>${this.#action}</button>
        <button type="button" @click=${() => this.#dialog.close()}>Close</button></p>
    </form>`, this.#dialog);
  }

  #choose(action) {
    this.#action = action;
    this.#results = [];
    this.#render();
  }

  #went(row) {
    const acted = this.#acted.get(row.uri);
    return html`<p><b dir="auto">${row.headline}</b> <span class="soft">${row.agency} ${row.slug} · ${row.state.toLowerCase()}</span><br>
      went to ${row.desks.length ? html`the desks ${row.desks.join(', ')}, ` : ''}the wire, its feeds and streams.
      ${acted?.receipts.length ? html`Acted on: ${acted.receipts.map((each) => each.consumer).join(', ')}.` : nothing}
      ${acted?.owing.length ? html`<b>Have not acted: ${acted.owing.join(', ')}.</b>` : nothing}</p>`;
  }

  async #send(event) {
    event.preventDefault();
    const fields = event.target.elements;
    const order = {action: this.#action, reason: fields.reason.value, by: fields.by.value};
    if (fields.until) order.until = new Date(fields.until.value).toISOString();
    if (fields.quiet?.checked) order.withoutHeadline = true;
    if (fields.key) keepKey(fields.key.value);
    choices.set('name', order.by.trim());
    this.#busy = true;
    this.#results = [];
    this.#render();
    for (const row of this.#rows) this.#results.push(await this.#one(row, order));
    this.#busy = false;
    this.#render();
  }

  async #one(row, order) {
    try {
      const answer = await post(itemPath(row.uri, '/orders'), order);
      return {row, text: answer.note};
    } catch (error) {
      this.#needsKey ||= error.status === 401 || error.status === 403;
      return {row, text: error.message, failed: true};
    }
  }
}

adopt(css`
  dialog.orders { width: 40rem; }
  .orders .went { max-height: 30vh; overflow: auto; border-inline-start: 3px solid var(--rule); padding-inline-start: 10px; }
  .orders p, .orders fieldset { margin: 8px 0; }
  .orders fieldset { border: 0; padding: 0; display: grid; gap: 3px; }
  .orders .line { display: grid; gap: 2px; }
  .orders .done { border-inline-start: 3px solid var(--accent); padding-inline-start: 8px; }
  .orders .failed { border-inline-start: 3px solid var(--alert); padding-inline-start: 8px; }
`);
