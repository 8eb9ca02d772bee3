// A query over the rows that are loaded: words, "phrases", field:value, and - before what must not be.
import {fold, isAlert} from '../wire/row.js';

const TOKEN = /(-|NOT\s+)?(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gu;

const FIELDS = {
  section: (row, value) => row.sections.includes(value),
  agency: (row, value) => fold(row.agency).includes(value),
  provider: (row, value) => fold(row.agency).includes(value),
  entity: (row, value) => row.found.entities.some((name) => name === value || name.split(' ').includes(value)),
  kind: (row, value) => row.kind === value,
  state: (row, value) => row.state.toLowerCase() === value,
  urgency: (row, value) => String(row.urgency) === value,
  language: (row, value) => row.language.toLowerCase().startsWith(value),
  slug: (row, value) => fold(row.slug).includes(value),
  headline: (row, value) => hasWord(fold(row.headline), value),
  desk: (row, value) => row.desks.includes(value),
  feed: (row, value) => row.feed.toLowerCase() === value,
  story: (row, value) => row.story === value,
  is: (row, value) => value === 'alert' && isAlert(row),
};

const hasWord = (text, word) => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
};

/** The tests of a query; every one must hold. */
export function tests(query) {
  return [...query.matchAll(TOKEN)]
    .map(([whole, not, field, phrase, word]) => {
      const known = field && FIELDS[field];
      const raw = phrase ?? word ?? '';
      const value = field === 'story' ? raw : fold(known || !field ? raw : `${field}:${raw}`);
      if (!value || whole === 'AND') return null;
      const holds = known ? (row) => known(row, value) : (row) => hasWord(row.found.text, value);
      return not ? (row) => !holds(row) : holds;
    })
    .filter(Boolean);
}

const quoted = (value) => (/^[\p{L}\p{N}._/-]+$/u.test(value) ? value : `"${value.replaceAll('"', ' ')}"`);

/** The query with a term more: only these, or not these. A term that is there already is turned. */
export function withTerm(query, field, value, not = false) {
  const term = `${field}:${quoted(value)}`;
  const rest = withoutTerm(query, field, value);
  return `${rest} ${not ? '-' : ''}${term}`.trim();
}

export function withoutTerm(query, field, value) {
  const term = `${field}:${quoted(value)}`;
  return [...query.matchAll(TOKEN)].map(([whole]) => whole).filter((each) => each.replace(/^(-|NOT\s+)/u, '') !== term).join(' ');
}

export const hasTerm = (query, field, value, not = false) =>
  [...query.matchAll(TOKEN)].some(([whole]) => whole === `${not ? '-' : ''}${field}:${quoted(value)}`);
