// A public state as a row of the list: small, so that ten thousand of them are little memory.

const LEAD = 240;
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const KINDS = {ALERT: 'alert', CORRECTION: 'correction', WRITETHRU: 'writethru', UPDATE: 'update', ADD: 'add', TAKE: 'take'};

/** In small letters without accents: Zürich is found by zurich. */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();

export const direction = (language) => (RIGHT_TO_LEFT.has((language || '').split('-')[0].toLowerCase()) ? 'rtl' : 'ltr');

/** Copy without a headline (scraped, telex) is known by its first words. */
export function titleOf(item, desk) {
  const given = item.headlines?.[0]?.value || item.title || item.slugline;
  if (given) return given;
  const text = (desk.text || '').trim().replace(/\s+/g, ' ');
  return text.length > 110 ? `${text.slice(0, text.lastIndexOf(' ', 110))} …` : text || desk.uri;
}

function kindOf(item, desk) {
  if (desk.state === 'CANCELED') return 'kill';
  if (desk.state === 'WITHHELD') return 'hold';
  if (item.profile === 'alert') return 'alert';
  return KINDS[desk.signal] || (item.type && item.type !== 'text' ? item.type : 'news');
}

export function rowOf(item, desk) {
  const gone = desk.state !== 'PUBLISHED';
  const label = desk.takenBack || {};
  const enrichment = desk.enrichment || {};
  const language = item?.language || enrichment.language || '';
  const row = {
    uri: desk.uri,
    sequence: desk.sequence,
    time: Date.parse(desk.releasedAt),
    state: desk.state,
    kind: kindOf(item || {}, desk),
    urgency: gone ? null : item.urgency || null,
    agency: (gone ? label.provider : desk.source?.provider) || '',
    slug: (gone ? label.slugline : item.slugline) || '',
    headline: gone ? label.headline || label.slugline || desk.uri : titleOf(item, desk),
    sections: [...new Set(gone ? label.sections || [] : (enrichment.sections || []).map((each) => each.section))],
    words: gone ? 0 : (desk.text || '').split(/\s+/).filter(Boolean).length,
    reason: desk.reason || '',
    by: label.by || '',
    desks: desk.desks || [],
    story: enrichment.thread?.uri || '',
    language: language === 'und' ? '' : language,
    version: item?.version || '',
    feed: desk.source?.feed || '',
  };
  row.found = searchable(row, item || {}, desk);
  return row;
}

function searchable(row, item, desk) {
  const entities = (desk.enrichment?.entities || []).map((each) => each.name);
  return {
    text: fold([row.headline, row.slug, row.agency, item.located || '', row.reason, (desk.text || '').slice(0, LEAD), ...entities,
      ...(desk.keywords || [])].join(' \n ')),
    entities: entities.map(fold),
  };
}

/** What a row was before is kept of it where the new state says nothing: a kill by another hand leaves no label. */
export function turned(before, after) {
  if (after.state === 'PUBLISHED') return after;
  return {
    ...after,
    agency: after.agency || before.agency,
    slug: after.slug || before.slug,
    feed: after.feed || before.feed,
    desks: after.desks.length ? after.desks : before.desks,
    sections: after.sections.length ? after.sections : before.sections,
  };
}

/** Kills, holds and corrections are never hidden by a filter. */
export const passesAlways = (row) => row.state !== 'PUBLISHED' || row.kind === 'correction';

export const isAlert = (row) => row.kind === 'alert' || (row.urgency !== null && row.urgency <= 2);
