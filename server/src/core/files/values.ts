import { replaceImage } from '../fixes/image';
import { insertAtEnd } from '../fixes/insertion';
import type { FileKind, PartReader } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { imageSlot } from '../slots/images';
import { valuesSnippetSlot } from '../slots/roots';
import { maskTemplate } from '../syntax/template';
import { scanYaml } from '../syntax/yaml';
import { rootKeys } from '../syntax/yamlRoots';
import { isImage, readImages } from './images';
import { templates } from './templates';

/** What stands below a key of the root says nothing of the others, but images that the root itself has. */
const sections: PartReader = {
  cuts: (text) => (text.includes('{{') ? [] : rootKeys(text)),
  read(text) {
    const entries = scanYaml(maskTemplate(text));
    const isOpen = entries.some((entry) => entry.parent < 0 && isImage(entry));
    return { dependencies: readImages(entries), state: isOpen ? 'open' : 'complete' };
  },
};

/** The values of a chart, for all or for one environment. Other programs' values do no harm: only images are read. */
export const values: FileKind = {
  id: 'helm-values',
  matches: (file) => /(?:^|\/)(?:values[^/]*|[^/]*[-.]values)\.ya?ml$/.test(file.path) && !templates.matches(file),
  read: (text) => sections.read(text).dependencies,
  parts: sections,
  replace: replaceImage,
  insert: insertAtEnd,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => imageSlot(text, offset, values.read, 'entry') ?? valuesSnippetSlot(text, offset),
};
