// `npm start`: installs and builds what is stale, prints the findings of examples/, and opens the editor on them.
//   STACK_GUIDANCE_EDITOR=code   VS Code, with this extension under development (the default where `code` is on the PATH)
//   STACK_GUIDANCE_EDITOR=web    the VS Code server, in the browser (the default elsewhere); Ctrl-C ends it
//   STACK_GUIDANCE_EDITOR=none   only the findings
// Nothing imported here needs more than Node: the dependencies may not be there yet.
import { spawnSync } from 'node:child_process';
import { browse } from './lib/browse.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { getCodeServer } from './lib/codeServer.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot, ROOT, tempFolder } from './lib/paths.mjs';
import { node, WINDOWS, which } from './lib/run.mjs';
import { installedExtension } from './lib/vsix.mjs';
import { startServer } from './lib/webEditor.mjs';

const EXAMPLES = 'examples';
const EDITORS = { code: openCode, web: openWeb, none: () => 0 };

main(async (defer) => {
  const editor = chooseEditor();
  await ensureInstalled({ defer });
  await ensureBuilt({ defer });
  await printFindings(defer);
  return EDITORS[editor](defer);
});

function chooseEditor() {
  const chosen = process.env.STACK_GUIDANCE_EDITOR || (which('code') && !process.env.CI ? 'code' : 'web');
  if (!Object.hasOwn(EDITORS, chosen)) throw new Error(`STACK_GUIDANCE_EDITOR is code, web or none, not ${chosen}`);
  return chosen;
}

/** 0 and 1 (there are findings) are both fine. */
async function printFindings(defer) {
  console.log(`What \`stack-guidance check ${EXAMPLES}\` finds:\n`);
  const code = await node([inRoot('dist', 'cli.js'), 'check', EXAMPLES], { defer });
  if (code > 1) throw new Error(`the check could not run (${code})`);
}

function openCode() {
  const command = which('code');
  if (!command) throw new Error('there is no `code` on the PATH; STACK_GUIDANCE_EDITOR=web needs none');
  console.log('\nOpening VS Code…');
  const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, inRoot(EXAMPLES)];
  const quoted = (text) => (WINDOWS ? `"${text}"` : text); // there it is code.cmd, which needs a shell
  return spawnSync(quoted(command), args.map(quoted), { stdio: 'inherit', shell: WINDOWS }).status ?? 1;
}

async function openWeb(defer) {
  const folder = await getCodeServer({ defer });
  const temporary = tempFolder(defer);
  const extensions = await installedExtension({ server: folder, folder: temporary, defer });
  const server = await startServer({ folder, workspace: inRoot(EXAMPLES), extensions, defer });
  console.log(`\nOpen ${server.address}\n(Ctrl-C ends it.)`);
  browse(server.address);
  throw new Error(await server.gone); // until Ctrl-C ends both
}
