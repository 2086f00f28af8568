import type { Registries } from '../model';

/**
 * A chart repository as compared: without scheme, case, trailing `/` and `.git`, `@alias` and `alias:` as `@alias`.
 * `https://Charts.Bitnami.com/bitnami/` is `charts.bitnami.com/bitnami`.
 */
export function foldRepository(repository: string): string {
  const text = repository.trim().toLowerCase();
  const alias = /^(?:@|alias:)(.+)$/.exec(text);
  if (alias) return `@${alias[1]}`;
  return text.replace(/^(?:https?|oci):\/\//, '').replace(/(?:\/|\.git|\/index\.yaml)+$/, '');
}

/** Tells whether two chart repositories are the same place. */
export type SameRepository = (written: string, listed: string) => boolean;

/** An alias (`@bitnami`) is one of the listed places when that has it as a part of its address. */
export function sameRepository(registries: Registries): SameRepository {
  const groups = new Map<string, string>();
  for (const group of registries.chartRepositories) {
    for (const place of group) groups.set(foldRepository(place), foldRepository(group[0] ?? place));
  }
  const canonical = (place: string) => groups.get(place) ?? place;
  return (written, listed) => {
    const [one, other] = [canonical(foldRepository(written)), canonical(foldRepository(listed))];
    return one === other || (one.startsWith('@') && other.split(/[./]/).includes(one.slice(1)));
  };
}

/** The image that a mirror's image is, or the same name: `public.ecr.aws/docker/library/redis` is `redis`. */
export function mirrored(name: string, mirrors: Readonly<Record<string, string>>): string {
  for (const [prefix, original] of Object.entries(mirrors)) {
    if (!name.startsWith(`${prefix}/`)) continue;
    const rest = name.slice(prefix.length + 1);
    return (original ? `${original}/${rest}` : rest).replace(/^docker\.io\//, '').replace(/^library\//, '');
  }
  return name;
}
