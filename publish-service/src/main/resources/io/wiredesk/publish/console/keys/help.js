import {css, html, render} from 'lit';
import {adopt} from '../page/element.js';

/** All keys. */
export function showKeys(keys) {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  dialog.addEventListener('close', () => dialog.remove());
  render(html`<h2 id="keys-title">Keys</h2>
    <dl>${keys.list().map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}</dl>
    <p class="soft">In a field letters are letters; Escape leaves it. A click on a name or code shows only these, Alt-click all but these.</p>
    <p><button @click=${() => dialog.close()} autofocus>Close</button></p>`, dialog);
  document.body.append(dialog);
  dialog.showModal();
}

adopt(css`
  .keys dl { columns: 2; margin: 8px 0; }
  .keys dl div { display: flex; gap: 10px; padding: 3px 0; break-inside: avoid; }
  .keys dt { min-width: 64px; }
  .keys dd { margin: 0; }
  .keys p { margin-top: 8px; }
  @media (max-width: 700px) { .keys dl { columns: 1; } }
`);
