// npm run data:schemas: writes test/fixtures/terraform-schemas.json, which holds what the resources, data sources and
// providers of snippets/terraform*.json take, from the providers' bindings on npm. They are large: they are fetched to
// a temporary folder, read and thrown away.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../lib/main.mjs';
import { npm } from '../lib/npm.mjs';
import { inRoot, tempFolder } from '../lib/paths.mjs';
import { readDeclarations } from './declarations.mjs';

const FIXTURE = inRoot('test', 'fixtures', 'terraform-schemas.json');

/** Bindings by prefix of the names: of the version nearest to ours that is published. Others publish none. */
const BINDINGS = {
  aws: '@cdktn/provider-aws@25.7.0',
  azurerm: '@cdktn/provider-azurerm@16.1.0',
  cloudflare: '@cdktf/provider-cloudflare@13.9.1',
  consul: '@cdktf/provider-consul@10.1.2',
  github: '@cdktf/provider-github@15.3.1',
  gitlab: '@cdktf/provider-gitlab@15.6.2',
  google: '@cdktf/provider-google@16.12.1',
  helm: '@cdktf/provider-helm@12.1.2',
  kubernetes: '@cdktf/provider-kubernetes@12.1.1',
  mongodbatlas: '@cdktf/provider-mongodbatlas@8.6.2',
  random: '@cdktf/provider-random@12.0.1',
  snowflake: '@cdktf/provider-snowflake@15.9.1',
  vault: '@cdktf/provider-vault@15.6.1',
};

main(async (defer) => {
  const used = usedBlocks();
  const fixture = { providers: {}, schemas: {} };
  for (const [prefix, specifier] of Object.entries(BINDINGS)) {
    const blocks = used.filter((block) => block.prefix === prefix);
    if (!blocks.length) continue;
    console.log(`${specifier}: ${blocks.length}`);
    const { provider, files } = await fetchBindings(specifier, blocks, tempFolder(defer));
    fixture.providers[prefix] = { bindings: specifier, ...provider };
    for (const [index, { key, words }] of blocks.entries())
      fixture.schemas[key] = readDeclarations(files[index], words);
  }
  writeFileSync(FIXTURE, oneSchemaALine(fixture));
  return 0;
});

/** The blocks of the snippets that have a schema: the key that it gets, its folder in the bindings, the words beside it. */
function usedBlocks() {
  const folder = inRoot('snippets');
  const names = readdirSync(folder).filter((name) => /^terraform.*\.json$/.test(name));
  const snippets = names.flatMap((name) => Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const blocks = new Map();
  for (const text of snippets.map(({ body }) => [body].flat().join('\n'))) {
    for (const [, kind, type] of text.matchAll(/^(resource|data|provider) "(\w+)"/gm)) {
      const key = `${kind} ${type}`;
      const words = blocks.get(key)?.words ?? new Set();
      for (const word of text.match(/\w+/g)) words.add(word);
      blocks.set(key, { key, prefix: type.split('_')[0], folder: folderOf(kind, type), words });
    }
  }
  return [...blocks.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Without hyphens: where the bindings put them around digits is not regular. */
function folderOf(kind, type) {
  if (kind === 'provider') return 'provider';
  return (kind === 'data' ? `data${type}` : type.replace(/^[a-z]+_/, '')).replaceAll('_', '');
}

/** The provider that a package has bindings of, and the declarations of some blocks. */
async function fetchBindings(specifier, blocks, folder) {
  await npm(['pack', specifier, '--pack-destination', folder], { cwd: folder, quiet: true });
  const archive = join(folder, readdirSync(folder)[0]);
  const declarations = tar('-tzf', archive)
    .split('\n')
    .filter((file) => /^package\/lib\/[^/]+\/index\.d\.ts$/.test(file));
  const fileOf = (block) => declarations.find((file) => file.split('/')[2].replaceAll('-', '') === block.folder);
  const files = blocks.map((block) => fileOf(block) ?? missing(block.key, specifier));
  tar('-xzf', archive, '-C', folder, 'package/package.json', ...new Set(files));
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  const { name, version } = JSON.parse(read('package/package.json')).cdktf.provider;
  return { provider: { source: name.replace('registry.terraform.io/', ''), version }, files: files.map(read) };
}

function missing(key, specifier) {
  throw new Error(`${specifier} has no ${key}`);
}

function tar(...args) {
  const { status, stdout, stderr, error } = spawnSync('tar', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw error ?? new Error(stderr);
  return stdout;
}

function oneSchemaALine({ providers, schemas }) {
  const lines = (object) => Object.entries(object).map(([key, value]) => `    "${key}": ${JSON.stringify(value)}`);
  const part = (name, object) => `  "${name}": {\n${lines(object).join(',\n')}\n  }`;
  return `{\n${part('providers', providers)},\n${part('schemas', schemas)}\n}\n`;
}
