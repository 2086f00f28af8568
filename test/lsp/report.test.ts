import assert from 'node:assert/strict';
import { type Folder, makeFolder, manifest } from '../support/commandLine';

const stack =
  '# Ours\n\n| Component | Technology | Why |\n|---|---|---|\n| Relational database | PostgreSQL | one to operate |\n';

/** `MySQL, Ours, Outside, used in 1 place, number 2` for each blip of a page. */
const blipsIn = (page: string): string[] =>
  [...page.matchAll(/class="[^"]*blip[^>]* aria-label="([^"]*)"/g)].map(([, name]) => name ?? '');

describe('stack-guidance report', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
    folder.write('.stack-guidance.yaml', 'stack: stack.md\n');
    folder.write('stack.md', stack);
    folder.write('api/package.json', manifest('pg', 'mysql2'));
    folder.write('main.tf', 'resource "aws_db_instance" "a" {\n  engine = "mysql"\n}\n');
  });
  afterEach(() => folder.remove());

  it('prints the stack in force as a radar, with what is used of it', () => {
    const { status, stdout, stderr } = folder.run(['report']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">.*<h1>Ours<\/h1>/s);
    assert.deepEqual(blipsIn(stdout), [
      'PostgreSQL, Ours, Adopt, used in 1 place, number 1',
      'MySQL, Ours, Outside, used in 2 places, number 2',
    ]);
    assert.match(stdout, /<code>api\/package\.json:4<\/code>.*<code>main\.tf:2<\/code>/);
    assert.equal(folder.run(['report']).stdout, stdout);
  });

  it('counts what is below the paths, in French where it is asked to', () => {
    const { stdout } = folder.run(['report', 'api', '--locale', 'fr']);
    assert.deepEqual(blipsIn(stdout), [
      'PostgreSQL, Ours, Adopter, utilisée à 1 endroit, numéro 1',
      'MySQL, Ours, Hors stack, utilisée à 1 endroit, numéro 2',
    ]);
  });

  it('says what it has not counted', () => {
    folder.write('web/.stack-guidance.yaml', '{}\n');
    folder.write('web/package.json', manifest('mysql2'));
    const { stdout, stderr } = folder.run(['report']);
    assert.equal(stderr, 'not counted: 1 file that another stack governs\n');
    assert.match(blipsIn(stdout)[1] ?? '', /used in 2 places/);
  });

  it('writes a file, and only over another report', () => {
    assert.deepEqual(folder.run(['report', '--output', 'radar.html']), { status: 0, stdout: '', stderr: '' });
    assert.match(folder.read('radar.html'), /^<!DOCTYPE html>/);
    assert.equal(folder.run(['report', '--output', 'radar.html']).status, 0);
    folder.write('mine.html', '<!DOCTYPE html>\n');
    const refused = folder.run(['report', '--output', 'mine.html']);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /mine\.html is there already and is no report of stack-guidance\n$/);
    assert.equal(folder.read('mine.html'), '<!DOCTYPE html>\n');
  });

  it('does not run with a configuration that cannot be followed, or for paths that are not there', () => {
    assert.match(folder.run(['report', 'nowhere']).stderr, /cannot read nowhere: ENOENT/);
    folder.write('.stack-guidance.yaml', 'stack: gone.md\n');
    const { status, stdout, stderr } = folder.run(['report']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /\.stack-guidance\.yaml:1:8: /);
  });
});
