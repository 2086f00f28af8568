// Packs the extension as a .vsix and installs it in the VS Code server, both offline.
import { join } from 'node:path';
import { isBuilt, markBuilt } from './build.mjs';
import { inRoot } from './paths.mjs';
import { node } from './run.mjs';
import { serverCommand } from './webEditor.mjs';

const VSCE = ['node_modules', '@vscode', 'vsce', 'vsce'];

/** An extensions folder in `folder` that holds this extension as users get it: packed, then installed. */
export async function installedExtension({ server, folder, defer }) {
  const vsix = join(folder, 'extension.vsix');
  const extensions = join(folder, 'extensions');
  const options = { quiet: true, seconds: 180, defer };
  const pack = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '-o', vsix];
  const built = isBuilt();
  succeed('packing the extension', await node([inRoot(...VSCE), ...pack], options));
  if (built) markBuilt(); // packing may have built the same sources once more
  const install = ['--install-extension', vsix, '--extensions-dir', extensions];
  const [args, env] = serverCommand(server, join(folder, 'install'), install);
  succeed('installing the extension', await node(args, { ...options, env }));
  return extensions;
}

function succeed(what, code) {
  if (code !== 0) throw new Error(`${what} failed (${code})`);
}
