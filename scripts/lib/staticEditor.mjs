// VS Code for the Web: the workbench of the VS Code server (codeServer.mjs) as files that a plain server hands out. There
// is no extension host but the worker in the browser, and no files but those in its memory.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { inRoot } from './paths.mjs';
import { SETTINGS } from './settings.mjs';

const HOST = '127.0.0.1';
const WORKBENCH = join('workbench', 'workbench.js');
const OF_THE_SERVER = {
  'remoteAuthority:location.host': 'remoteAuthority:void 0',
  'N.file(this.userDataPath).with({scheme:K.vscodeRemote})': 'N.file("/user").with({scheme:"vscode-userdata"})',
};
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Starts a server for `editor`, the folder of the VS Code server, with the extension in the folder `extension` and the
 * files below `workspace`, which the editor opens as memory:/. For `openPage` of webEditor.mjs.
 */
export async function startStaticEditor({ editor, extension, workspace, home, defer }) {
  const files = JSON.stringify(textsBelow(workspace));
  const roots = { '/editor/': editor, '/extension/': extension, '/memory/': inRoot('scripts', 'lib', 'memoryFiles') };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, `http://${HOST}`);
    if (pathname === '/') return answer(response, page(server.address().port), '.html');
    if (pathname === '/memory/files.json') return answer(response, files, '.json');
    const path = fileOf(roots, decodeURIComponent(pathname));
    if (!path) return response.writeHead(404).end();
    return answer(response, path.endsWith(WORKBENCH) ? withoutServer(path) : readFileSync(path), extname(path));
  });
  await new Promise((listening) => server.listen(0, HOST, listening));
  defer(() => server.close());
  defer(() => server.closeAllConnections());
  return { address: `http://${HOST}:${server.address().port}/?folder=${encodeURIComponent('memory:/')}`, home };
}

function answer(response, body, ending) {
  const type = TYPES[ending] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
}

/** The workbench asks a server behind it for settings and files; without these words it is that of VS Code for the Web. */
function withoutServer(path) {
  const text = readFileSync(path, 'utf8');
  const missing = Object.keys(OF_THE_SERVER).filter((words) => !text.includes(words));
  if (missing.length) throw new Error(`the workbench is another one: ${missing} is not in it`);
  return Object.entries(OF_THE_SERVER).reduce((all, [words, instead]) => all.replace(words, instead), text);
}

/** The file that an address names, inside of the folder that it begins with. */
function fileOf(roots, pathname) {
  const [prefix, root] = Object.entries(roots).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
  if (!root) return undefined;
  const path = resolve(root, pathname.slice(prefix.length));
  return path.startsWith(resolve(root) + sep) && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

/** The workbench's own page, filled in as a web site would that has no server behind it. */
function page(port) {
  const extensions = ['/extension', '/memory'].map((path) => ({ scheme: 'http', authority: `${HOST}:${port}`, path }));
  const configuration = {
    additionalBuiltinExtensions: extensions,
    configurationDefaults: SETTINGS,
    enableWorkspaceTrust: false,
    productConfiguration: {
      enableTelemetry: false,
      webviewContentExternalBaseUrlTemplate: `http://${HOST}:${port}/editor/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    ...{ isEnabledFileDownloads: false, isEnabledFileUploads: false, isEnabledCoderGettingStarted: false },
  };
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta id="vscode-workbench-web-configuration" data-settings="${escaped(JSON.stringify(configuration))}" />
    <meta id="vscode-workbench-auth-session" data-settings="" />
    <link rel="stylesheet" href="/editor/out/vs/code/browser/workbench/workbench.css" />
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = new URL('/editor/out/', location).toString();</script>
  <script type="module" src="/editor/out/nls.messages.js"></script>
  <script type="module" src="/editor/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The files below a folder, as the editor sees them: paths from `/` to texts. */
function textsBelow(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const nameOf = (path) => `/${relative(folder, path).replaceAll('\\', '/')}`;
  return Object.fromEntries(paths.map((path) => [nameOf(path), readFileSync(path, 'utf8')]));
}
