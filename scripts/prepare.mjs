// npm runs this where the package is installed from its git repository, as pre-commit does: there is no dist/ there, and
// nobody else builds it. In a working copy, `npm start`, `npm test` and `npm run build` build. Node built-ins only.
import { existsSync } from 'node:fs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { node } from './lib/run.mjs';

main(async (defer) => {
  if (process.env.npm_command === 'ci' || existsSync(inRoot('dist', 'cli.js'))) return 0;
  // `npm install --global` of a git repository says `global` to the installation of what the build needs, too.
  process.env.npm_config_global = 'false';
  await ensureInstalled({ defer });
  return node([inRoot('scripts', 'build.mjs'), '--production'], { defer });
});
