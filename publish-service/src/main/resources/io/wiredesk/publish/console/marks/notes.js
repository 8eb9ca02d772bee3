// Notes on an item, for all readers of the service.
import {html, nothing} from 'lit';
import {choices} from '../page/choices.js';
import {clock, iso} from '../page/times.js';
import {askName} from '../page/name.js';
import {marks} from '../marks/marks.js';

export function notes(uri) {
  const mark = marks.of(uri);
  const add = async (event) => {
    event.preventDefault();
    const field = event.target.elements.note;
    const note = field.value.trim();
    if (!note || !(choices.get('name') || (await askName()))) return;
    await marks.set(uri, 'note', true, note);
    field.value = '';
  };
  return html`<section class="notes" aria-label="Marks and notes"><h3>Marks and notes</h3>
    ${mark.seen.length ? html`<p class="soft">seen by ${mark.seen.join(', ')}</p>` : nothing}
    ${mark.notes.map((each) => html`<p><b>${each.by}</b> <time datetime=${each.at} title=${iso(each.at)} class="soft">${clock(each.at)}</time>
      <span dir="auto">${each.note}</span></p>`)}
    <form @submit=${add}><label><span class="unseen">A note for all readers</span>
      <input name="note" maxlength="500" placeholder="a note for all readers" autocomplete="off"></label> <button>Note</button></form>
  </section>`;
}
