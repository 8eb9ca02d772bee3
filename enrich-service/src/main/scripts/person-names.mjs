// Makes the lists of first names and surnames of the multilingual name finder from a published data package:
//   npm install @faker-js/faker@10.6.0
//   node person-names.mjs node_modules OUTPUT_FOLDER
// Licence: MIT. See NOTICE. Names in Latin letters of every locale that has them, in lower case, sorted.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

const [modules, out] = process.argv.slice(2);
const root = path.join(modules, '@faker-js/faker');
const entry = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).exports['.'];
const target = entry.default?.default ?? entry.default ?? entry;
const { allLocales } = await import(pathToFileURL(path.join(root, target)));

const LATIN = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’ -]*$/u;
const first = new Set();
const last = new Set();

function collect(into, lists) {
  for (const name of Object.values(lists ?? {}).flat()) {
    if (typeof name !== 'string' || name.length < 2 || !LATIN.test(name)) continue;
    for (const word of name.split(/\s+/)) if (word.length > 1 && /^\p{Lu}/u.test(word)) into.add(word.toLowerCase().replace('’', "'"));
  }
}

for (const { person } of Object.values(allLocales)) {
  collect(first, person?.first_name);
  collect(last, person?.last_name);
}

for (const [name, words] of [['first-names.txt.gz', first], ['surnames.txt.gz', last]]) {
  const text = '# From @faker-js/faker (MIT).\n' + [...words].sort().join('\n') + '\n';
  const gz = zlib.gzipSync(Buffer.from(text), { level: 9 });
  gz.fill(0, 4, 8); // no time stamp: the same data gives the same bytes
  fs.writeFileSync(path.join(out, name), gz);
  console.log(name, words.size, gz.length);
}
