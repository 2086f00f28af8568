/** A JSON object whose members may be anything. */
export type Json = Readonly<Record<string, unknown>>;

/** The value of a text; undefined where it is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; anything else is left out. */
export const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The first of some values that is a text with something in it, without the space around; `''` where none is. */
export function firstText(...values: readonly unknown[]): string {
  const found = values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
  return found?.trim() ?? '';
}
