// Where every value came from: feed, bytes, parser, rules, models, and the time each stage took.
import {css, html, nothing, render} from 'lit';
import {itemPath, text} from '../page/api.js';
import {adopt} from '../page/element.js';
import {iso, moment} from '../page/times.js';

const line = (name, value) => (value || value === 0 ? html`<tr><th scope="row">${name}</th><td>${value}</td></tr>` : nothing);

export function provenance(item, desk) {
  const source = desk.source || {};
  const models = Object.entries(desk.enrichment?.models || {});
  const raw = source.rawTopic ? `${source.rawTopic}-${source.rawPartition}@${source.rawOffset}` : '';
  return html`<details class="provenance"><summary>Provenance</summary>
    <table class="plain"><tbody>
      ${line('uri', desk.uri)}
      ${line('uri decided by', source.identityRule === 'wire' ? 'the wire' : source.identityRule)}
      ${line('feed', source.feed && `${source.feed}, ${source.transport}`)}
      ${line('came as', source.sourceName)}
      ${line('read as', source.format)}
      ${line('repaired', source.repairs?.length ? source.repairs.join(' ') : '')}
      ${line('raw bytes', raw && html`${raw}, item ${source.indexInRaw}
        <button @click=${() => showBytes(desk.uri)}>Show</button>`)}
      ${line('SHA-256', source.sha256)}
      ${(source.joined || []).map((take) => line(`take ${take.take}`, `${take.rawTopic}-${take.rawPartition}@${take.rawOffset} ${take.sourceName || ''}`))}
      ${line('signal', desk.signal)}
      ${line('revision', desk.revision)}
      ${line('sections', (desk.enrichment?.sections || [])
        .map((each) => `${each.section} (${each.creator === 'WIRE' ? 'from the wire' : each.creator.toLowerCase()}, ${Math.round(each.confidence * 100)} %)`)
        .join(', '))}
      ${line('text language', desk.enrichment && `${desk.enrichment.language}${desk.enrichment.languageContradictsWire ? ', which contradicts the wire' : ''}`)}
      ${models.map(([name, version]) => line(`model ${name}`, version))}
      ${Object.entries(desk.extra || {}).map(([name, value]) => line(name, value))}
    </tbody></table>
    ${trail(desk)}
  </details>`;
}

function trail(desk) {
  if (!desk.trail?.length) return nothing;
  const rows = desk.trail.map((entry) => html`<tr><th scope="row">${entry.stage.toLowerCase()}</th>
    <td><time datetime=${iso(entry.received)} title=${iso(entry.received)}>${moment(entry.received)}</time></td>
    <td class="number">${Date.parse(entry.emitted) - Date.parse(entry.received)} ms</td><td>${entry.serviceVersion}</td></tr>`);
  return html`<table class="plain"><thead><tr><th scope="col">stage</th><th scope="col">received</th>
    <th scope="col" class="number">took</th><th scope="col">version</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** The bytes as they came, as text. */
async function showBytes(uri) {
  const dialog = document.createElement('dialog');
  dialog.className = 'bytes';
  dialog.setAttribute('aria-labelledby', 'bytes-title');
  dialog.addEventListener('close', () => dialog.remove());
  const draw = (copy) => render(html`<h2 id="bytes-title">As it came</h2><pre tabindex="0" dir="auto">${copy}</pre>
    <p><button @click=${() => dialog.close()} autofocus>Close</button></p>`, dialog);
  draw('Reading …');
  document.body.append(dialog);
  dialog.showModal();
  draw(await text(itemPath(uri, '/raw')).catch((error) => error.message));
}

adopt(css`
  .bytes pre { max-height: 65vh; overflow: auto; white-space: pre-wrap; font: 12px/1.4 ui-monospace, monospace; }
`);
