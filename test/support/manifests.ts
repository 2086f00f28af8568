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
    image: (_, name) => ({ path: 'values.yaml', text: `image: ${name}:1.0.0\n` }),
    'k8s-api': (one, name) => ({
      path: 'templates/a.yaml',
      text: `apiVersion: ${name.replace('zz9', 'v1')}\nkind: ${concrete(one.where?.kind?.[0] ?? 'Thing')}\nmetadata:\n  name: {{ .Release.Name }}\n`,
    }),
  };

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
