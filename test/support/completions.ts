import { type Catalog, compileCatalog, indexKnowledge } from '../../server/src/core/catalog/catalog';
import { type Completion, completion } from '../../server/src/core/features/completion';
import { applied } from '../../server/src/core/fixes/changes';
import type { Identifier, Locale, Snippet } from '../../server/src/core/model';
import { bundled } from './bundled';
import { sourceOf } from './findings';

/** A completion with the text after it, as editors that replace the word and as those that keep its rest apply it. */
export interface Applied extends Completion {
  readonly after: string;
  readonly afterInsert: string;
}

/** A text whose `|` is the cursor. */
export function cursorIn(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function completionsIn(
  path: string,
  marked: string,
  catalog: Catalog,
  snippets: readonly Snippet[] = [],
): Applied[] {
  const { text, offset } = cursorIn(marked);
  return completion(sourceOf(path, text), offset, catalog, snippets).map((one) => {
    const apply = (end: number) =>
      applied(text, [...one.also, { span: { start: one.span.start, end }, text: one.insertText }]);
    return { ...one, after: apply(one.span.end), afterInsert: apply(one.insertEnd) };
  });
}

/** The bundled stack where identifiers have the versions that a test can rely on, and no others. */
export function catalogWith(versionOf: (identifier: Identifier) => string | undefined, locale: Locale = 'en'): Catalog {
  const identifiers = bundled.knowledge.identifiers.map(({ version: _, ...identifier }) => {
    const version = versionOf(identifier);
    return version ? { ...identifier, version } : identifier;
  });
  const knowledge = indexKnowledge({ ...bundled.knowledge, identifiers }, bundled.grammar);
  return compileCatalog(bundled.documents[locale], knowledge, locale);
}

const versions: ReadonlyMap<string, string> = new Map([
  ['npm pg', '^8.16.0'],
  ['npm kafkajs', '^2.2.0'],
  ['npm pulsar-client', '^1.14.0'],
  ['npm ioredis', '^5.7.0'],
  ['npm react', '^19.1.0'],
  ['npm vue', '^3.5.0'],
  ['npm neo4j-driver', '^6.0.0'],
  ['npm mongodb', '^6.20.0'],
  ['npm ethers', '^6.15.0'],
  ['npm @apollo/client', '^4.0.0'],
  ['npm @influxdata/influxdb-client', '^1.35.0'],
  ['npm mysql2', '^3.0.0'],
  ['npm web3', '^4.0.0'],
  ['npm zod', '^4.0.0'],
  ['helm kong', '2.52.0'],
  ['helm traefik', '37.1.0'],
  ['helm strimzi-kafka-operator', '0.48.0'],
  ['helm postgres-operator', '1.14.0'],
  ['helm vault', '0.31.0'],
  ['image postgres', '17.6'],
  ['image apache/kafka', '4.1.0'],
  ['image quay.io/keycloak/keycloak', '26.4'],
  ['terraform-provider keycloak/keycloak', '~> 5.0'],
  ['terraform-provider hashicorp/aws', '~> 6.0'],
  ['terraform-module terraform-aws-modules/eks/aws', '21.0.0'],
]);

const versionOf = ({ ecosystem, name, repositories }: Identifier) =>
  repositories?.[0]?.includes('bitnami') ? undefined : versions.get(`${ecosystem} ${name}`);

export const offered: Readonly<Record<Locale, Catalog>> = {
  en: catalogWith(versionOf, 'en'),
  fr: catalogWith(versionOf, 'fr'),
};
