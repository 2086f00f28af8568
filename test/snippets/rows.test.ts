import assert from 'node:assert/strict';
import { insertableSnippets } from '../../server/src/core/catalog/insertable';
import { bundled, bundledCatalogs } from '../support/bundled';

describe('The snippets', () => {
  it('are there for every row of the bundled stack, of a technology that it recommends', () => {
    const offered = insertableSnippets(bundledCatalogs.en, bundled.snippets).all.flatMap(
      ({ snippet }) => snippet ?? [],
    );
    const roles = new Set(offered.map((snippet) => snippet.role));
    const missing = bundledCatalogs.en.recommendations.map((row) => row.role).filter((role) => !roles.has(role));
    assert.deepEqual(missing, []);
  });

  it('include what the rows ask for beside a technology', () => {
    const bodies = bundled.snippets.map((snippet) => snippet.body).join('\n');
    for (const asked of [
      'patroni|acid.zalan.do',
      'aws_s3_bucket_replication_configuration',
      'num_node_groups|clusterMode|cluster_mode',
      'eks/aws',
      'google_container_cluster',
      'required_providers',
    ]) {
      assert.match(bodies, new RegExp(asked), asked);
    }
  });
});
