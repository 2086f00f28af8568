import { values } from '../../server/src/core/files/values';

describe('values.yaml of any text', () => {
  it('takes linear time on one map of many images', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `a${index}Image: b/c\nrepository: d/e\n`).join('');
    values.read(`${many}tag: 1\n`);
  }).timeout(30_000);
});
