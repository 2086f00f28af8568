import { replaceReference } from '../fixes/image';
import { insertService } from '../fixes/insertion';
import type { Dependency, FileKind, FileName } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { imageSlot } from '../slots/images';
import { childOf, type Entry, literal, scanYaml } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { imageOf } from './references';

/** Services that run together. */
export const compose: FileKind = {
  id: 'compose',
  matches: ({ path, head }: FileName) =>
    usual.test(path) || (named.test(path) && /^\ufeff?["']?services["']?[ \t]*:/m.test(head)),
  read: (text) => {
    const entries = scanYaml(text);
    // What services share is often written in an extension.
    const services = ['services.*', 'x-*'].flatMap((path) => entriesAt(entries, path));
    return services.flatMap((service) => readService(entries, service) ?? []);
  },
  replace: replaceReference,
  insert: insertService,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => imageSlot(text, offset, compose.read),
};

const usual = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;
const named = /(?:^|[/.-])compose(?:[._-][^/]*)?\.ya?ml$/;

/** With `build` the image is what comes out. */
function readService(entries: readonly Entry[], service: Entry): Dependency | undefined {
  const image = literal(childOf(entries, 'image', service));
  return image && !childOf(entries, 'build', service) ? imageOf(image) : undefined;
}
