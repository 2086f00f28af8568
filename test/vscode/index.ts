import { join } from 'node:path';
// The same runner that counts every other suite; what VS Code loads is this file.
import { runSuite } from '../../scripts/lib/suite.mjs';

export const run = (): Promise<void> => runSuite([join(__dirname, 'extension.test.cjs')]);
