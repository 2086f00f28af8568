import { join } from 'node:path';
// The same runner that counts every other suite; what VS Code loads is this file.
import { runSuite } from '../../scripts/lib/suite.mjs';

/** What ends the server comes last. */
const files = ['extension.test.cjs', 'crashes.test.cjs'];

export const run = (): Promise<void> => runSuite(files.map((name) => join(__dirname, name)));
