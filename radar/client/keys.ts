/**
 * Where a key leads from an entry: arrows to the left and right from one to the next and around, up and down to the
 * first of another section, Home and End to the first and the last.
 *
 * @param sections the entries of each section, in order
 * @returns undefined for any other key
 */
export function entryAfter(key: string, entry: number, sections: readonly (readonly number[])[]): number | undefined {
  const all = sections.flat();
  const section = sections.findIndex((one) => one.includes(entry));
  const around = <T>(list: readonly T[], at: number) => list[(at + list.length) % list.length];
  switch (key) {
    case 'ArrowRight':
      return around(all, all.indexOf(entry) + 1);
    case 'ArrowLeft':
      return around(all, all.indexOf(entry) - 1);
    case 'ArrowDown':
      return around(sections, section + 1)?.[0];
    case 'ArrowUp':
      return around(sections, section - 1)?.[0];
    case 'Home':
      return all[0];
    case 'End':
      return all[all.length - 1];
    default:
      return undefined;
  }
}

/** In a list, up and down are what left and right are on the radar. */
export const inList = (key: string): string => ({ ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' })[key] ?? key;
