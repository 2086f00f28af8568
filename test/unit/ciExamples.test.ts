import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { callsIn, githubJobs, gitlabJobs, hooks, kubernetesJob } from '../support/ciExamples';
import { parsed } from '../support/program';

const lines: Readonly<Record<string, readonly string[]>> = {
  'examples/ci/github-actions.yml': Object.values(githubJobs()).flat(),
  'examples/ci/gitlab-ci.yml': Object.values(gitlabJobs()).flat(),
  'examples/ci/kubernetes-indexed-job.yaml': [kubernetesJob().script],
  '.pre-commit-hooks.yaml': hooks().map(({ entry }) => entry),
  'README.md': [readFileSync('README.md', 'utf8')],
};

describe('What is ready to copy', () => {
  for (const [path, scripts] of Object.entries(lines))
    it(`${path} calls the command line as it is`, async () => {
      const calls = scripts.flatMap(callsIn);
      assert.ok(calls.length > 0);
      for (const call of calls) {
        const known = call.map((word) => word.replace('$SHARD', '1/4'));
        const { output } = await parsed(known);
        assert.equal(output, '', call.join(' '));
      }
    });

  it('runs in as many pods as the job has completions', () => {
    const { completions, pods } = kubernetesJob();
    assert.equal(pods, completions);
  });

  it('hooks onto the files that are read, and no others', () => {
    const [hook] = hooks();
    assert.deepEqual([hook?.id, hook?.language], ['stack-guidance', 'node']);
    const files = new RegExp(hook?.files ?? '^$');
    for (const path of [
      'package.json',
      'a/package.json',
      'main.tf',
      'a/main.tofu',
      'a/main.tf.json',
      'Chart.yaml',
      'a/requirements.yml',
      'a/values-prod.yaml',
      'a/prod.values.yaml',
      'shop/templates/sub/_helpers.tpl',
    ])
      assert.match(path, files);
    for (const path of ['package-lock.json', 'x.tfvars', 'a/compose.yaml', 'my-package.json', 'templates/a.html'])
      assert.doesNotMatch(path, files);
  });
});
