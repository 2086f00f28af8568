// An extension for tests in VS Code for the Web: a workspace `memory:` in the memory of the browser. What is in it the
// server of the page knows: files.json beside this file, paths to texts.
const { Disposable, EventEmitter, FileSystemError, FileType, Uri, workspace } = require('vscode');

exports.activate = async ({ extensionUri, subscriptions }) => {
  const written = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'files.json'));
  const files = new Map(Object.entries(JSON.parse(new TextDecoder().decode(written))));
  subscriptions.push(workspace.registerFileSystemProvider('memory', providerOf(files)));
};

function providerOf(files) {
  const changes = new EventEmitter();
  const below = ({ path }) => [...files.keys()].filter((one) => one.startsWith(path.replace(/\/?$/, '/')));
  return {
    onDidChangeFile: changes.event,
    watch: () => new Disposable(() => {}),
    stat(uri) {
      const text = files.get(uri.path);
      if (text === undefined && !below(uri).length) throw FileSystemError.FileNotFound(uri);
      const size = text === undefined ? 0 : new TextEncoder().encode(text).length;
      return { type: text === undefined ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size };
    },
    readDirectory(uri) {
      const start = uri.path.replace(/\/?$/, '/').length;
      const names = new Map(below(uri).map((path) => [path.slice(start).split('/')[0], path.indexOf('/', start) > 0]));
      return [...names].map(([name, isDirectory]) => [name, isDirectory ? FileType.Directory : FileType.File]);
    },
    readFile(uri) {
      const text = files.get(uri.path);
      if (text === undefined) throw FileSystemError.FileNotFound(uri);
      return new TextEncoder().encode(text);
    },
    writeFile(uri, content) {
      files.set(uri.path, new TextDecoder().decode(content));
      changes.fire([{ type: 1, uri }]);
    },
    createDirectory() {},
    delete: (uri) => void files.delete(uri.path),
    rename(from, to) {
      files.set(to.path, files.get(from.path) ?? '');
      files.delete(from.path);
    },
  };
}
