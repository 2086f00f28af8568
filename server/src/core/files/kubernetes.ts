import { replaceChart } from '../fixes/chart';
import { replaceImage } from '../fixes/image';
import { insertDocument } from '../fixes/insertion';
import type { Dependency, FileKind, FileName } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { imageSlot } from '../slots/images';
import { keySlot } from '../slots/keys';
import { objectSlot } from '../slots/roots';
import { maskTemplate } from '../syntax/template';
import { scanYaml } from '../syntax/yaml';
import { readCharts } from './charts';
import { readManifests } from './templates';

/** Objects of Kubernetes as they are applied, those of Argo CD and Flux among them; of any name. */
export const kubernetes: FileKind = {
  id: 'kubernetes',
  matches: ({ path, head }: FileName) => /\.ya?ml$/.test(path) && version.test(head) && kind.test(head),
  read,
  replace: (source, dependency, by) =>
    dependency.ecosystem === 'image' ? replaceImage(source, dependency, by) : replaceChart(source, dependency, by),
  insert: insertDocument,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => imageSlot(text, offset, read) ?? keySlot(text, offset, read) ?? objectSlot(text, offset),
};

/** Keys in the first column. */
const version = /^\ufeff?["']?apiVersion["']?[ \t]*:/m;
const kind = /^\ufeff?["']?kind["']?[ \t]*:/m;

function read(text: string): readonly Dependency[] {
  const entries = scanYaml(maskTemplate(text));
  const found = [...readManifests(entries), ...readCharts(text, entries)];
  return found.sort((one, other) => one.nameSpan.start - other.nameSpan.start);
}
