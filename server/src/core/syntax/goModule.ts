/** The path of a module without its major version: `gopkg.in/yaml` for `gopkg.in/yaml.v3`, `a/b` for `a/b/v2`. */
export const moduleName = (path: string): string =>
  path.startsWith('gopkg.in/') ? path.replace(/\.v\d+(?:-unstable)?$/, '') : path.replace(/\/v(?:[2-9]|[1-9]\d+)$/, '');

/** The path that a module has at a version: its major version belongs to it from the second on. */
export function modulePath(name: string, version: string): string {
  const major = /^v(\d+)/.exec(version)?.[1];
  if (!major) return name;
  if (name.startsWith('gopkg.in/')) return `${name}.v${major}`;
  return Number(major) > 1 && !version.endsWith('+incompatible') ? `${name}/v${major}` : name;
}

/** As go.mod writes versions. */
export const moduleVersion = (version: string): string => (/^\d/.test(version) ? `v${version}` : version);
