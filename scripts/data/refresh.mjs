// npm run data:refresh: brings the versions of data/technologies/*.yaml up to date. Then it builds, and writes what npm
// says of all that we insert to test/fixtures/npm-metadata.json, by which the tests check offline that it can be installed.
//   npm packages, charts of https:// repositories, Terraform providers and modules: the newest stable version, as
//   precise as what is written (^1.2.3, ~> 1.2, 1.2.3), never an older one. Images, engine versions of Terraform
//   resources and charts in OCI registries are left alone: they have no list that says what is newest.
// A place that cannot be reached is named, and its versions stay as they are. Only the versions change in a file.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { main } from '../lib/main.mjs';
import { inRoot } from '../lib/paths.mjs';
import { node } from '../lib/run.mjs';
import { compare, registries } from './newest.mjs';

const FOLDER = inRoot('data', 'technologies');
const AT_ONCE = 6;

main(async (defer) => {
  const entries = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap(readEntries);
  await eachInTurns(entries, ask);
  for (const file of new Set(entries.map((entry) => entry.file))) update(entries.filter((one) => one.file === file));
  report(entries);
  if (!entries.some((entry) => entry.place === 'npm' && !entry.unreached)) return 0;
  const build = await node([inRoot('scripts', 'build.mjs')], { defer });
  return build || node([inRoot('scripts', 'data', 'npmMetadata.mjs')], { defer });
});

/** The entries of a file that have a version which somebody can be asked for, with where it is written. */
function readEntries(file) {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const document = parseDocument(text);
  return Object.keys(registries).flatMap((ecosystem) => {
    const list = document.getIn(['identifiers', ecosystem], true);
    return (isSeq(list) ? list.items : []).filter(hasVersion).flatMap((item) => {
      const content = item.toJS(document);
      const place = registries[ecosystem].place(content);
      const written = item.get('version', true);
      return place ? [{ file, text, ecosystem, place, names: [content.name].flat(), written, seen: [] }] : [];
    });
  });
}

function hasVersion(item) {
  return isMap(item) && item.has('version') && !item.has('deprecated');
}

/** Names that share a version get the oldest of their newest. */
async function ask(entry) {
  try {
    for (const name of entry.names) entry.seen.push(await registries[entry.ecosystem].ask(name, entry.place));
    if (entry.seen.every(Boolean)) entry.newest = entry.seen.map(({ version }) => version).sort(compare)[0];
    else entry.problem = `${entry.names.join(', ')}: no stable version found`;
    if (entry.seen.some((one) => one?.deprecated)) entry.problem = `${entry.names.join(', ')}: deprecated`;
  } catch (error) {
    entry.unreached = String(error.stderr || error.cause || error.message).trim();
  }
}

async function eachInTurns(items, action) {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await action(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Writes a file again, last place first, so that the places before it stay where they are. */
function update(entries) {
  const [first] = entries;
  const path = `${FOLDER}/${first.file}`;
  const isStale = readFileSync(path, 'utf8') !== first.text;
  if (isStale) first.problem = 'somebody else has changed the file: it is left as it is';
  const changes = isStale ? [] : entries.flatMap(changeOf).sort((a, b) => b.start - a.start);
  const splice = (text, { start, end, by }) => text.slice(0, start) + by + text.slice(end);
  if (changes.length) writeFileSync(path, changes.reduce(splice, first.text));
}

function changeOf(entry) {
  const { newest, written, problem } = entry;
  const isNewer = newest && !problem && compare(newest, bare(written.value)) > 0;
  const version = isNewer ? asPreciseAs(written.value, newest) : written.value;
  if (version === written.value) return [];
  entry.changed = version;
  const [start, end] = written.range;
  return [{ start, end, by: quoted(version, written.type) }];
}

function bare(version) {
  return version.replace(/^[~^>=< ]*/, '');
}

/** `^` and `~>` with as many numbers as are written; what is exact stays so, as published. */
function asPreciseAs(written, newest) {
  const operator = written.slice(0, -bare(written).length);
  const count = bare(written).split('.').length;
  return operator ? operator + newest.replace(/^v/i, '').split('.').slice(0, count).join('.') : newest;
}

/** As it was quoted; a plain `1.10` would be a number. */
function quoted(version, type) {
  if (type === 'QUOTE_SINGLE') return `'${version}'`;
  return type === 'PLAIN' && typeof parse(version) === 'string' ? version : `"${version}"`;
}

function report(entries) {
  for (const { file, ecosystem, names, written, changed } of entries.filter((entry) => entry.changed))
    console.log(`${file}: ${ecosystem} ${names.join(', ')} ${written.value} → ${changed}`);
  for (const { file, problem } of entries.filter((entry) => entry.problem)) console.log(`${file}: ${problem}`);
  const unreached = entries.filter((entry) => entry.unreached);
  for (const place of new Set(unreached.map((entry) => entry.place))) {
    const here = unreached.filter((entry) => entry.place === place);
    console.log(`${place} cannot be reached, ${here.length} left as they are: ${here[0].unreached.split('\n')[0]}`);
  }
  const count = entries.filter((entry) => entry.changed).length;
  console.log(`${entries.length} versions, ${count} changed, ${unreached.length} not asked`);
}
