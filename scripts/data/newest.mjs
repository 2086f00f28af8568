// Asks a registry for the newest stable version of a name. Versions are taken as published; a registry that does not
// answer is an error that names it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const TERRAFORM = 'registry.terraform.io';

/** What npm has to leave out, and why. */
const LIMITS = new Map([
  ['react-native', '<1000'], // 1000.0.0 was published by mistake.
  ['@polkadot/api', '<17'], // 17.0.1 depends on packages of its own release that are not there.
]);

/** How each ecosystem is asked: the place, and what it says of a name; no place where nobody can be asked. */
export const registries = {
  npm: { place: () => 'npm', ask: newestPackage },
  helm: { place: chartRepository, ask: newestChart },
  'terraform-provider': { place: () => TERRAFORM, ask: (name) => newestInTerraform(`providers/${name}`) },
  'terraform-module': { place: () => TERRAFORM, ask: (name) => newestInTerraform(`modules/${name.split('//')[0]}`) },
};

/** Digits and dots, with a `v` or not: no prerelease, no build. */
export const isStable = (version) => /^v?\d+(\.\d+)*$/i.test(version);

/** Negative where `a` is the older. */
export function compare(a, b) {
  const [left, right] = [a, b].map((version) => version.replace(/^v/i, '').split('.').map(Number));
  const index = left.findIndex((part, at) => part !== (right[at] ?? 0));
  if (index < 0) return left.length === right.length ? 0 : -1;
  return left[index] - (right[index] ?? 0);
}

export const newestOf = (versions) => versions.filter(isStable).sort(compare).at(-1);

async function newestPackage(name) {
  const limit = LIMITS.get(name);
  const seen = await npmView(limit ? `${name}@${limit}` : name);
  const known = seen.map((one) => (typeof one === 'string' ? { version: one } : one));
  const version = newestOf(known.map((one) => one.version));
  return known.find((one) => one.version === version);
}

/** npm prints a text for one field, an object for several, and a list of them for a range. */
async function npmView(specifier) {
  const cli = process.env.npm_execpath;
  if (!cli) throw new Error('npm: start this with `npm run data:refresh`');
  const args = [cli, 'view', specifier, 'version', 'deprecated', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26, timeout: 60_000 });
  return [JSON.parse(stdout)].flat();
}

/** The repository that is proposed: the first. What lies in an OCI registry has no index. */
function chartRepository({ repository }) {
  const [first] = [repository ?? []].flat();
  return first?.startsWith('https://') ? first.replace(/\/$/, '') : undefined;
}

const indexes = new Map();

async function newestChart(name, repository) {
  if (!indexes.has(repository)) indexes.set(repository, download(`${repository}/index.yaml`).then(parse));
  const charts = (await indexes.get(repository)).entries?.[name] ?? [];
  const version = newestOf(charts.map((chart) => chart.version));
  return version && { version, deprecated: charts.find((chart) => chart.version === version).deprecated };
}

async function newestInTerraform(path) {
  const answer = JSON.parse(await download(`https://${TERRAFORM}/v1/${path}/versions`));
  const versions = answer.versions ?? answer.modules?.[0]?.versions ?? [];
  const version = newestOf(versions.map((one) => one.version));
  return version && { version };
}

async function download(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
