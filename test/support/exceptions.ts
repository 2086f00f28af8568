import type { Catalog } from '../../server/src/core/catalog/catalog';
import { codeActions } from '../../server/src/core/features/codeActions';
import { check } from '../../server/src/core/features/diagnostics';
import { applied } from '../../server/src/core/fixes/changes';
import type { Finding } from '../../server/src/core/model';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import type { Policy } from '../../server/src/core/policy/policy';
import { bundledCatalogs } from './bundled';
import { picture, sourceOf } from './findings';

/** The policy of a configuration for one file. */
export const policyOf = (configuration: string, path: string, today = '2026-11-23'): Policy => ({
  ...{ configuration: readConfiguration(configuration).configuration, path, today },
});

/** A text with the findings about what somebody wrote, each as `severity: message`. */
export const told = (content: string, findings: readonly Finding[]): string =>
  picture(
    content,
    findings.map(({ span, severity, message }) => ({ span, label: `${severity}: ${message}` })),
  );

/** A file with what is wrong with its exceptions; what they except or do not is left out. */
export function inlineTold(path: string, content: string, catalog: Catalog = bundledCatalogs.en): string {
  const found = check(sourceOf(path, content), catalog, undefined, policyOf('', path));
  return told(
    content,
    found.filter(({ rule }) => rule === 'configuration'),
  );
}

/** A file after “Add an exception…” for each of its findings, one after the other, and what is still found then. */
export function excepted(path: string, content: string, catalog: Catalog = bundledCatalogs.en) {
  let text = content;
  for (;;) {
    const source = sourceOf(path, text);
    const range = { start: 0, end: text.length };
    const answers = codeActions(source, range, catalog, [], undefined, policyOf('', path));
    const comment = answers.flatMap(({ exception }) => exception?.comment ?? [])[0];
    if (!comment) return { text, left: answers.map(({ finding }) => finding.technology) };
    text = applied(text, [comment.change]);
    if (text.length > 10 * content.length + 10_000) throw new Error(`nothing is excepted: ${text.slice(0, 2000)}`);
  }
}
