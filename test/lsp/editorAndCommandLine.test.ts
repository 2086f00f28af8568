import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { bundled } from '../support/bundled';
import { type Folder, makeFolder } from '../support/commandLine';
import { messageOf, type Session, startSession } from '../support/languageServer';
import { manifestOf } from '../support/manifests';

const configuration = `
severity:
  rules: { deprecated: information }
  technologies: { mysql: error, kong: "off" }
paths:
  - { glob: "examples/web/**", severity: { rules: { not-recommended: hint } } }
  - { glob: "made/**", roles: [core-services] }
exceptions:
  - { technology: rabbitmq, paths: ["made/**"], reason: until the migration }
  - { technology: jenkins, reason: over, expires: 2020-01-01 }
`;

interface Said {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

const severities = ['', 'error', 'warning', 'information', 'hint'];
const shown = ({ file, line, column, severity, rule, message }: Said) =>
  `${file}:${line}:${column} ${severity} ${rule} ${message}`;

describe('Editor and command line', function () {
  this.timeout(30_000);
  let folder: Folder;
  let session: Session;
  before(async () => {
    folder = makeFolder();
    folder.write('.git/HEAD', '');
    cpSync('examples', join(folder.root, 'examples'), { recursive: true });
    for (const [at, identifier] of bundled.knowledge.identifiers.entries()) {
      if (at % 4) continue; // enough of each technology
      const { path, text } = manifestOf(identifier);
      folder.write(`made/${Math.floor(at / 50)}/${at}/${path}`, text);
    }
    session = await startSession(undefined, 'en', pathToFileURL(folder.root).toString());
  });
  after(async () => {
    await session.stop();
    folder.remove();
  });

  async function inEditor(): Promise<string[]> {
    const said: string[] = [];
    for (const path of filesIn(folder.root)) {
      const uri = pathToFileURL(path).toString();
      const file = relative(folder.root, path).split(sep).join('/');
      session.open(uri, readFileSync(path, 'utf8'));
      for (const diagnostic of await session.pull(uri)) said.push(shown(asSaid(file, diagnostic)));
      session.close(uri);
    }
    return [...said, ...(await onConfiguration())].sort();
  }

  /** What is wrong with a configuration is pushed. */
  async function onConfiguration(): Promise<string[]> {
    const uri = pathToFileURL(join(folder.root, '.stack-guidance.yaml')).toString();
    if (!existsSync(new URL(uri))) return [];
    const found = await session.shown(uri, () => true);
    return found.map((diagnostic) => shown(asSaid('.stack-guidance.yaml', diagnostic)));
  }

  const onCommandLine = (): string[] =>
    JSON.parse(folder.run(['check', '--format', 'json']).stdout)
      .findings.map((one: Said) => shown(one))
      .sort();

  for (const [what, text] of [
    ['say the same of the same files', undefined],
    ['say the same under a configuration', configuration],
  ] as const)
    it(what, async () => {
      if (text) folder.write('.stack-guidance.yaml', text);
      await session.stop();
      session = await startSession(undefined, 'en', pathToFileURL(folder.root).toString());
      const [editor, commandLine] = [await inEditor(), onCommandLine()];
      assert.ok(editor.length > 300, `only ${editor.length} findings`);
      assert.deepEqual(editor, commandLine);
    });
});

const asSaid = (file: string, { range, severity, code, ...diagnostic }: Diagnostic): Said => ({
  file,
  line: range.start.line + 1,
  column: range.start.character + 1,
  severity: severities[severity ?? 0] ?? '',
  rule: String(code),
  message: messageOf(diagnostic),
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !path.includes(`${sep}.git${sep}`) && statSync(path).isFile());
