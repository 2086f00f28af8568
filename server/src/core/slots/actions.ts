import type { Slot } from '../model';
import { extentOf } from './field';
import { type Read, subjectOf } from './probe';
import { lineAround, yamlField, yamlPlace, yamlScalar } from './yaml';

/** Actions with the version that they are used at. */
export function actionSlot(text: string, offset: number, read: Read): Slot | undefined {
  const field = yamlField(lineAround(text, offset));
  const place = field && yamlPlace(text, field, 'zz9/zz9', read);
  if (!field || place?.kind !== 'name' || place.dependency.ecosystem !== 'github-action') return undefined;
  return {
    ...subjectOf(place),
    ...extentOf(field),
    prefix: field.prefix.replace(/@.*$/, ''),
    write: ({ name, version }) => yamlScalar(version ? `${name}@${version}` : name, field),
  };
}
