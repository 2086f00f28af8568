import { version } from '../../../package.json';
import { main } from '../cli/main';
import { readBundled } from './bundled';

void main(process.argv, readBundled(), version);
