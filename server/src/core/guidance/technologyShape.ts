import type { TechnologyFile } from '../catalog/technologies';
import { type Ecosystem, ecosystems, type Lifecycle, type Role } from '../model';
import { either, list, map, oneOf, record, type Shape, type ShapeProblem, text } from '../policy/shape';

/** Names that a file may refer to. */
export interface KnownNames {
  readonly technologies: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

const kebab = text((value) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? undefined : 'kebab-case'));
const address = text((value) => (/^https:\/\/\S+$/.test(value) ? undefined : 'https://…'));
const known = (names: ReadonlySet<string>, what: string) => text((value) => (names.has(value) ? undefined : what));
const oneOrMore = either<string | readonly string[]>(text(), list(text()));
const both = map({ en: text(), fr: text() }, ['en', 'fr']);
const yes: Shape<true> = (node, problems) =>
  text((value) => (value === 'true' ? undefined : 'true'))(node, problems) ? true : undefined;
const version = text((value) =>
  /^(?!latest$)[~^>=< ]*[vV]?\d[\w.+ -]*$/.test(value) ? undefined : '^1.2.3, ~> 1.2, 1.2.3',
);
const since = text((value) => (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? undefined : 'YYYY-MM-DD'));

const lifecycle = map(
  { since, reason: both, replacedBy: text(), repository: text(), sameVersions: yes, source: text() },
  ['reason', 'source'],
) as Shape<Lifecycle>;

/** The same format as data/schemas/technology.schema.json; a test holds them together. */
export function technologyShape({ technologies, roles }: KnownNames): Shape<TechnologyFile> {
  const technology = known(technologies, 'id of a technology');
  const role = known(roles, 'id of a role');
  const entry = map(
    {
      name: oneOrMore,
      repository: oneOrMore,
      where: record(oneOrMore),
      exceptWhere: record(oneOrMore),
      exceptBeside: list(text()),
      speaks: list(technology),
      evidence: oneOf(['strong', 'weak', 'neutral']),
      roles: list(role),
      whereAssigned: list(role),
      version,
      without: list(technology),
      deprecated: lifecycle,
    },
    ['name'],
  );
  const identifiers = list(either<unknown>(text(), entry));
  return map(
    {
      id: kebab,
      name: text(),
      aliases: list(text()),
      roles: list(role),
      homepage: address,
      docs: address,
      variantOf: technology,
      compatibleWith: list(technology),
      deprecated: lifecycle,
      identifiers: record(identifiers, oneOf<Ecosystem>(ecosystems)),
    },
    ['id', 'name', 'roles', 'homepage'],
  ) as Shape<TechnologyFile>;
}

const roleName: Shape<Role['name']> = either<Role['name']>(
  (node, problems) => {
    const name = text()(node, problems);
    return name === undefined ? undefined : { en: name, fr: name };
  },
  both as Shape<Role['name']>,
);

/** A list of roles, as data/roles.yaml; one name may stand for both languages. */
export const rolesShape: Shape<readonly Role[]> = (node, problems) => {
  const read = list(map({ id: kebab, name: roleName, aliases: list(text()), stateful: yes }, ['id', 'name']))(
    node,
    problems,
  );
  return read?.map(({ id, name, aliases, stateful }) => ({
    id,
    name,
    aliases: aliases ?? [],
    ...(stateful ? { stateful } : {}),
  }));
};

export type { ShapeProblem };
