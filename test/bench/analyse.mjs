// Runs stack-analyser over a folder: node analyse.mjs <its dist folder> <folder>. Its own command line waits half a second first.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , dist, folder] = process.argv;
const load = (name) => import(pathToFileURL(join(dist, name)).href);
const [{ analyser, FSProvider }] = await Promise.all([load('index.js'), load('autoload.js')]);
const found = await analyser({ provider: new FSProvider({ path: folder, ignorePaths: [] }) });
if (found.techs.size + found.childs.length === 0) throw new Error('stack-analyser found nothing');
JSON.stringify(found.toJson(folder));
