import { URI } from 'vscode-uri';
import type { OwnFile, Reading } from '../core/guidance/guidance';
import type { Finding } from '../core/model';
import { fingerprintsOf } from '../core/policy/baseline';
import { shownFrom } from './files';
import { placesIn } from './places';
import { type Reported, reportedOf } from './report';

/** What is wrong with the configurations, documents and technologies of a run, by the path of the file. */
export function ownFindings(
  readings: ReadonlyMap<string, Reading>,
  cwd: string,
  more: (uri: string, reading: Reading) => readonly Finding[] = () => [],
): { path: string; finding: Reported }[] {
  const all = [...readings].flatMap(([uri, reading]) =>
    reading.files.map((file) =>
      file.uri === uri ? { ...file, findings: [...file.findings, ...more(uri, reading)] } : file,
    ),
  );
  const files = new Map(all.map((file) => [file.uri, file]));
  return [...files.values()].flatMap((file) => reportedIn(file, cwd));
}

function reportedIn({ uri, text, findings }: OwnFile, cwd: string) {
  const path = URI.parse(uri).fsPath;
  const file = shownFrom(cwd, path);
  const place = placesIn(text);
  const names = fingerprintsOf(findings);
  return findings.map((one, at) => ({ path, finding: reportedOf(one, file, names[at] ?? '', place(one.span)) }));
}

/**
 * @throws where a configuration is not valid: nothing is judged by half a policy. The errors in it say each problem in
 * its place.
 */
export function requireValid(readings: ReadonlyMap<string, Reading>, cwd: string): void {
  const invalid = new Map([...readings].filter(([, reading]) => !reading.guidance));
  if (!invalid.size) return;
  const errors = ownFindings(invalid, cwd).filter(({ finding }) => finding.severity === 'error');
  const lines = errors.map(({ finding: { file, line, column, message } }) => `${file}:${line}:${column}: ${message}`);
  throw new AggregateError(
    lines.map((line) => new Error(line)),
    lines.join('\n'),
  );
}
