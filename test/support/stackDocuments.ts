import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentFindings } from '../../server/src/core/features/stackDocument';
import type { Finding, Locale } from '../../server/src/core/model';
import { catalogOf } from './bundled';
import { picture } from './findings';
import { unmarked } from './marks';

/** The text of our own document. */
export const seed = (locale: Locale) => readFileSync(`data/stack/recommended.${locale}.md`, 'utf8');

/** What is wrong in a document. */
export const findingsOf = (content: string, locale: Locale = 'en'): Finding[] =>
  documentFindings(content, readStackDocument(content), catalogOf(content, locale));

/** The document with its findings under it. */
export const told = (content: string, locale: Locale = 'en') =>
  picture(
    content,
    findingsOf(content, locale).map(({ span, severity, message }) => ({ span, label: `${severity}: ${message}` })),
  );

/** Reads the document of the picture, and compares with the picture. */
export const assertTold = (expected: string, locale: Locale = 'en') =>
  assert.equal(told(unmarked(expected), locale), expected);

/** The parts of a document that findings are about. */
export const blamed = (content: string): string[] =>
  findingsOf(content).map(({ span }) => content.slice(span.start, span.end));
