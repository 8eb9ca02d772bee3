// The reader's choices: density, columns, zone, sound, notification, name.
import {css, html, render} from 'lit';
import {ALL_COLUMNS, choices} from '../page/choices.js';
import {adopt} from '../page/element.js';
import {ZONES} from '../page/times.js';
import {LEVELS, mayNotify, sound} from '../wire/alerts.js';

export function showChoices() {
  const dialog = document.createElement('dialog');
  dialog.className = 'choices';
  dialog.setAttribute('aria-labelledby', 'choices-title');
  dialog.addEventListener('close', () => dialog.remove());
  draw(dialog);
  document.body.append(dialog);
  dialog.showModal();
}

function draw(dialog) {
  const set = (name, value) => {
    choices.set(name, value);
    draw(dialog);
  };
  const toggle = (name, value) => {
    choices.toggle(name, value);
    draw(dialog);
  };
  const box = (name, value, text, before = () => true) => html`<label><input type="checkbox" .checked=${choices.get(name).includes(value)}
    @change=${async (event) => {
      if (event.target.checked && !(await before())) event.target.checked = false;
      else toggle(name, value);
    }}> ${text}</label>`;
  const levels = Object.entries(LEVELS);
  render(html`<h2 id="choices-title">Choices</h2>
    <fieldset><legend>Rows</legend>${['compact', 'roomy'].map((each) => html`<label><input type="radio" name="density"
      .checked=${choices.get('density') === each} @change=${() => set('density', each)}> ${each}</label>`)}</fieldset>
    <fieldset><legend>Columns</legend>${ALL_COLUMNS.filter((each) => each !== 'headline').map((each) => box('columns', each, each))}</fieldset>
    <fieldset><legend>Times in</legend><select aria-label="Zone" @change=${(event) => set('zone', event.target.value)}>
      ${ZONES.map((each) => html`<option .selected=${each === choices.get('zone')}>${each}</option>`)}</select></fieldset>
    <fieldset><legend>Sound for</legend>${levels.map(([level, text]) => box('sound', level, text, () => {
      sound(level);
      return true;
    }))}</fieldset>
    <fieldset><legend>Notification for, while you are elsewhere</legend>${levels.map(([level, text]) => box('notify', level, text, mayNotify))}</fieldset>
    <fieldset><legend>Your name, on marks and orders</legend><input aria-label="Name" maxlength="100" .value=${choices.get('name')}
      @change=${(event) => set('name', event.target.value.trim())}></fieldset>
    <p><button @click=${() => dialog.close()} autofocus>Close</button></p>`, dialog);
}

adopt(css`
  .choices fieldset { border: 0; border-top: 1px solid var(--rule); margin: 0; padding: 6px 0; display: flex; flex-wrap: wrap; gap: 4px 14px; }
  .choices legend { font-weight: 600; padding: 0 6px 0 0; }
`);
