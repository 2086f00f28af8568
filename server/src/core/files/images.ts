import type { Dependency, Located } from '../model';
import { parseImage } from '../syntax/image';
import { holdsExpression } from '../syntax/template';
import { children, type Entry, literal } from '../syntax/yaml';

/** `image`, `sidecarImage`, `init_image`, `baseimage`. */
const isImageKey = (key: string) => key.endsWith('image') || key.endsWith('Image');

/** What stands beside the `repository` of an image, and not beside that of a chart or of sources. */
const besideRepository = ['tag', 'registry', 'digest', 'pullPolicy'];

/** What YAML reads as something else than a text: `image: true` is a switch. */
const notText = /^(?:true|false|yes|no|on|off)$/i;

/** The entries of the map that an entry is in, by key. */
type Siblings = ReadonlyMap<string, Entry>;

/**
 * The images that a YAML text names, at any depth: as references (`image: redis:7`) and as maps (`image: {registry:
 * docker.io, repository: bitnami/redis, tag: "7"}`). The text was masked, so that expressions are no literals.
 */
export function readImages(entries: readonly Entry[], isRead: (entry: Entry) => boolean = () => true): Dependency[] {
  const images: Dependency[] = [];
  const maps = new Map<number, Siblings>();
  for (const entry of entries) {
    if (!isImage(entry) || !isRead(entry)) continue;
    const siblings = maps.get(entry.parent) ?? siblingsOf(entries, entry);
    maps.set(entry.parent, siblings);
    const image = readImage(entry, siblings, entries[entry.parent]);
    if (image) images.push(image);
  }
  return images;
}

/** Whether an entry may name an image: it has the key of one, and a literal. */
export const isImage = ({ key, value }: Entry) =>
  !!key && !!value && (key === 'repository' || key === 'name' || isImageKey(key));

function siblingsOf(entries: readonly Entry[], { parent }: Entry): Siblings {
  const keyed = children(entries, entries[parent]).map((entry) => [entry.key ?? '', entry] as const);
  return new Map(keyed.reverse()); // Of several entries with one key the first counts.
}

/** A bare word is an image only where the key says nothing else: `productImage: none`. */
function readImage(entry: Entry, siblings: Siblings, map: Entry | undefined): Dependency | undefined {
  const { key = '', value = '' } = entry;
  const tag = siblings.get(`${key}Tag`);
  if (key === 'repository' && !holdsImage(siblings, map)) return undefined;
  // Some charts call the repository of an image its name; most names are no images.
  if (key === 'name' && !(isImageKey(map?.key ?? '') && siblings.has('tag') && !siblings.has('repository')))
    return undefined;
  if (key === 'repository' || key === 'name' || /^[iI]mage$/.test(key)) {
    return dependency(entry, siblings.get('tag') ?? tag, siblings.get('registry'));
  }
  return /[/:@]/.test(value) ? dependency(entry, tag, undefined) : undefined;
}

const holdsImage = (siblings: Siblings, map: Entry | undefined) =>
  isImageKey(map?.key ?? '') || besideRepository.some((key) => siblings.has(key));

/** What an entry names, with the tag and the registry that have keys of their own beside it. */
function dependency(entry: Entry, tag: Entry | undefined, registry: Entry | undefined): Dependency | undefined {
  const written = plainText(entry);
  const home = literal(registry);
  const image = written && parseImage(written.value, written.span.start);
  const whole = home?.value ? parseImage(`${home.value.replace(/\/$/, '')}/${written?.value}`) : image;
  if (!image || !whole || registry?.form === 'other') return undefined;
  const version = image.nameSpan.end === written?.span.end ? tagOf(literal(tag)) : image.tag;
  const base = { ecosystem: 'image', name: whole.name, nameSpan: image.nameSpan, scope: 'image' } as const;
  return { ...base, ...(version && { version }), ...(home?.value && { repository: home }) };
}

/** A literal that is written as it reads: offsets into its value are offsets into the file. */
function plainText(entry: Entry): Located | undefined {
  const text = literal(entry);
  if (!text || text.value.length !== text.span.end - text.span.start) return undefined;
  return entry.form === 'plain' && notText.test(text.value) ? undefined : text;
}

/** `tag: 7.2@sha256:…` holds a digest too. */
function tagOf(written: Located | undefined): Located | undefined {
  const [value] = written?.value.split('@') ?? [];
  if (!written || !value || holdsExpression(value)) return undefined;
  return { value, span: { start: written.span.start, end: written.span.start + value.length } };
}
