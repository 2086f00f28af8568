// Part of npm run data:refresh: writes test/fixtures/npm-metadata.json: what npm would install today for each name and
// range that the knowledge base and the snippets of package.json insert. Needs the build, and the registry.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../lib/main.mjs';
import { npm } from '../lib/npm.mjs';
import { inRoot, tempFolder } from '../lib/paths.mjs';

const FIXTURE = inRoot('test', 'fixtures', 'npm-metadata.json');
const FIELDS = ['name', 'version', 'deprecated', 'peerDependencies', 'peerDependenciesMeta'];

const AT_ONCE = 6;

main(async (defer) => {
  const folder = tempFolder(defer);
  const all = specifiers(JSON.parse(readFileSync(inRoot('dist', 'knowledge.json'), 'utf8')));
  const found = new Map();
  const waiting = [...all];
  const work = async (_, number) => {
    for (let one = waiting.shift(); one; one = waiting.shift())
      found.set(one, metadata(await view(one, join(folder, `${number}.json`))));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const lines = all.map((one) => `  ${JSON.stringify(one)}: ${JSON.stringify(found.get(one))}`);
  writeFileSync(FIXTURE, `{\n${lines.join(',\n')}\n}\n`);
  console.log(`${lines.length} npm names and ranges`);
  return 0;
});

/** `pg@^8.23.1`: everything that is inserted. */
function specifiers({ knowledge, snippets }) {
  const known = knowledge.identifiers.filter(({ ecosystem, version }) => ecosystem === 'npm' && version);
  const written = snippets
    .filter(({ kind }) => kind === 'package-json')
    .flatMap(({ body }) => Object.entries(JSON.parse(`{${body}}`)));
  return [
    ...new Set([...known.map(({ name, version }) => [name, version]), ...written].map((one) => one.join('@'))),
  ].sort();
}

/** The newest version that is in the range. */
async function view(specifier, output) {
  const file = openSync(output, 'w');
  await npm(['view', specifier, ...FIELDS, '--json'], { stdio: ['ignore', file, 'ignore'] });
  closeSync(file);
  const shown = [JSON.parse(readFileSync(output, 'utf8') || '[]')].flat();
  const [newest] = shown.sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
  if (!newest) throw new Error(`no version is in ${specifier}`);
  return newest;
}

/** Without the peers that are optional. */
function metadata({ version, deprecated, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const needed = Object.entries(peerDependencies).filter(([name]) => !peerDependenciesMeta[name]?.optional);
  return {
    version,
    ...(deprecated ? { deprecated } : {}),
    ...(needed.length ? { peers: Object.fromEntries(needed) } : {}),
  };
}
