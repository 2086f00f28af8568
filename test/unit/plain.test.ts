import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import { joined, pathOf, rootedUri, uriOf, written } from '../../server/src/host/plain';

/** Names of plain letters, and such as are written otherwise in a URI, or mean something. */
const names = ['a', 'a-b_c.d~e', '.github', '..', '.', '..x', 'é', 'a b', 'c:', '%41', 'a#b', '@x', '', 'x.'];
const paths = names.flatMap((one) => names.map((other) => `/${one}/${other}`));

describe('URIs of plain names', () => {
  it('are what vscode-uri makes of them', function () {
    if (process.platform === 'win32') this.skip(); // paths are others there
    for (const path of ['/', '/a', ...paths]) {
      const uri = URI.file(path).toString();
      assert.equal(uriOf(path), uri);
      assert.equal(written(uri), uri);
      assert.equal(pathOf(uri), URI.parse(uri).fsPath);
    }
  });

  it('of directories and what is in them, too', () => {
    for (const path of paths.map((one) => one.replace(/\/+$/, '') || '/a')) {
      const directory = URI.file(path).toString();
      assert.equal(rootedUri(directory), directory);
      for (const name of names)
        assert.equal(joined(directory, name), Utils.joinPath(URI.parse(directory), name).toString());
    }
  });

  it('read what others have written otherwise', () => {
    for (const uri of [
      'file:///a%41/%C3%A9',
      'file:///C%3A/x',
      'untitled:a',
      'vscode-vfs://github/a/b?c#d',
      'FILE:///a',
    ])
      assert.equal(written(uri), URI.parse(uri).toString());
  });
});
