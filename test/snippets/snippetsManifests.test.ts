import assert from 'node:assert/strict';
import { recognise } from '../../server/src/core/catalog/recognise';
import { namedTechnologies } from '../../server/src/core/catalog/recommendation';
import { check } from '../../server/src/core/features/diagnostics';
import { snippetInsertion } from '../../server/src/core/features/snippetPicker';
import { applied } from '../../server/src/core/fixes/changes';
import type { Dependency, Snippet } from '../../server/src/core/model';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { completionsIn } from '../support/completions';
import { sourceOf } from '../support/findings';

/** A file of each kind into which a snippet goes, `|` where it may be typed. */
const files: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  cargo: [['Cargo.toml', '[package]\nname = "a"\n\n[dependencies]\n|\n']],
  gradle: [
    ['app/build.gradle.kts', 'dependencies {\n    |\n}\n'],
    ['app/build.gradle.kts', '|'],
  ],
  'package-swift': [
    ['Package.swift', 'let package = Package(\n    dependencies: [\n        |\n    ]\n)\n'],
    ['Package.swift', '|'],
  ],
  'go-mod': [['go.mod', 'module a\n\nrequire (\n\t|\n)\n']],
  'python-requirements': [['requirements.txt', '|']],
};

/** What has its version from elsewhere: a bill of materials. */
const versionless: ReadonlySet<string> = new Set(['androidx.compose.material3:material3', 'androidx.compose.ui:ui']);

const snippets = bundled.snippets.filter(({ kind }) => files[kind]);
const everything = bundled.snippets;

/** The file after the snippet went in by the picker. */
function inserted(snippet: Snippet): { path: string; text: string } {
  const [path, marked] = files[snippet.kind]?.at(-1) ?? ['', ''];
  const before = marked.replace('|', '');
  const change = snippetInsertion(sourceOf(path, before), 0, snippet.name, everything);
  assert.ok(change, `${snippet.name} goes nowhere`);
  return { path, text: applied(before, [{ ...change, text: expandSnippet(change.text) }]) };
}

const isOf =
  ({ technology }: Snippet) =>
  (one: Dependency) =>
    recognise(one, knowledge).some(({ identifier }) => identifier.speaks.includes(technology));

describe('The snippets of other manifests', () => {
  for (const snippet of snippets) {
    it(`${snippet.name}: read back, pinned, of its technology, without a finding`, () => {
      const { path, text } = inserted(snippet);
      const source = sourceOf(path, text);
      const loose = source.dependencies.filter(({ name, version }) => !version?.value && !versionless.has(name));
      assert.deepEqual(loose, []);
      assert.ok(source.dependencies.some(isOf(snippet)), snippet.technology);
      assert.deepEqual(check(source, bundledCatalogs.en), []);
    });

    it(`${snippet.name} is offered where its lines may stand`, () => {
      const places = (files[snippet.kind] ?? []).flatMap(([path, marked]) => {
        const prefix = snippet.prefix[0] ?? '';
        const found = completionsIn(path, marked.replace('|', `${prefix}|`), bundledCatalogs.en, everything);
        const after = found.find(({ label }) => label === snippet.name)?.after;
        return after ? [sourceOf(path, expandSnippet(after))] : [];
      });
      assert.ok(places.some(({ dependencies }) => dependencies.some(isOf(snippet))));
    });
  }

  it('use a technology that the row of their role names', () => {
    const strange = snippets.filter(({ role, technology }) => {
      const rows = bundledCatalogs.en.byRole.get(role) ?? [];
      return !rows.some((row) => namedTechnologies(row.expression).includes(technology));
    });
    assert.deepEqual(strange, []);
  });
});
