import assert from 'node:assert/strict';
import { isInShard, parseShard, shardOf } from '../../server/src/cli/shard';

const chosen = (environment: Record<string, string>) => {
  const shard = shardOf(environment, (...pair) => new Error(pair.join(' ')));
  return shard && `${shard.index}/${shard.total} ${shard.variable}`;
};

describe('A shard', () => {
  it('is written i/n', () => {
    assert.deepEqual(parseShard('2/4'), { index: 2, total: 4 });
    for (const text of ['0/0', '0/4', '5/4', '1', '1/', '-1/2', '1/2/3', '1.5/2', 'a/b', ''])
      assert.equal(parseShard(text), undefined, text);
  });

  for (const [environment, expected] of [
    [{ JOB_COMPLETION_INDEX: '0', STACK_GUIDANCE_SHARDS: '8' }, '1/8 JOB_COMPLETION_INDEX'],
    [{ CI_NODE_INDEX: '8', CI_NODE_TOTAL: '8' }, '8/8 CI_NODE_INDEX'],
    [{ CIRCLE_NODE_INDEX: '3', CIRCLE_NODE_TOTAL: '4' }, '4/4 CIRCLE_NODE_INDEX'],
    [{ BUILDKITE_PARALLEL_JOB: '0', BUILDKITE_PARALLEL_JOB_COUNT: '5' }, '1/5 BUILDKITE_PARALLEL_JOB'],
    [{ BITBUCKET_PARALLEL_STEP: '1', BITBUCKET_PARALLEL_STEP_COUNT: '2' }, '2/2 BITBUCKET_PARALLEL_STEP'],
    [{ SEMAPHORE_JOB_INDEX: '1', SEMAPHORE_JOB_COUNT: '2' }, '1/2 SEMAPHORE_JOB_INDEX'],
    [{ AWS_BATCH_JOB_ARRAY_INDEX: '9', AWS_BATCH_JOB_ARRAY_SIZE: '10' }, '10/10 AWS_BATCH_JOB_ARRAY_INDEX'],
    [{ CLOUD_RUN_TASK_INDEX: '0', CLOUD_RUN_TASK_COUNT: '1' }, '1/1 CLOUD_RUN_TASK_INDEX'],
    [{ JOB_COMPLETION_INDEX: '3' }, undefined],
    [{ CI_NODE_TOTAL: '1' }, undefined],
  ] as const)
    it(`is ${expected ?? 'nothing'} where ${JSON.stringify(environment)}`, () =>
      assert.equal(chosen(environment), expected));

  it('is a mistake where the variables are no shard', () => {
    assert.throws(() => chosen({ CI_NODE_INDEX: '0', CI_NODE_TOTAL: '2' }), /CI_NODE_INDEX=0 CI_NODE_TOTAL=2/);
    assert.throws(() => chosen({ JOB_COMPLETION_INDEX: '8', STACK_GUIDANCE_SHARDS: '8' }), /INDEX=8/);
    assert.throws(() => chosen({ CI_NODE_INDEX: '1', CI_NODE_TOTAL: 'x' }), /TOTAL=x/);
  });

  it('holds each file once, about as many as the others, and always the same', () => {
    const files = Array.from({ length: 4000 }, (_, i) => `services/s${i}/${i % 2 ? 'package.json' : 'main.tf'}`);
    const sizes = [1, 2, 3, 4].map((index) => files.filter((file) => isInShard(file, { index, total: 4 })).length);
    assert.equal(
      sizes.reduce((sum, size) => sum + size),
      files.length,
    );
    for (const size of sizes) assert.ok(Math.abs(size - 1000) < 100, `${sizes}`);
    // A hash that changes sends the same file to two machines while a pipeline is being updated.
    assert.deepEqual(
      ['api/package.json', 'infra/main.tf', 'é.tf'].map((file) =>
        [1, 2, 3, 4, 5, 6, 7].find((index) => isInShard(file, { index, total: 7 })),
      ),
      [5, 1, 2],
    );
  });
});
