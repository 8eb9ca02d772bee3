// Who the reader is, as marks, notes and orders say it: asked once, kept on this browser.
import {html, render} from 'lit';
import {choices} from '../page/choices.js';

export function askName() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', 'Your name');
  return new Promise((resolve) => {
    const done = (event) => {
      event.preventDefault();
      const name = event.target.elements.name.value.trim();
      if (!name) return;
      choices.set('name', name);
      dialog.close();
    };
    render(html`<form @submit=${done}><h2>Who are you?</h2>
      <p>Marks, notes and orders carry this name.</p>
      <p><label>Name <input name="name" required maxlength="100" .value=${choices.get('name')} autofocus autocomplete="name"></label>
      <button class="strong">Keep</button> <button type="button" @click=${() => dialog.close()}>Not now</button></p></form>`, dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(choices.get('name'));
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
