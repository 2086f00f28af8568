import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder, manifest } from '../support/commandLine';

describe('stack-guidance check --fix', function () {
  // Each test starts several processes, on a machine that may be busy.
  this.timeout(30_000);
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());
  const values = '\uFEFFa:\r\n  image: grafana/grafana-oss:12.0\r\nb:\r\n  image: mysql:8\r\n';

  it('makes drop-in replacements only, says which, and reports the rest; line ends, mark and mode stay', () => {
    folder.write('shop/values.yaml', values);
    folder.write('api/package.json', manifest('mysql2'));
    chmodSync(join(folder.root, 'shop/values.yaml'), 0o640);
    const mode = statSync(join(folder.root, 'shop/values.yaml')).mode;
    const { status, stdout, stderr } = folder.run(['check', '--fix', '--format', 'json']);
    assert.match(stderr, /^shop\/values\.yaml:2:10: fixed: Replace with [^\n]*grafana\/grafana[^\n]*\n$/);
    assert.equal(folder.read('shop/values.yaml'), values.replace('grafana-oss', 'grafana'));
    assert.equal(folder.read('api/package.json'), manifest('mysql2'));
    assert.deepEqual(JSON.parse(stdout).summary.warning, 2);
    assert.equal(status, 1);
    assert.equal(statSync(join(folder.root, 'shop/values.yaml')).mode, mode);
    assert.deepEqual(readdirSync(join(folder.root, 'shop')), ['values.yaml'], 'nothing is left beside it');
  });

  it('leaves alone what is known, and what would lose bytes', () => {
    folder.write('values.yaml', values);
    folder.run(['check', '--write-baseline']);
    assert.equal(folder.run(['check', '--fix', '--baseline', '.stack-guidance-baseline.json']).stderr, '');
    assert.equal(folder.read('values.yaml'), values);
    const latin = Buffer.from('# caf\xe9\nimage: grafana/grafana-oss:12.0\n', 'latin1');
    folder.write('values.yaml', latin);
    assert.match(folder.run(['check', '--fix']).stderr, /^not fixed: values\.yaml is not UTF-8/);
    assert.deepEqual(folder.bytes('values.yaml'), latin);
  });
});
