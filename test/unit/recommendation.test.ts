import assert from 'node:assert/strict';
import { documentProblems } from '../../server/src/core/catalog/documentProblems';
import { parseRecommendation } from '../../server/src/core/catalog/recommendation';
import type { Choice, Expression } from '../../server/src/core/model';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';

/** `all of + any of | any of`, with `id<variants>{frameworks}[companions](words)`; `~` qualifiers, `?` unknown parts. */
function show({ allOf, qualifiers, unknown }: Expression): string {
  const groups = allOf.map((group) => group.map(showChoice).join(' | ')).join(' + ');
  return [groups, ...qualifiers.map((word) => `~${word}`), ...unknown.map((part) => `?${part.value}`)]
    .filter(Boolean)
    .join(' ');
}

function showChoice({ technology, variants, frameworks, companions, qualifiers }: Choice): string {
  const around = (open: string, list: readonly string[], close: string) =>
    list.length ? open + list.join(' ') + close : '';
  return (
    technology +
    around('<', variants, '>') +
    around('{', frameworks, '}') +
    around('[', companions, ']') +
    around('(', qualifiers, ')')
  );
}

const read = (cell: string) => show(parseRecommendation(cell, knowledge.lexicon));

/** Every row of the seed, read by hand. */
const seed: readonly [component: string, role: string, expression: string][] = [
  ['Cloud Provider', 'cloud-provider', 'aws + google-cloud | azure ~Multi-cloud'],
  ['Orchestration', 'orchestration', 'kubernetes<eks gke>'],
  ['Infrastructure as Code', 'infrastructure-as-code', 'terraform + helm'],
  ['Service Mesh', 'service-mesh', 'istio | linkerd'],
  ['GitOps', 'gitops', 'argo-cd | flux'],
  ['API Gateway', 'api-gateway', 'kong | traefik'],
  ['Microservices Core', 'core-services', 'rust{actix rocket}'],
  ['Services Non-Critiques', 'non-critical-services', 'go | nodejs'],
  ["Bus d'Événements", 'event-bus', 'kafka | pulsar'],
  ['Service Discovery', 'service-discovery', 'consul | etcd'],
  ['Serverless', 'serverless', 'aws-lambda | knative'],
  ['DB Relationnelle', 'relational-database', 'postgresql[patroni]'],
  ['NoSQL Document', 'document-database', 'mongodb-atlas | cosmosdb'],
  ['Key-Value Store', 'key-value-store', 'redis(Cluster)'],
  ['Time Series', 'time-series-database', 'timescaledb | influxdb'],
  ['Graph Database', 'graph-database', 'neo4j'],
  ['Stockage Objet', 'object-storage', 's3(réplication) | gcs(réplication)'],
  ['Stockage Blockchain', 'blockchain-storage', 'ipfs ~stockage personnalisé'],
  ['Identity Provider', 'identity-provider', 'keycloak | auth0'],
  ['Secrets Management', 'secrets-management', 'vault'],
  ['WAF', 'waf', 'aws-waf | cloudflare'],
  ['Certificate Management', 'certificate-management', 'cert-manager + lets-encrypt'],
  ['Container Security', 'container-security', 'trivy | clair + opa | gatekeeper'],
  ['Network Security', 'network-security', 'calico | cilium'],
  ['SIEM', 'siem', 'elastic-stack | loki + falco'],
  ['CI/CD', 'ci-cd', 'github-actions | gitlab-ci'],
  ['Monitoring', 'monitoring', 'prometheus + grafana'],
  ['Tracing Distribué', 'distributed-tracing', 'jaeger | tempo'],
  ['Logs', 'logging', 'elasticsearch | loki'],
  ['Performance', 'performance-testing', 'lighthouse | k6'],
  ['Chaos Engineering', 'chaos-engineering', 'chaos-mesh | litmus'],
  ['Web Frontend', 'web-frontend', 'react | vue + typescript'],
  ['State Management', 'state-management', 'redux-toolkit | pinia'],
  ['Mobile (Cross-platform)', 'cross-platform-mobile', 'react-native | flutter'],
  ['Mobile (Native)', 'native-mobile', 'swift(iOS) + kotlin(Android)'],
  ['API Client', 'api-client', 'apollo | trpc'],
  ['Progressive Web App', 'progressive-web-app', 'workbox | nextjs'],
  ['Blockchain Core', 'blockchain-core', 'substrate | cosmos-sdk + rust'],
  ['Smart Contracts', 'smart-contracts', 'rust{ink}'],
  ['Client Blockchain', 'blockchain-client', 'ethers | web3js'],
  ['Wallets', 'wallets', 'walletconnect | metamask-sdk'],
  ['Oracles', 'oracles', 'chainlink | api3'],
  ['Data Warehouse', 'data-warehouse', 'snowflake | bigquery'],
  ['ETL/ELT', 'etl', 'airbyte | dbt'],
  ['Stream Processing', 'stream-processing', 'flink | spark'],
  ['Machine Learning', 'machine-learning', 'tensorflow | pytorch + mlflow'],
  ['Feature Store', 'feature-store', 'feast | tecton'],
  ['BI & Visualisation', 'business-intelligence', 'metabase | power-bi'],
];

describe('The technology cell', () => {
  it('of every row of the bundled stack is read as by hand', () => {
    const rows = bundledCatalogs.fr.recommendations.map((row) => [row.component, row.role, show(row.expression)]);
    assert.deepEqual(rows, seed);
  });

  it('means the same in both languages', () => {
    const shape = (locale: 'en' | 'fr') =>
      bundledCatalogs[locale].recommendations.map(({ role, ring, expression }) => [
        role,
        ring,
        expression.allOf.map((group) => group.map((choice) => ({ ...choice, qualifiers: choice.qualifiers.length }))),
      ]);
    assert.deepEqual(shape('en'), shape('fr'));
    assert.deepEqual(
      bundled.documents.en.rows.map((row) => row.line),
      bundled.documents.fr.rows.map((row) => row.line),
    );
  });

  it('has no part in the bundled stack that is not understood', () => {
    const problems = (locale: 'en' | 'fr') => documentProblems(bundled.documents[locale], knowledge);
    assert.deepEqual([problems('fr'), problems('en')], [[], []]);
  });

  for (const [cell, expected] of [
    ['Kafka, Pulsar', 'kafka | pulsar'],
    ['Kafka; Pulsar & RabbitMQ', 'kafka | pulsar | rabbitmq'],
    ['Kafka et Pulsar', 'kafka | pulsar'],
    ['Kafka or Pulsar', 'kafka | pulsar'],
    ['apache kafka', 'kafka'],
    ['POSTGRE-SQL', 'postgresql'],
    ['PostgreSQL 16+', 'postgresql(16)'],
    ['PostgreSQL v17 with Patroni', 'postgresql[patroni](v17)'],
    ['Google Pub/Sub', 'google-pubsub'],
    ['Node.js', 'nodejs'],
    ['Swift (iOS), Kotlin (Android)', 'swift(iOS) + kotlin(Android)'],
    ['Swift (iOS), Kotlin', 'swift(iOS) | kotlin'],
    ['Kafka (mode KRaft)', 'kafka(mode KRaft)'],
    ['Kafkaesque', '?Kafkaesque'],
    ['Acme Kafka Bridge', '?Acme Kafka Bridge'],
    ['Kafka / Acme Bus', 'kafka ?Acme Bus'],
    ['Multi-cloud (AWS + Acme Cloud)', 'aws ~Multi-cloud ?Acme Cloud'],
    ['(((', ''],
    ['+ / ,', ''],
    ['—', ''],
    ['N/A', ''],
    ['TBD', ''],
    ['', ''],
  ] as const) {
    it(`“${cell}” is ${expected || 'nothing'}`, () => assert.equal(read(cell), expected));
  }
});
