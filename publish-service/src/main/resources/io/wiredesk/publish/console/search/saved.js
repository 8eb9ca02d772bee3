// Saved searches of this browser, and a search as a desk of the whole service.
import {css, html, nothing, render} from 'lit';
import {choices} from '../page/choices.js';
import {adopt} from '../page/element.js';
import {place} from '../page/place.js';

export function showSaved() {
  const dialog = document.createElement('dialog');
  dialog.className = 'saved';
  dialog.setAttribute('aria-labelledby', 'saved-title');
  dialog.addEventListener('close', () => dialog.remove());
  draw(dialog);
  document.body.append(dialog);
  dialog.showModal();
}

function draw(dialog) {
  const searches = choices.get('searches');
  const change = (list) => {
    choices.set('searches', list);
    draw(dialog);
  };
  const save = (event) => {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (name) change([...searches.filter((each) => each.name !== name), {name, query: place.query, desk: place.desk}]);
  };
  const open = (search) => {
    place.go({view: 'wire', query: search.query, desk: search.desk});
    dialog.close();
  };
  render(html`<h2 id="saved-title">Searches</h2>
    ${searches.length ? nothing : html`<p class="soft">None is saved on this browser yet.</p>`}
    <ul>${searches.map((each) => html`<li><button class="plain" @click=${() => open(each)}><b dir="auto">${each.name}</b>
        <code>${each.query}</code></button>
      <button @click=${() => change(searches.filter((other) => other !== each))}>Forget <span class="unseen">${each.name}</span></button></li>`)}</ul>
    ${place.query ? html`<form @submit=${save}><label>Save <code>${place.query}</code> as
        <input name="name" required maxlength="60" autocomplete="off"></label> <button class="strong">Save</button></form>
      <h3>As a desk, for everybody and with a topic of its own</h3>
      <p>Put this into the desks' file; it counts within seconds.</p>
      <textarea readonly rows="4" aria-label="The desk as YAML">${yaml(place.query)}</textarea>` : nothing}
    <p><button @click=${() => dialog.close()}>Close</button></p>`, dialog);
}

const DESK_FIELDS = {agency: 'provider', kind: 'signal'};

/** An entry of the desks' file. */
export function yaml(query) {
  const text = query.replace(/\b(agency|kind):/g, (_, field) => `${DESK_FIELDS[field]}:`)
    .replace(/(^|\s)-(?=\S)/g, '$1NOT ').trim().replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ' AND ')
    .replaceAll(' AND NOT AND ', ' AND NOT ').replace(/^NOT AND /, 'NOT ').replace(/ AND (AND|OR) AND /g, ' $1 ');
  const name = query.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'desk';
  return `  - name: ${name}\n    title: ${JSON.stringify(query)}\n    query: ${JSON.stringify(text)}\n`;
}

adopt(css`
  .saved ul { list-style: none; padding: 0; margin: 8px 0; }
  .saved li { display: flex; justify-content: space-between; gap: 8px; padding: 2px 0; }
  .saved h3 { margin-top: 14px; font-size: 13px; }
  .saved textarea { width: 100%; font: 12px/1.4 ui-monospace, monospace; }
  .saved p, .saved form { margin: 8px 0; }
`);
