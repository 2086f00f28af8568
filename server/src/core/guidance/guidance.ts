import { type Bundled, bundledIndex } from '../catalog/bundled';
import { type Catalog, compileCatalog, indexKnowledge, type KnowledgeIndex } from '../catalog/catalog';
import { readStackDocument, type StackDocument } from '../catalog/stackDocument';
import { configurationFindings, shapeFindings } from '../features/configuration';
import { documentFindings } from '../features/stackDocument';
import type { Finding, Locale, Span } from '../model';
import { type Baseline, readBaseline } from '../policy/baseline';
import { type Configuration, readConfiguration } from '../policy/configuration';
import { findingOn } from '../policy/finding';
import { texts } from '../texts';
import { type OwnKnowledge, readOwnKnowledge, withOwn } from './ownTechnologies';
import { packageNamedBy } from './sharedStack';

/** The stack and the policy that govern a folder. Immutable: a change makes another one. */
export interface Guidance {
  readonly catalog: Catalog;
  readonly configuration: Configuration;
  /** Findings that are known already, by path from the baseline's folder. */
  readonly known?: { readonly baseline: Baseline; readonly uri: string };
}

/** A file that an organisation wrote for us, and what is wrong with it. */
export interface OwnFile {
  readonly uri: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Where it is the stack document: as read, and what was made of it. */
  readonly stack?: { readonly document: StackDocument; readonly catalog: Catalog };
}

/** A text with its place; undefined where it cannot be read or must not be. */
export interface OwnText {
  readonly uri: string;
  readonly text: string | undefined;
  /** Its place is none that may be read or written. */
  readonly isOutside?: boolean;
}

/** What a configuration leads to. */
export interface OwnTexts {
  readonly configuration: OwnText;
  readonly document?: OwnText;
  readonly baseline?: OwnText;
  readonly technologies: readonly OwnText[];
  /** URIs of what else tells, when it comes or changes, that all is to be read again. */
  readonly signs?: readonly string[];
}

export interface Reading {
  /** Undefined where it is not valid: nothing is judged by half a policy. */
  readonly guidance: Guidance | undefined;
  readonly files: readonly OwnFile[];
  /** URIs of all that was looked for, found or not. */
  readonly reads: readonly string[];
}

/** The paths in a configuration that have to be read before it can be compiled. */
export const pathsIn = (text: string): Pick<Configuration, 'stack' | 'baseline'> =>
  readConfiguration(text).configuration;

/**
 * Compiles what an organisation wrote. A configuration with a problem, a document that cannot be read or that
 * recommends nothing, and a baseline that is none make it invalid; a row or a technology that cannot be understood is
 * left out and told.
 *
 * @param today ISO date, UTC
 */
export function compileGuidance(written: OwnTexts, bundled: Bundled, locale: Locale, today: string): Reading {
  const { uri, text = '' } = written.configuration;
  const { configuration, problems } = readConfiguration(text);
  const own = ownKnowledge(written.technologies, bundled, locale);
  const document = documentOf(written, bundled, locale);
  const catalog =
    document && compileCatalog(document, knowledgeOf(bundled, own.knowledge, configuration.mirrors), locale);
  const known = knownIn(written);
  const missing = unreadable(written, configuration, catalog, known, locale);
  const findings = [...configurationFindings(text, configuration, problems, catalog, today, locale), ...missing];
  const files = [{ uri, text, findings }, ...documentFile(written, document, catalog), ...own.files];
  const read = [written.configuration, written.document, written.baseline, ...written.technologies];
  const isValid = !problems.length && !missing.length;
  return {
    guidance: isValid && catalog ? { catalog, configuration, ...(known ? { known } : {}) } : undefined,
    files,
    reads: [...read.flatMap((one) => (one ? [one.uri] : [])), ...(written.signs ?? [])],
  };
}

/**
 * Several times a document of a thousand rows; what is larger is generated or hostile, and takes seconds at each letter.
 * Lines, marks of Markdown and signs between names take much longer than letters.
 */
const most = { characters: 2 ** 18, lines: 5000, marks: 40_000, rows: 2000 };

const isTooLarge = (text: string) =>
  text.length > most.characters ||
  countOf(/\r\n?|\n/g, text) > most.lines ||
  countOf(/[|*_[\](<&`\\,;/+]/g, text) > most.marks;

const countOf = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

function documentOf({ document }: OwnTexts, bundled: Bundled, locale: Locale): StackDocument | undefined {
  if (!document) return bundled.documents[locale];
  const { text } = document;
  if (text === undefined || isTooLarge(text)) return undefined;
  const read = readStackDocument(text);
  return read.rows.length > most.rows ? undefined : read;
}

function documentFile(
  { document: own }: OwnTexts,
  document: StackDocument | undefined,
  catalog: Catalog | undefined,
): OwnFile[] {
  if (own?.text === undefined || !document || !catalog) return [];
  const { uri, text } = own;
  return [{ uri, text, findings: documentFindings(text, document, catalog), stack: { document, catalog } }];
}

function knownIn({ baseline: file }: OwnTexts): Guidance['known'] {
  const baseline = file?.text === undefined ? undefined : readBaseline(file.text);
  return baseline && file && { baseline, uri: file.uri };
}

/** What the configuration names and what cannot be used, on the name. */
function unreadable(
  { configuration, baseline }: OwnTexts,
  { stack, baseline: named }: Configuration,
  catalog: Catalog | undefined,
  known: Guidance['known'],
  locale: Locale,
): Finding[] {
  const words = texts[locale].own;
  const error = (span: Span, message: string) => [findingOn('configuration', 'error', span, message)];
  if (configuration.text === undefined) return error({ start: 0, end: 0 }, words.noConfiguration);
  const unread = stack && packageNamedBy(stack.value) !== undefined ? words.noPackage : words.noDocument;
  const stackError = () => (catalog ? words.noRows : unread);
  return [
    ...(stack && !catalog?.recommendations.length ? error(stack.span, stackError()(stack.value)) : []),
    // A baseline that is not there yet is written by the first run, but nowhere else.
    ...(named && (baseline?.text !== undefined || baseline?.isOutside) && !known
      ? error(named.span, words.noBaseline(named.value))
      : []),
  ];
}

function ownKnowledge(written: readonly OwnText[], bundled: Bundled, locale: Locale) {
  const found = written.flatMap(({ uri, text }) => (text === undefined ? [] : [{ uri, text }]));
  const knowledge = readOwnKnowledge(
    found.map((one) => one.text),
    bundled.knowledge,
  );
  const files = found.map(({ uri, text }, at): OwnFile => {
    return { uri, text, findings: shapeFindings(text, knowledge.problems[at] ?? [], locale) };
  });
  return { knowledge, files };
}

function knowledgeOf(bundled: Bundled, own: OwnKnowledge, mirrors: Configuration['mirrors']): KnowledgeIndex {
  const index =
    own.technologies.length || own.roles.length
      ? indexKnowledge(withOwn(bundled.knowledge, own), bundled.grammar)
      : bundledIndex(bundled);
  if (!Object.keys(mirrors).length) return index;
  return { ...index, imageMirrors: { ...foldedMirrors(mirrors), ...index.imageMirrors } };
}

/** Images are compared without the host of Docker Hub. */
const foldedMirrors = (mirrors: Configuration['mirrors']) =>
  Object.fromEntries(
    Object.entries(mirrors).map(([prefix, original]) => [
      prefix.replace(/\/+$/, '').toLowerCase(),
      original.replace(/\/+$/, '').replace(/^(?:index\.|registry-1\.)?docker\.io(?=\/|$)\/?/, ''),
    ]),
  );
