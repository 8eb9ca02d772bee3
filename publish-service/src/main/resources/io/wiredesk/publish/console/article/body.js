// The copy: blocks as the structure says, names in it as links into the wire, what a change brought or took marked.
import {html, nothing} from 'lit';
import {place} from '../page/place.js';
import {hasTerm, withTerm} from '../search/query.js';

/** A click: only items that name it; with Alt: not these. */
export function term(field, value, content, classes = '') {
  const go = (event) => {
    event.preventDefault();
    place.go({view: 'wire', query: withTerm(place.query, field, value, event.altKey)});
  };
  return html`<a class="term ${classes}" href=${place.address({view: 'wire', query: withTerm('', field, value)})} @click=${go}
    title="Click: only these. Alt-click: not these."
    aria-current=${hasTerm(place.query, field, value) ? 'true' : nothing}>${content}</a>`;
}

export function body(desk, change) {
  const text = desk.text || '';
  const blocks = desk.blocks?.length ? desk.blocks : text ? [{type: 'PARAGRAPH', start: 0, end: text.length}] : [];
  const mentions = (desk.enrichment?.entities || [])
    .flatMap((entity) => (entity.mentions || []).map((mention) => ({...mention, entity})))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = blocks.map((block, i) => one(block, i, {text, mentions, change}));
  return html`${parts}${removed(change)}`;
}

function one(block, index, copy) {
  const content = () => inline(block.start, block.end, copy);
  const fresh = copy.change?.fresh.has(copy.text.slice(block.start, block.end).trim()) ? 'fresh' : '';
  switch (block.type) {
    case 'CROSSHEAD': return html`<h3 class=${fresh}>${content()}</h3>`;
    case 'QUOTE': return html`<blockquote class=${fresh}>${content()}</blockquote>`;
    case 'LIST_ITEM': return html`<p class="item ${fresh}">${content()}</p>`;
    case 'TABLE': return table(copy.text.slice(block.start, block.end), fresh);
    case 'CAPTION':
    case 'CREDIT':
    case 'BYLINE':
    case 'DATELINE':
    case 'NOTE':
    case 'BOILERPLATE': return html`<p class="aside ${block.type.toLowerCase()} ${fresh}">${content()}</p>`;
    default: return html`<p class="${fresh}">${content()}</p>`;
  }
}

function inline(start, end, {text, mentions}) {
  const parts = [];
  let at = start;
  for (const mention of mentions) {
    if (mention.start < at || mention.end > end) continue;
    parts.push(text.slice(at, mention.start));
    const type = mention.entity.type.toLowerCase();
    parts.push(term('entity', mention.entity.name, text.slice(mention.start, mention.end), `entity ${type}`));
    at = mention.end;
  }
  parts.push(text.slice(at, end));
  return parts;
}

function table(text, fresh) {
  const lines = text.split('\n').filter((line) => line.trim()).map((line) => line.split('\t'));
  const isHead = lines.length > 1 && lines[0].every((cell) => !/^[\d.,%+-]+$/.test(cell.trim()));
  const number = (cell) => (/^[\s\d.,%+–-]+$/.test(cell) ? 'number' : '');
  const [head, rows] = isHead ? [lines[0], lines.slice(1)] : [null, lines];
  return html`<div class="wide ${fresh}" tabindex="0" role="region" aria-label="Table"><table class="plain">
    ${head ? html`<thead><tr>${head.map((cell, i) => html`<th scope="col" class=${number(rows[0][i] || 'x')}>${cell}</th>`)}</tr></thead>` : nothing}
    <tbody>${rows.map((line) => html`<tr>${line.map((cell) => html`<td class=${number(cell)}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

const removed = (change) =>
  change?.gone.length
    ? html`<section class="removed" aria-label="No longer in the copy"><h3>No longer in the copy</h3>
        ${change.gone.map((text) => html`<p><del>${text}</del></p>`)}</section>`
    : nothing;

/** The blocks that an update brought, and those that it took. */
export function compare(before, after) {
  const texts = (desk) => {
    const blocks = desk.blocks?.length ? desk.blocks : [{start: 0, end: (desk.text || '').length}];
    return blocks.map((block) => (desk.text || '').slice(block.start, block.end).trim()).filter(Boolean);
  };
  const [old, now] = [new Set(texts(before)), new Set(texts(after))];
  return {fresh: new Set([...now].filter((text) => !old.has(text))), gone: [...old].filter((text) => !now.has(text))};
}
