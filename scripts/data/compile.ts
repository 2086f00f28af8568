import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundled, bundledCatalog } from '../../server/src/core/catalog/bundled';
import type { Grammar } from '../../server/src/core/catalog/catalog';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { identifiersOf, type TechnologyFile, technologyOf } from '../../server/src/core/catalog/technologies';
import { documentFindings } from '../../server/src/core/features/stackDocument';
import type { Knowledge, Locale, Registries, Role } from '../../server/src/core/model';
import { checkKnowledge } from './check';
import { checkSnippets, readSnippets, snippetsOf } from './snippets';
import { readYaml, type YamlFile } from './yamlFile';

// Compiles data/ and snippets/ into dist/knowledge.json. A broken file ends the build with file, line and reason.
const data = join(process.cwd(), 'data');
const technologies = readdirSync(join(data, 'technologies'))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readYaml<TechnologyFile>(join(data, 'technologies', name)));
const roles = readYaml<Role[]>(join(data, 'roles.yaml'));
const registries = readYaml<Registries>(join(data, 'registries.yaml'));
const grammar = readYaml<Grammar>(join(data, 'grammar.yaml'));

stopOn(checkKnowledge(technologies, roles, schema('technology')));

const knowledge: Knowledge = {
  technologies: technologies.map((file) => technologyOf(file.content)),
  identifiers: technologies.flatMap((file) => identifiersOf(file.content)),
  roles: roles.content,
  registries: registries.content,
};
const snippets = readSnippets(join(process.cwd(), 'snippets'));
stopOn(checkSnippets(snippets, knowledge, schema('snippets')));

const bundled: Bundled = {
  knowledge,
  grammar: grammar.content,
  documents: { en: document('en'), fr: document('fr') },
  snippets: snippetsOf(snippets, knowledge),
};
stopOn([...checkDocument('en'), ...checkDocument('fr')]);
mkdirSync('dist', { recursive: true });
writeFileSync(join('dist', 'knowledge.json'), inAscii(JSON.stringify(bundled)));

/** With any other letter in it, the whole text takes two bytes for each while it is read. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function schema(name: string): object {
  return JSON.parse(readFileSync(join(data, 'schemas', `${name}.schema.json`), 'utf8'));
}

function document(locale: Locale) {
  return readStackDocument(readFileSync(documentPath(locale), 'utf8'));
}

function documentPath(locale: Locale): string {
  return join(data, 'stack', `recommended.${locale}.md`);
}

/** The findings of our own documents, as those of any organisation's. */
function checkDocument(locale: Locale): string[] {
  const text = readFileSync(documentPath(locale), 'utf8');
  return documentFindings(text, bundled.documents[locale], bundledCatalog(bundled, locale)).map(({ span, message }) => {
    const line = text.slice(0, span.start).split('\n').length;
    return `data/stack/recommended.${locale}.md:${line}: ${message}`;
  });
}

function stopOn(problems: readonly string[]): void {
  if (!problems.length) return;
  process.stderr.write(`${problems.join('\n')}\n${problems.length} problems in data/ and snippets/\n`);
  process.exit(1);
}

export type { YamlFile };
