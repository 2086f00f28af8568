import assert from 'node:assert/strict';
import { bundledCatalogs } from '../support/bundled';
import { findingsIn, text } from '../support/findings';
import { unmarked } from '../support/marks';

const { en } = bundledCatalogs;

/** Names that prove little, as public repositories have them: a hint, or nothing. */
const pictures: Readonly<Record<string, string>> = {
  'go.mod': text`
    require (
      go.opentelemetry.io/otel/exporters/zipkin v1.45.0
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint not-recommended zipkin → jaeger, tempo
      github.com/DataDog/sketches-go v1.4.6
    )`,
  'Cargo.toml': text`
    [dependencies]
    alloy-primitives = "1.6"
    alloy-rpc-types.workspace = true
    alloy-provider = "2.4"
    ^^^^^^^^^^^^^^ hint not-recommended alloy-rs → ethers`,
  'pubspec.yaml': text`
    dependencies:
      amazon_cognito_identity_dart_2: ^3.0.0
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint not-recommended cognito → keycloak, auth0`,
  'build.gradle': text`
    dependencies {
      implementation 'com.datadoghq:sketches-java:0.8.3'
      implementation 'com.couchbase.lite:couchbase-lite-android:3.2.0'
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint not-recommended couchbase → mongodb-atlas, cosmosdb
    }`,
  '.github/workflows/ci.yml': text`
    jobs:
      a:
        steps:
          - uses: snyk/actions/node@v1
                  ^^^^^^^^^^^^^^^^^ hint not-recommended snyk → trivy, clair, opa, gatekeeper
          - uses: cloudflare/wrangler-action@v3
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint not-recommended cloudflare-workers → aws-lambda, knative`,
};

describe('Doubtful names', () => {
  for (const [path, expected] of Object.entries(pictures))
    it(`never warn in ${path}`, () => assert.equal(findingsIn(path, unmarked(expected), en), expected));
});
