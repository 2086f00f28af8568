import { replaceImage } from '../fixes/image';
import { insertDocument } from '../fixes/insertion';
import type { Dependency, FileKind, FileName, Located } from '../model';
import { once } from '../once';
import { templateComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { imageSlot } from '../slots/images';
import { objectSlot } from '../slots/roots';
import { holdsExpression, maskTemplate } from '../syntax/template';
import { type Entry, literal, scanYaml } from '../syntax/yaml';
import { readImages } from './images';

/** The templates of a chart: Kubernetes objects with Go templates in them. */
export const templates: FileKind = {
  id: 'helm-template',
  matches: ({ path, languageId, head }: FileName) => {
    if (path.endsWith('.txt')) return false;
    return languageId === 'helm' || (/(?:^|\/)templates\/.*\.(?:ya?ml|tpl)$/.test(path) && isTemplate(head));
  },
  read: (text) => readManifests(scanYaml(maskTemplate(text))),
  replace: (source, dependency, by) =>
    dependency.ecosystem === 'image' ? replaceImage(source, dependency, by) : undefined,
  insert: insertDocument,
  extent: indentedExtent,
  comment: templateComment,
  slotAt: (text, offset) => imageSlot(text, offset, templates.read) ?? objectSlot(text, offset),
};

/** Other tools have folders of this name too. A file without a key is one that somebody begins. */
const isTemplate = (head: string) =>
  head.includes('{{') || !head.includes(':') || /^\ufeff?apiVersion[ \t]*:/m.test(head);

/** The objects of Kubernetes in a text, and the images in them. */
export function readManifests(entries: readonly Entry[]): Dependency[] {
  const roots = entries.filter((entry) => entry.parent < 0);
  const definitions = new Set(roots.filter(isDefinition).map((kind) => kind.document));
  const images = readImages(entries, (entry) => !definitions.has(entry.document));
  const found = [...readObjects(roots), ...images];
  return found.sort((one, other) => one.nameSpan.start - other.nameSpan.start);
}

/** What a definition describes looks like objects and is none. */
const isDefinition = ({ key, value }: Entry) => key === 'kind' && value === 'CustomResourceDefinition';

/** The APIs of Kubernetes itself; the core's (`v1`) has no group. */
const builtIn = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'auditregistration.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'extensions',
  'flowcontrol.apiserver.k8s.io',
  'internal.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'settings.k8s.io',
  'storage.k8s.io',
  'storagemigration.k8s.io',
]);

/** One dependency for each `apiVersion` at the root of a document that is not Kubernetes' own. */
function readObjects(roots: readonly Entry[]): Dependency[] {
  const kinds = kindsAfter(roots);
  return roots.flatMap((entry, place) => {
    const version = entry.key === 'apiVersion' ? literal(entry) : undefined;
    const group = version && /^([a-z\d][a-z\d.-]*)\/[a-z\d]+$/.exec(version.value)?.[1];
    return version && group && !builtIn.has(group) ? [object(version, kinds[place])] : [];
  });
}

/**
 * The kind that belongs to each entry: the next one in its document, since where a template chooses between several
 * versions the kind follows the last of them; else the last one before.
 */
function kindsAfter(roots: readonly Entry[]): readonly (Entry | undefined)[] {
  const last = new Map(roots.filter((entry) => entry.key === 'kind').map((entry) => [entry.document, entry]));
  const kinds: (Entry | undefined)[] = [];
  let next: Entry | undefined;
  for (let place = roots.length - 1; place >= 0; place--) {
    const entry = roots[place];
    if (entry?.key === 'kind') next = entry;
    kinds[place] = next?.document === entry?.document ? next : last.get(entry?.document ?? -1);
  }
  return kinds;
}

/** A finding that the kind decides stands on the `apiVersion`, which is what says where the object comes from. */
function object(version: Located, kind: Entry | undefined): Dependency {
  const base = { ecosystem: 'k8s-api', name: version.value, nameSpan: version.span, scope: 'object' } as const;
  const value = literal(kind)?.value;
  const attribute = value && !holdsExpression(value) ? { value, span: version.span } : undefined;
  return kind ? { ...base, attributes: once(() => new Map([['kind', attribute]])) } : base;
}
