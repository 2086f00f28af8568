import { withoutScheme } from '../fixes/chart';
import type { Slot } from '../model';
import { extentOf, wholeOf } from './field';
import { type Read, subjectOf } from './probe';
import { lineAround, yamlField, yamlPlace, yamlScalar } from './yaml';

/** A name, its repository and its version, each where it has a key of its own. */
export function keySlot(text: string, offset: number, read: Read): Slot | undefined {
  const field = yamlField(lineAround(text, offset));
  const place = field && yamlPlace(text, field, 'zz9', read);
  if (!field || !place || place.kind === 'value') return undefined;
  const extent = place.kind === 'name' ? extentOf(field) : wholeOf(field);
  const written = (name: string) => (field.key === 'repoURL' ? withoutScheme(name) : name);
  return { ...subjectOf(place), ...extent, write: ({ name }) => yamlScalar(written(name), field) };
}
