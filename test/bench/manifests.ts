import { valuesYaml } from './charts';
import { type Random, randomFrom } from './random';
import { knownPackages, otherPackages, resources, scopes, words } from './vocabulary';

/** A package.json with so many dependencies; one in eight is a name that the knowledge base may know. */
export function packageJson(random: Random, count: number): string {
  const names = new Set<string>();
  while (names.size < count) names.add(packageName(random));
  const lines = [...names].sort().map((name) => `    "${name}": "^${random.below(20)}.${random.below(30)}.0"`);
  const half = Math.ceil((count * 2) / 3);
  const section = (name: string, of: readonly string[]) => `  "${name}": {\n${of.join(',\n')}\n  }`;
  const name = `  "name": "@shop/${random.pick(words)}",\n  "version": "1.${random.below(90)}.0",\n  "private": true`;
  const scripts = section('scripts', ['    "build": "tsc -b"', '    "test": "node --test"']);
  const sections = [section('dependencies', lines.slice(0, half)), section('devDependencies', lines.slice(half))];
  return `{\n${[name, scripts, ...sections].join(',\n')}\n}\n`;
}

function packageName(random: Random): string {
  const kind = random.below(16);
  if (kind < 2) return random.pick(knownPackages);
  if (kind < 6) return random.pick(otherPackages);
  const name = `${random.pick(words)}-${random.pick(words)}`;
  return kind < 12 ? name : `${random.pick(scopes)}/${name}`;
}

/** Terraform of so many blocks. */
export function terraform(random: Random, count: number): string {
  return Array.from({ length: count }, (_, at) => block(random, at)).join('\n');
}

function block(random: Random, at: number): string {
  const name = `${random.pick(words)}_${at}`;
  const kind = random.below(8);
  if (kind === 0)
    return `variable "${name}" {\n  type        = string\n  description = "The ${name} of the shop."\n}\n`;
  if (kind === 1) return `output "${name}" {\n  value = module.${name}.id\n}\n`;
  const tags = `\n  tags = {\n    team  = "${random.pick(words)}"\n    stage = var.stage\n  }\n`;
  const policy = `\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"] }]\n  })\n`;
  const script = `\n  user_data = <<-EOT\n    #!/bin/sh\n    echo "\${var.stage}" > /etc/stage\n  EOT\n`;
  const body = `  # ${random.pick(words)} of the ${random.pick(words)}\n  name   = "\${var.stage}-${name}"\n  count  = var.size > ${random.below(9)} ? 1 : 0\n`;
  const rest = random.pick([tags, tags, policy, script]);
  const type = random.pick(resources);
  const engine = type === 'aws_db_instance' ? `  engine = "${random.pick(['postgres', 'mysql', 'mariadb'])}"\n` : '';
  return `resource "${type}" "${name}" {\n${engine}${body}${rest}}\n`;
}

/** The files that are edited: about 300 dependencies, 60 KB and 200 KB. */
export const editedFiles: Readonly<Record<string, string>> = {
  'package.json': packageJson(randomFrom(1), 300),
  'main.tf': grown((count) => terraform(randomFrom(2), count), 60_000),
  'values.yaml': grown((count) => valuesYaml(randomFrom(3), count), 200_000),
};

/** The shortest text of at least this length. */
function grown(make: (count: number) => string, length: number): string {
  const per = make(100).length / 100;
  for (let count = Math.floor((length / per) * 0.9); ; count++) {
    const text = make(count);
    if (text.length >= length) return text;
  }
}
