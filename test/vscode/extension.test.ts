import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const folder = () => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
};
const uriOf = (path: string) => vscode.Uri.joinPath(folder(), path);

/** Opens a file of the workspace and waits for the diagnostics that the test expects to come. */
async function diagnosticsOf(
  path: string,
  enough: (all: vscode.Diagnostic[]) => boolean = (all) => all.length > 0,
): Promise<vscode.Diagnostic[]> {
  const uri = uriOf(path);
  await vscode.window.showTextDocument(uri);
  return new Promise((resolve) => {
    const look = () => {
      const all = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'stack-guidance');
      if (!enough(all)) return;
      listening.dispose();
      resolve(all);
    };
    const listening = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

/** The diagnostics as `text in the file: code`, in the order of the file. */
async function shown(
  path: string,
  severities: readonly vscode.DiagnosticSeverity[] = [vscode.DiagnosticSeverity.Warning],
): Promise<string[]> {
  const all = await diagnosticsOf(path);
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  return all
    .filter(({ severity }) => severities.includes(severity))
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((one) => `${document.getText(one.range)}: ${codeOf(one)}`);
}

async function hoverOn(path: string, word: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) =>
      hover.contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : String(content))),
    )
    .join('\n');
}

/** What a tool tells a language model. */
async function told(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(`stackGuidance_${name}`, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('The extension in VS Code', () => {
  it('is there and becomes active', async () => {
    const extension = vscode.extensions.getExtension('stack-guidance.stack-guidance');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('warns in package.json', async () => {
    assert.deepEqual(await shown('package.json'), [
      'amqplib: not-recommended',
      'mysql2: not-recommended',
      'web3: deprecated',
      'artillery: not-recommended',
    ]);
  });

  it('warns in Terraform', async () => {
    assert.deepEqual(await shown('infra/data.tf'), ['mysql: not-recommended']);
    assert.deepEqual(await shown('infra/main.tf'), ['mrparkers/keycloak: deprecated']);
    assert.deepEqual(await shown('infra/platform.tf'), [
      'ingress-nginx: not-recommended',
      'grafana: deprecated',
      'kyverno: not-recommended',
    ]);
  });

  it('warns in charts, values and templates', async () => {
    assert.deepEqual(await shown('charts/shop/Chart.yaml'), ['rabbitmq: not-recommended']);
    assert.deepEqual(await shown('charts/shop/values.yaml'), ['mysql: not-recommended', 'vault: deprecated']);
    assert.deepEqual(await shown('charts/shop/templates/deployment.yaml'), ['rabbitmq: not-recommended']);
  });

  it('links each rule to its section, and strikes through what is dead upstream', async () => {
    const web3 = (await diagnosticsOf('package.json')).find((one) => codeOf(one) === 'deprecated');
    assert.ok(typeof web3?.code === 'object' && web3.code.target.fragment === 'deprecated');
    assert.deepEqual(web3.tags, [vscode.DiagnosticTag.Deprecated]);
  });

  it('tells on hover what the stack says', async () => {
    await diagnosticsOf('package.json');
    assert.match(
      await hoverOn('package.json', 'mysql2'),
      /\*\*MySQL\*\* — not recommended for Relational Database[\s\S]*PostgreSQL/,
    );
    assert.match(await hoverOn('package.json', 'fastify'), /\*\*Node\.js\*\* — recommended/);
    assert.match(await hoverOn('infra/data.tf', 'aws_db_instance'), /\*\*MySQL\*\*/);
    assert.match(await hoverOn('charts/shop/Chart.yaml', 'rabbitmq'), /\*\*RabbitMQ\*\*[\s\S]*Kafka/);
    assert.match(await hoverOn('charts/shop/values.yaml', 'mysql:8.4'), /\*\*MySQL\*\*/);
  });

  it('gives language models its tools', async function () {
    // Editors that are built on VS Code need not have them.
    if (!vscode.lm?.invokeTool) this.skip();
    const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('stackGuidance_'));
    assert.deepEqual(names.sort(), ['stackGuidance_recommend', 'stackGuidance_snippet', 'stackGuidance_verdict']);
    assert.match(await told('recommend', { need: 'message queue' }), /^Event Bus: Kafka\/Pulsar \[adopt\]/);
    assert.match(
      await told('verdict', { identifier: 'npm:mysql2' }),
      /npm:mysql2: MySQL \(mysql2\) is not recommended/,
    );
    assert.match(
      await told('verdict', { path: 'charts/shop/Chart.yaml' }),
      /\n14:11 warning .+ helm:rabbitmq: RabbitMQ is not/,
    );
    assert.match(await told('snippet', { technology: 'Kafka', kind: 'package.json' }), /kafka-javascript/);
    await assert.rejects(told('snippet', { technology: 'MySQL', kind: 'terraform' }), /There is no snippet of MySQL/);
  });

  it('follows the typing', async () => {
    const uri = uriOf('web/package.json');
    await diagnosticsOf('web/package.json');
    const edit = new vscode.WorkspaceEdit();
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.getText().indexOf('mobx');
    edit.replace(uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 4)), 'pinia');
    await vscode.workspace.applyEdit(edit);
    const left = await diagnosticsOf('web/package.json', (all) =>
      all.every((one) => document.getText(one.range) !== 'mobx' && codeOf(one) !== 'not-recommended'),
    );
    assert.deepEqual(
      left.map(codeOf),
      ['missing-companion'].filter(() => left.length > 0),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  for (const path of [
    'package.json',
    'web/package.json',
    'infra/data.tf',
    'infra/main.tf',
    'infra/platform.tf',
    'charts/shop/Chart.yaml',
    'charts/shop/values.yaml',
    'charts/shop/templates/deployment.yaml',
  ]) {
    it(`every warning in ${path} is fixed from the lightbulb, and the result is clean`, async () => {
      for (let left = await warningsIn(path); left[0]; left = await fixFirst(path, left)) {
        assert.ok(left.length < 20);
      }
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });
  }
});

describe('The stack of an organisation in VS Code', () => {
  const stackOf = (database: string) =>
    `| Component | Technology | Why |\n|---|---|---|\n| Relational database | ${database} | We know it |\n`;
  const write = (path: string, text: string) => vscode.workspace.fs.writeFile(uriOf(path), Buffer.from(text));
  const messages = (all: vscode.Diagnostic[]) =>
    all
      .filter(isWarning)
      .map(({ message }) => message)
      .join('\n');
  const says = (pattern: RegExp) => diagnosticsOf('package.json', (all) => pattern.test(messages(all)));

  before(async () => {
    await write('docs/stack.md', stackOf('MySQL'));
    await write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
  });
  after(async () => {
    await vscode.workspace.fs.delete(uriOf('.stack-guidance.yaml'));
    await says(/amqplib/);
  });

  it('takes effect as soon as it is there', async () => {
    const found = await says(/^(?![\s\S]*mysql2)/);
    assert.doesNotMatch(messages(found), /amqplib/);
    assert.match(await hoverOn('package.json', 'mysql2'), /We know it/);
  });

  it('turns verdicts around while it is edited', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('docs/stack.md'));
    const at = document.positionAt(document.getText().indexOf('MySQL'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'MySQL'.length)), 'PostgreSQL');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await says(/mysql2/);
    await document.save();
  });

  it('shows a mistake in its configuration on the line, and stays as it was', async () => {
    await write('.stack-guidance.yaml', 'stack: docs/stack.md\nseverty: {}\n');
    const [error] = await diagnosticsOf('.stack-guidance.yaml');
    assert.equal(error?.range.start.line, 1);
    assert.match(error?.message ?? '', /severity/);
    await says(/mysql2/);
    await write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    await diagnosticsOf('.stack-guidance.yaml', (all) => all.length === 0);
  });

  it('says in the document how a technology is recognised', async () => {
    await vscode.window.showTextDocument(uriOf('docs/stack.md'));
    assert.match(await hoverOn('docs/stack.md', 'PostgreSQL'), /pg-promise|`pg`/);
  });

  it('takes an exception from the lightbulb into the configuration', async () => {
    const [first] = (await says(/mysql2/)).filter(isWarning);
    assert.ok(first);
    const uri = uriOf('package.json');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      first.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const last = actions[actions.length - 1];
    assert.equal(last?.title, 'Add an exception…');
    assert.ok(last.edit && (await vscode.workspace.applyEdit(last.edit)));
    const configuration = await vscode.workspace.openTextDocument(uriOf('.stack-guidance.yaml'));
    assert.match(configuration.getText(), /technology: mysql/);
    await diagnosticsOf('package.json', (all) => !/mysql2/.test(messages(all)));
    await configuration.save();
  });
});

const isWarning = ({ severity }: vscode.Diagnostic) => severity === vscode.DiagnosticSeverity.Warning;
const warningsIn = async (path: string) => (await diagnosticsOf(path)).filter(isWarning);

/** Applies the first fix of the first warning, as the lightbulb would; the warnings that are left. */
async function fixFirst(path: string, warnings: readonly vscode.Diagnostic[]): Promise<vscode.Diagnostic[]> {
  const [first] = warnings;
  assert.ok(first);
  const uri = uriOf(path);
  const { QuickFix } = vscode.CodeActionKind;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    first.range,
    QuickFix.value,
  );
  // The command leaves the diagnostics out that each action answers.
  const fix = actions.find(({ title, edit }) => edit && /^(?:Replace with|Insert beside|Add) /.test(title));
  assert.ok(fix?.edit, `${path}: nothing answers ${first.message}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  const after = await diagnosticsOf(path, (all) => all.filter(isWarning).length < warnings.length);
  return after.filter(isWarning);
}
