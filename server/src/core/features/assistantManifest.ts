import type { Finding, Snippet, Span } from '../model';
import { softened } from '../policy/baseline';
import { type Answer, type Knows, technologyAnswer } from './assistant';
import { ecosystemOf, type Place, type VerdictAnswer, type VerdictContent, verdictsAnswer } from './assistantVerdict';
import { check } from './diagnostics';
import type { Asked } from './explain';

/**
 * What a check says of a manifest, in the order of the text.
 *
 * @param placeOf turns a span of the text into lines and columns
 */
export function verdictOnManifest(
  subject: string,
  asked: Asked,
  placeOf: (span: Span) => Place,
  snippets: readonly Snippet[],
): Answer<VerdictContent> {
  const { source, catalog, neighbours, policy, known } = asked;
  const knows = { catalog, snippets };
  const all = softened(check(source, catalog, neighbours, policy), known);
  const counted = all.filter((finding) => !finding.suppression);
  const verdicts = counted.map((finding) => ({
    ...ofFinding(finding, source.kind.id, knows),
    place: placeOf(finding.span),
  }));
  return verdictsAnswer({ subject, kind: source.kind.id }, verdicts, all.length - counted.length, catalog);
}

function ofFinding(finding: Finding, kind: string, knows: Knows): VerdictAnswer {
  const { identifier, technology, severity, rule, message, recommended } = finding;
  const place = { ecosystem: ecosystemOf(identifier ?? ''), kinds: [kind] };
  return {
    identifier: identifier ?? technology ?? rule,
    ...{ technology, severity, rule, message, opinion: 'finding' as const },
    recommended: recommended.flatMap((id) => technologyAnswer(id, knows, place) ?? []),
  };
}
