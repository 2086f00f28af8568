import { type Catalog, compileCatalog, indexKnowledge } from '../../server/src/core/catalog/catalog';
import { bundled } from './bundled';

/** Versions that tests can rely on, whatever `npm run data:refresh` has written. */
const versions: ReadonlyMap<string, string> = new Map([
  ['npm pg', '^8.0.0'],
  ['npm ethers', '^6.0.0'],
  ['npm kafkajs', '^2.0.0'],
  ['npm pulsar-client', '^1.0.0'],
  ['npm @apollo/server', '^5.0.0'],
  ['helm kong', '2.0.0'],
  ['helm traefik', '30.0.0'],
  ['helm strimzi-kafka-operator', '0.40.0'],
  ['helm postgres-operator', '1.14.0'],
  ['image postgres', '17.0'],
  ['image apache/kafka', '4.0.0'],
  ['terraform-resource aws_rds_cluster postgresql', '17.5'],
  ['terraform-provider keycloak/keycloak', '~> 5.0'],
]);

const identifiers = bundled.knowledge.identifiers.map(({ version: _, ...identifier }) => {
  const key = `${identifier.ecosystem} ${identifier.name}`;
  const version = versions.get(`${key} ${identifier.speaks[0]}`) ?? versions.get(key);
  return version ? { ...identifier, version } : identifier;
});

/** The bundled stack in English, with the versions above and no others. */
export const versionedCatalog: Catalog = compileCatalog(
  bundled.documents.en,
  indexKnowledge({ ...bundled.knowledge, identifiers }, bundled.grammar),
  'en',
);
