import { replaceImage } from '../fixes/image';
import { insertAtEnd } from '../fixes/insertion';
import type { FileKind } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { imageSlot } from '../slots/images';
import { valuesSnippetSlot } from '../slots/roots';
import { maskTemplate } from '../syntax/template';
import { scanYaml } from '../syntax/yaml';
import { readImages } from './images';
import { templates } from './templates';

/** The values of a chart, for all or for one environment. Other programs' values do no harm: only images are read. */
export const values: FileKind = {
  id: 'helm-values',
  matches: (file) => /(?:^|\/)(?:values[^/]*|[^/]*[-.]values)\.ya?ml$/.test(file.path) && !templates.matches(file),
  read: (text) => readImages(scanYaml(maskTemplate(text))),
  replace: replaceImage,
  insert: insertAtEnd,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => imageSlot(text, offset, values.read, 'entry') ?? valuesSnippetSlot(text, offset),
};
