import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

/** The process of the language server: a child of the extension host with its bundle in the command line. */
function server(): number | undefined {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const own = all.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const found = own.find(([, , parent, command]) => Number(parent) === process.pid && isServer(command));
  return found && Number(found[1]);
}

const isServer = (command = '') => /[\\/]dist[\\/]server\.js\b/.test(command);

async function hoverOn(word: string): Promise<string> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'package.json'));
  const place = document.positionAt(document.getText().indexOf(word) + 1);
  const command = 'vscode.executeHoverProvider';
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, place);
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
}

/** Asks again until there is an answer: nobody tells when a server has started. */
async function until<Value>(ask: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((next) => setImmediate(next));
  }
}

const answers = () => until(async () => ((await hoverOn('mysql2')).includes('MySQL') ? true : undefined));

/** Ends the server as the system does when memory is short; its process number. */
async function crash(): Promise<number> {
  const pid = await until(server);
  process.kill(pid, 'SIGKILL');
  return pid;
}

const restarted = (last: number) => until(() => (server() === last ? undefined : server()));

describe('The server in VS Code', function () {
  if (process.platform === 'win32') return; // There is no `ps`.
  this.timeout(120_000);
  const { showWarningMessage } = vscode.window;
  const said: unknown[][] = [];
  let press: (button: unknown) => void = () => {};

  const showsNothing = (...all: unknown[]) => {
    said.push(all);
    return new Promise((done) => {
      press = done;
    });
  };
  before(() => void Object.assign(vscode.window, { showWarningMessage: showsNothing }));
  after(() => void Object.assign(vscode.window, { showWarningMessage }));

  it('is started again after a crash, without a word', async () => {
    await answers();
    for (let count = 0; count < 4; count++) {
      await restarted(await crash());
      await answers();
    }
    assert.deepEqual(said, []);
  });

  it('is left alone after the fifth in three minutes; a message says so', async () => {
    const last = await crash();
    const [message, ...buttons] = await until(() => said[0]);
    assert.match(String(message), /five times in three minutes/);
    assert.deepEqual(buttons, ['Start Again']);
    await until(() => (server() === last ? undefined : true));
    assert.equal(server(), undefined);
  });

  it('is started by the button of the message', async () => {
    press('Start Again');
    await answers();
    assert.equal(said.length, 1);
  });
});
