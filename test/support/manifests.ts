import type { Identifier } from '../../server/src/core/model';

/** A file in which an identifier is used. */
export interface Manifest {
  readonly path: string;
  readonly text: string;
}

/** Writes a file that uses an identifier, its conditions fulfilled; `*` becomes a word that no other name has. */
export function manifestOf(identifier: Identifier): Manifest {
  const write = writers[identifier.ecosystem];
  if (!write) throw new Error(`no kind of file has names of ${identifier.ecosystem}`);
  return write(identifier, concrete(identifier.name));
}

/** Whether any kind of file has names of its ecosystem. */
export const hasManifest = ({ ecosystem }: Identifier) => writers[ecosystem] !== undefined;

const concrete = (glob: string) => glob.replaceAll('*', 'zz9');
const repositoryOf = ({ repositories }: Identifier) => repositories?.[0] ?? 'https://charts.example.com';

const writers: Readonly<Partial<Record<Identifier['ecosystem'], (identifier: Identifier, name: string) => Manifest>>> =
  {
    pypi: (_, name) => ({ path: 'requirements.txt', text: `${name}==1.0.0\n` }),
    conda: (_, name) => ({
      path: 'environment.yml',
      text: `channels: [conda-forge]\ndependencies:\n  - ${name}=1.0.0\n`,
    }),
    cargo: (_, name) => ({ path: 'Cargo.toml', text: `[dependencies]\n${name} = "1.0.0"\n` }),
    npm: (_, name) => ({ path: 'package.json', text: JSON.stringify({ dependencies: { [name]: '1.0.0' } }) }),
    'terraform-resource': (one, name) => ({
      path: 'main.tf',
      text: `resource "${name}" "a" {\n${attributesOf(one)}}\n`,
    }),
    'terraform-provider': (_, name) => ({
      path: 'main.tf',
      text: `terraform {\n  required_providers {\n    a = {\n      source = "${name}"\n    }\n  }\n}\n`,
    }),
    'terraform-module': (one, name) => ({
      path: 'main.tf',
      text: `module "a" {\n  source = "${name}"\n${attributesOf(one)}}\n`,
    }),
    helm: (one, name) => ({
      path: 'Chart.yaml',
      text: `apiVersion: v2\nname: a\ndependencies:\n  - name: ${name}\n    version: 1.0.0\n    repository: ${repositoryOf(one)}\n`,
    }),
    pub: (_, name) => ({ path: 'pubspec.yaml', text: pubspecOf(name) }),
    maven: (_, name) => ({ path: 'build.gradle', text: `dependencies {\n    implementation '${name}:1.0.0'\n}\n` }),
    swift: (_, name) => ({
      path: 'Package.swift',
      text: `let package = Package(\n    dependencies: [\n        .package(url: "https://${name}.git", from: "1.0.0"),\n    ]\n)\n`,
    }),
    golang: (_, name) => ({ path: 'go.mod', text: `module a\n\nrequire ${name} v1.0.0\n` }),
    image: (_, name) => ({ path: 'values.yaml', text: `image: ${name}:1.0.0\n` }),
    'github-action': (_, name) => ({
      path: '.github/workflows/a.yml',
      text: `on: push\njobs:\n  a:\n    steps:\n      - uses: ${name}@v1\n`,
    }),
    'gitlab-include': (_, name) => ({
      path: '.gitlab-ci.yml',
      text: `include:\n  - ${name.endsWith('.yml') ? 'template' : 'component'}: ${name}\n`,
    }),
    file: (_, name) => fileOf(name),
    'k8s-api': (one, name) => ({
      path: 'templates/a.yaml',
      text: `apiVersion: ${name.replace('zz9', 'v1')}\nkind: ${concrete(one.where?.kind?.[0] ?? 'Thing')}\nmetadata:\n  name: {{ .Release.Name }}\n`,
    }),
  };

/** What the beginning of a file has to hold, where others have such names too. */
export const presenceHeads: Readonly<Record<string, string>> = {
  'app.yaml': 'runtime: nodejs22\n',
  'template.yaml': "AWSTemplateFormatVersion: '2010-09-09'\n",
  'host.json': '{ "version": "2.0" }\n',
  'serverless.yml': 'service: a\n',
  'buildspec.yml': 'version: 0.2\n',
  'cloudbuild.yaml': 'steps: []\n',
  'func.yaml': 'specVersion: 0.36.0\n',
  'azuredeploy.json':
    '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#" }\n',
  'samconfig.toml': 'version = 0.1\n',
  'krakend.json': '{ "version": 3 }\n',
  'kong.yml': '_format_version: "3.0"\n',
  'traefik.yml': 'entryPoints:\n',
  'trivy.yaml': 'severity: [HIGH]\n',
  '.jmx': '<jmeterTestPlan version="1.2">\n',
  'angular.json': '{ "projects": {} }\n',
};

function fileOf(name: string): Manifest {
  if (name === '.github/workflows') return { path: `${name}/a.yml`, text: 'jobs:\n' };
  return { path: name, text: presenceHeads[name] ?? 'a:\n' };
}

/** The framework itself comes with an SDK. */
const pubspecOf = (name: string) =>
  name === 'flutter' ? 'dependencies:\n  flutter:\n    sdk: flutter\n' : `dependencies:\n  ${name}: ^1.0.0\n`;

/** `a.b: x` is an attribute in a nested block. */
function attributesOf({ where }: Identifier): string {
  return Object.entries(where ?? {})
    .map(([path, values]) => {
      const keys = path.split('.');
      const attribute = `${keys.pop()} = "${concrete(values[0] ?? '')}"`;
      return `  ${keys.reduceRight((inner, key) => `${key} {\n    ${inner}\n  }`, attribute)}\n`;
    })
    .join('');
}
