import assert from 'node:assert/strict';
import { codeActions } from '../../server/src/core/features/codeActions';
import { completion, completionMarkdown } from '../../server/src/core/features/completion';
import { check } from '../../server/src/core/features/diagnostics';
import { hover } from '../../server/src/core/features/hover';
import { snippetInsertion, snippetOffers } from '../../server/src/core/features/snippetPicker';
import { unusedInline } from '../../server/src/core/features/unused';
import { fileKinds } from '../../server/src/core/files';
import type { FileKind, Finding, Source } from '../../server/src/core/model';
import { inlineExceptions } from '../../server/src/core/policy/inline';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { alone } from '../../server/src/host/neighbours';
import { bundled, bundledCatalogs } from '../support/bundled';
import { policyOf } from '../support/exceptions';
import { spansOf, unfolded } from '../support/marks';
import { configurationSeed } from './ownSeeds';
import { holds } from './property';
import { kindsWithSeeds, seeds } from './seeds';
import { assertFindings, assertSpans, changedBy } from './sound';
import { changesOf, offsetsIn } from './texts';

const catalog = bundledCatalogs.en;
const { snippets } = bundled;
const policy = policyOf(configurationSeed, 'core/a');

describe('Any text as a file', () => {
  it('begins with a seed for each kind', () => {
    assert.deepEqual(Object.keys(seeds).sort(), [...new Set(fileKinds.map(({ id }) => id))].sort());
    for (const { kind, path, seed } of kindsWithSeeds) {
      assert.ok(kind.matches({ path, head: seed }), kind.id);
      assert.ok(check(sourceOf(kind, path, seed), catalog).length, `nothing is found in ${kind.id}`);
    }
  });

  for (const { kind, path, seed } of kindsWithSeeds) {
    const texts = changesOf(seed, seed, seed, seeds.compose?.text ?? '', '');
    const read = (text: string) => sourceOf(kind, path, text);

    holds(`is read: ${kind.id}`, texts, (text) => {
      assert.doesNotThrow(() => kind.matches({ path, head: text }));
      const { dependencies } = read(text);
      assertSpans('dependency', text, dependencies.flatMap(spansOf));
      assert.deepEqual(unfolded(kind.read(text)), unfolded(dependencies), 'second read');
      const inline = inlineExceptions(read(text));
      assertSpans(
        'inline exception',
        text,
        inline.flatMap(({ span, expires }) => [span, expires?.span ?? span]),
      );
      for (const { covers } of inline) assert.ok(0 <= covers.start && covers.end <= text.length, 'cover outside');
    });

    holds(`is judged: ${kind.id}`, texts, (text) => {
      const source = read(text);
      const findings = check(source, catalog, alone, policy);
      assertFindings(text, [...findings, ...unusedInline(source, findings, catalog)]);
      assert.deepEqual(check(read(text), catalog, alone, policy), findings, 'second check');
      for (const { span } of findings) hover(source, span.start, bundledCatalogs.fr, policy);
      for (const offset of offsetsIn(text)) {
        const shown = hover(source, offset, catalog, policy);
        if (!shown) continue;
        assertSpans('hover', text, [shown.span]);
        assert.ok(shown.span.start <= offset && offset <= shown.span.end, 'hover is elsewhere');
      }
    });

    holds(`is fixed: ${kind.id}`, texts, (text) => {
      const source = read(text);
      const whole = { start: 0, end: text.length };
      const inFile = policyOf('', path);
      for (const { finding, fixes, exception } of codeActions(source, whole, catalog, snippets, alone, inFile)) {
        for (const { title, changes, isPreferred } of fixes) {
          const after = read(changedBy(title, text, changes));
          const left = countOf(finding, check(after, catalog, alone, inFile));
          const before = countOf(finding, check(source, catalog, alone, inFile));
          assert.ok(!isPreferred || left < before, `${title} does not answer: ${after.text}`);
        }
        const comment = exception?.comment;
        const commented = comment && read(changedBy('exception', text, [comment.change]));
        // Between other lines than ours no comment can be put.
        if (commented && !/\r(?!\n)/.test(text)) assertExcepted(finding, source, commented);
      }
      for (const offset of offsetsIn(text))
        codeActions(source, { start: offset, end: offset }, catalog, snippets, undefined, policy);
    });

    holds(`is completed: ${kind.id}`, texts, (text) => {
      const source = read(text);
      for (const offset of offsetsIn(text).slice(0, 8)) {
        const found = completion(source, offset, catalog, snippets);
        for (const one of found.filter((_, at) => at % 9 === 0)) {
          assertSpans('completion', text, [one.span]);
          assert.ok(one.span.start <= offset && offset <= one.insertEnd && one.insertEnd <= one.span.end, 'place');
          const inserted = one.kind === 'snippet' ? expandSnippet(one.insertText) : one.insertText;
          read(changedBy(one.label, text, [...one.also, { span: one.span, text: inserted }]));
          completionMarkdown(one.reference, catalog, snippets);
        }
        const offer = snippetOffers(source, text.slice(offset, offset + 5), catalog, snippets)[0];
        const insertion = offer && snippetInsertion(source, offset, offer.name, snippets);
        if (insertion) read(changedBy('snippet', text, [insertion]));
      }
    });
  }
});

const sourceOf = (kind: FileKind, path: string, text: string): Source => ({
  ...{ path, kind, text },
  dependencies: kind.read(text),
});

/** A comment covers what it was made for. */
function assertExcepted(finding: Finding, source: Source, commented: Source): void {
  const policy = policyOf('', source.path);
  const open = (one: Source) => check(one, catalog, alone, policy).filter(({ suppression }) => !suppression);
  assert.ok(countOf(finding, open(commented)) < countOf(finding, open(source)), `not excepted: ${commented.text}`);
}

const countOf = ({ rule, identifier }: Finding, findings: readonly Finding[]) =>
  findings.filter((one) => one.rule === rule && one.identifier === identifier).length;
