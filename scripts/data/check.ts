import { basename } from 'node:path';
import { fold } from '../../server/src/core/catalog/names';
import { identifiersOf, type TechnologyFile } from '../../server/src/core/catalog/technologies';
import type { Identifier, Role } from '../../server/src/core/model';
import { checkShape } from './shape';
import type { YamlFile } from './yamlFile';

type File = YamlFile<TechnologyFile>;

/** Everything that is wrong with the knowledge base, each as `file:line: reason`. */
export function checkKnowledge(files: readonly File[], roles: YamlFile<Role[]>, schema: object): string[] {
  const shape = files.flatMap((file) => checkFile(file, schema));
  if (shape.length) return shape;
  const ids = new Set(files.map((file) => file.content.id));
  const roleIds = new Set(roles.content.map((role) => role.id));
  return [...files.flatMap((file) => checkReferences(file, ids, roleIds)), ...checkNames(files), ...checkClaims(files)];
}

function checkFile(file: File, schema: object): string[] {
  const problems = checkShape(file, schema);
  if (problems.length || file.content.id === basename(file.path, '.yaml')) return problems;
  return [`${file.place(['id'])}: the id is not the name of the file`];
}

function checkReferences(file: File, ids: ReadonlySet<string>, roleIds: ReadonlySet<string>): string[] {
  const { content } = file;
  const wrong = (key: string, names: readonly (string | undefined)[], known: ReadonlySet<string>) =>
    [...new Set(names)]
      .filter((name) => name !== undefined && !known.has(name))
      .map((name) => `${file.place([key])}: ${key}: unknown ${name}`);
  const identifiers = identifiersOf(content);
  return [
    ...wrong('roles', content.roles, roleIds),
    ...wrong('variantOf', [content.variantOf], ids),
    ...wrong('compatibleWith', content.compatibleWith ?? [], ids),
    ...wrong('deprecated', [content.deprecated?.replacedBy], ids),
    ...wrong(
      'identifiers',
      identifiers.flatMap((one) => [...one.speaks, ...(one.without ?? [])]),
      ids,
    ),
    ...wrong(
      'identifiers',
      identifiers.flatMap((one) => one.roles ?? []),
      new Set(content.roles),
    ),
    ...wrong(
      'identifiers',
      identifiers.flatMap((one) => one.whereAssigned ?? []),
      roleIds,
    ),
  ];
}

/** A name in a document must mean one technology. */
function checkNames(files: readonly File[]): string[] {
  const owners = new Map<string, string>();
  return files.flatMap((file) => {
    const { id, name, aliases } = file.content;
    return [...new Set([id, name, ...(aliases ?? [])].map(fold))].flatMap((key) => {
      const owner = owners.get(key);
      owners.set(key, owner ?? id);
      return owner ? [`${file.place(['name'])}: the name ${key} is also one of ${owner}`] : [];
    });
  });
}

/** An identifier belongs to one technology; who else it serves stands in `speaks`. */
function checkClaims(files: readonly File[]): string[] {
  const owners = new Map<string, string>();
  return files.flatMap((file) =>
    identifiersOf(file.content)
      .flatMap(claimsOf)
      .flatMap((claim) => {
        const owner = owners.get(claim);
        owners.set(claim, owner ?? file.content.id);
        return owner ? [`${file.place(['identifiers'])}: ${claim} is claimed by ${owner} too`] : [];
      }),
  );
}

function claimsOf(one: Identifier): string[] {
  const conditions = Object.entries(one.where ?? {}).flatMap(([path, values]) =>
    values.map((value) => ` [${path}=${value}]`),
  );
  return (one.repositories ?? ['']).flatMap((place) =>
    (conditions.length ? conditions : ['']).map((condition) =>
      `${one.ecosystem} ${one.name} ${place}${condition}`.trim(),
    ),
  );
}
