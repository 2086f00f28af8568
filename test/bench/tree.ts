import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartYaml, template, valuesYaml } from './charts';
import { packageJson, terraform } from './manifests';
import { type Random, randomFrom } from './random';

/** How many manifests a service of the tree has. */
export const manifestsPerService = 20;

/** Services are written below `folder`: the same ones for the same seed. */
export function writeServices(folder: string, count: number, seed: number): void {
  writeFile(folder, '.gitignore', 'node_modules/\ndist/\n*.log\n');
  for (let at = 0; at < count; at++) {
    const random = randomFrom(seed * 10_000 + at);
    for (const [path, text] of service(random)) writeFile(join(folder, `service-${at}`), path, text);
  }
}

/** Twenty manifests, and sources that a walk has to pass by. */
function service(random: Random): [string, string][] {
  const packages = ['.', 'api', 'web', 'worker', 'shared', 'e2e', 'tools'];
  const modules = ['main', 'variables', 'outputs', 'network', 'database', 'queue'];
  const parts = ['deployment', 'service', 'ingress', 'cronjob'];
  return [
    ...packages.map((name): [string, string] => [`${name}/package.json`, packageJson(random, 4 + random.below(50))]),
    ...packages.map((name): [string, string] => [`${name}/src/index.ts`, `export const name = '${name}';\n`]),
    ...modules.map((name): [string, string] => [`infra/${name}.tf`, terraform(random, 1 + random.below(12))]),
    ['chart/Chart.yaml', chartYaml(random)],
    ['chart/values.yaml', valuesYaml(random, 1 + random.below(12))],
    ['chart/values-production.yaml', valuesYaml(random, 1 + random.below(4))],
    ...parts.map((name): [string, string] => [`chart/templates/${name}.yaml`, template(random, 1 + random.below(4))]),
  ];
}

function writeFile(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
