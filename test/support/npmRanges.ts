type Version = readonly [major: number, minor: number, patch: number];
/** From `from` to below `to`. */
type Bounds = readonly [from: Version, to: Version];

const zero: Version = [0, 0, 0];
const endless: Version = [Number.POSITIVE_INFINITY, 0, 0];

/** Whether a version is in a range, as far as packages write them for their peers; prereleases count as their release. */
export const satisfies = (version: string, range: string): boolean =>
  range.split('||').some((part) => comparators(part).every((one) => isInside(numbers(version), bounds(one))));

/** The oldest version that a range with one comparator allows. */
export const floorOf = (range: string): string => bounds(range)[0].join('.');

/** `1 - 2` is `>=1 <=2`. */
const comparators = (part: string) =>
  part
    .replace(/(\S+) +- +(\S+)/, '>=$1 <=$2')
    .replace(/([<>=~^]) +/g, '$1')
    .trim()
    .split(/ +/);

function bounds(comparator: string): Bounds {
  const [, operator = '', written = ''] = /^([<>=~^]*)(.*)$/.exec(comparator) ?? [];
  const at = numbers(written);
  const next = after(at, precision(written));
  if (operator === '^') return [at, after(at, Math.min(precision(written), leading(at)))];
  if (operator === '~') return [at, after(at, Math.min(precision(written), 2))];
  if (operator === '>=') return [at, endless];
  if (operator === '>') return [next, endless];
  if (operator === '<') return [zero, at];
  return [operator === '<=' ? zero : at, next];
}

const parts = (version: string) => version.replace(/[-+].*/, '').split('.');
const precision = (version: string) => parts(version).filter((part) => /^\d+$/.test(part)).length;
/** Up to and with the first number that is not 0. */
const leading = (version: Version) => version.findIndex((part) => part > 0) + 1 || 3;

function numbers(version: string): Version {
  const [major = 0, minor = 0, patch = 0] = parts(version).map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch];
}

/** The first version that differs from this one in the first `count` numbers. */
function after([major, minor, patch]: Version, count: number): Version {
  return [endless, [major + 1, 0, 0], [major, minor + 1, 0], [major, minor, patch + 1]][count] as Version;
}

function isInside(version: Version, [from, to]: Bounds): boolean {
  return compare(version, from) >= 0 && compare(version, to) < 0;
}

const compare = (one: Version, other: Version) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
