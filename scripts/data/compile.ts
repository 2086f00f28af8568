import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundled } from '../../server/src/core/catalog/bundled';
import type { Grammar } from '../../server/src/core/catalog/catalog';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { identifiersOf, type TechnologyFile, technologyOf } from '../../server/src/core/catalog/technologies';
import type { Registries, Role } from '../../server/src/core/model';
import { checkKnowledge } from './check';
import { readYaml, type YamlFile } from './yamlFile';

// Compiles data/ into dist/knowledge.json. A broken file ends the build with file, line and reason.
const data = join(process.cwd(), 'data');
const technologies = readdirSync(join(data, 'technologies'))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readYaml<TechnologyFile>(join(data, 'technologies', name)));
const roles = readYaml<Role[]>(join(data, 'roles.yaml'));
const registries = readYaml<Registries>(join(data, 'registries.yaml'));
const grammar = readYaml<Grammar>(join(data, 'grammar.yaml'));

const schema = JSON.parse(readFileSync(join(data, 'schemas', 'technology.schema.json'), 'utf8'));
stopOn(checkKnowledge(technologies, roles, schema));

const bundled: Bundled = {
  knowledge: {
    technologies: technologies.map((file) => technologyOf(file.content)),
    identifiers: technologies.flatMap((file) => identifiersOf(file.content)),
    roles: roles.content,
    registries: registries.content,
  },
  grammar: grammar.content,
  documents: { en: document('en'), fr: document('fr') },
};
mkdirSync('dist', { recursive: true });
writeFileSync(join('dist', 'knowledge.json'), JSON.stringify(bundled));

function document(locale: 'en' | 'fr') {
  return readStackDocument(readFileSync(join(data, 'stack', `recommended.${locale}.md`), 'utf8'));
}

function stopOn(problems: readonly string[]): void {
  if (!problems.length) return;
  process.stderr.write(`${problems.join('\n')}\n${problems.length} problems in data/\n`);
  process.exit(1);
}

export type { YamlFile };
