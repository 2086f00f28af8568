import { version } from '../../../package.json';
import { main } from '../cli/main';
import { readBundled } from './bundled';
import { compileForShortRun, giveWay } from './threads';

compileForShortRun();
giveWay();
// Nobody else needs the protocol of assistants: it is a bundle of its own.
void main(process.argv, readBundled(), version, async () => require('./mcp.js'));
