import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { radarPage } from '../../radar/page';
import { currentBrowser } from '../../scripts/lib/browser.mjs';
import { radarOf } from '../../server/src/core/features/radar';
import { bundledCatalogs } from '../support/bundled';
import { type Folder, makeFolder } from '../support/commandLine';

const axe = readFileSync(createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

let folder: Folder;
let report: string;
let page: Page;
let problems: string[];

/** Opens a page of the disk, and notes what it says on the console and what it asks of the network. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await currentBrowser().newContext({ viewport: { width: 1440, height: 900 }, ...options });
  page = await context.newPage();
  problems = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(path).href) problems.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  return page;
}

const blip = (name: string): Locator => page.locator(`.blip[aria-label^="${name},"]`);
const item = (name: string): Locator => page.locator('.entry').filter({ has: page.getByText(name, { exact: true }) });
const card = (): Locator => page.locator('#card');
const focused = async (): Promise<string> =>
  (await page.locator(':focus').getAttribute('aria-label')) ?? (await page.locator(':focus').innerText());

/** `color-contrast: 3, first .blip` for each rule that is violated. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
    violations: { id: string; nodes: { target: string[] }[] }[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length}, first ${nodes[0]?.target.join(' ')}`);
}

describe('The radar in a browser', () => {
  before(() => {
    folder = makeFolder();
    cpSync('examples', folder.root, { recursive: true });
    report = join(folder.root, 'radar.html');
    const { status, stderr } = folder.run(['report', '--output', report]);
    assert.equal(status, 0, stderr);
  });
  after(() => folder.remove());
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(problems, []);
  });

  it('shows a card over a blip, and lights it in the list', async () => {
    await open(report);
    await blip('PostgreSQL').hover();
    await card().waitFor();
    assert.equal(await card().getAttribute('role'), 'tooltip');
    assert.match(await card().innerText(), /^PostgreSQL\n.*Relational Database — PostgreSQL \(with Patroni\)/s);
    assert.deepEqual(await page.locator('.entry.lit').allInnerTexts(), [await item('PostgreSQL').innerText()]);
    await page.mouse.move(2, 2);
    await card().waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.lit').count(), 0);
  });

  it('shows in the list what is meant on the radar', async () => {
    await open(report);
    await item('RabbitMQ').hover();
    await page.locator('.blip.lit').waitFor();
    assert.match((await page.locator('.blip.lit').getAttribute('aria-label')) ?? '', /^RabbitMQ, .*, Outside, used in/);
    assert.match(await card().innerText(), /Event Bus — Recommended: Kafka\/Pulsar/);
  });

  it('tells after a click where something is used, until it is closed', async () => {
    await open(report);
    await blip('RabbitMQ').click();
    await page.mouse.move(2, 2);
    assert.match(await card().innerText(), /charts\/shop\/Chart\.yaml:\d+\n.*package\.json:\d+\n.*Homepage/s);
    await page.screenshot({ path: 'out/screens/radar-card.png' });
    await card().getByRole('button', { name: 'Close' }).click();
    await card().waitFor({ state: 'hidden' });
    assert.match(await focused(), /^RabbitMQ,/);
  });

  it('is one stop of the Tab key, and arrows lead through it', async () => {
    await open(report);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return (await focused()).split(',')[0];
    };
    assert.equal(await press('Tab'), 'AWS');
    assert.equal(await press('ArrowRight'), 'Google Cloud');
    assert.equal(await press('ArrowDown'), 'Kong');
    assert.equal(await press('ArrowUp', 'ArrowLeft'), 'Power BI');
    assert.equal(await press('Home'), 'AWS');
    assert.match(await card().innerText(), /^AWS\n/);
    await press('Enter');
    assert.equal(await card().evaluate((element) => element.matches(':focus')), true);
    assert.equal(await press('Escape'), 'AWS');
    await card().waitFor({ state: 'hidden' });
    assert.match((await press('Tab')) ?? '', /^1\nAWS/);
    assert.match((await press('ArrowDown', 'ArrowDown')) ?? '', /^3\nAzure/);
    assert.match((await press('Tab')) ?? '', /^13\nKong/);
    assert.match((await press('Shift+Tab')) ?? '', /^3\nAzure/);
  });

  const themes: Readonly<Record<string, BrowserContextOptions>> = {
    light: {},
    dark: { colorScheme: 'dark' },
    'high-contrast': { forcedColors: 'active' },
    narrow: { viewport: { width: 480, height: 800 } },
  };
  for (const [name, options] of Object.entries(themes))
    it(`can be read by everybody: ${name}`, async () => {
      await open(report, options);
      await page.screenshot({ path: `out/screens/radar-${name}.png` });
      await blip('MySQL').click();
      assert.deepEqual(await violations(), []);
    });

  it('tells the editor that shows it what is to be opened', async () => {
    const path = join(folder.root, 'editor.html');
    const uses = new Map([['mysql', { count: 1, places: [{ file: 'package.json', line: 7 }] }]]);
    writeFileSync(path, inEditor(radarPage(radarOf(bundledCatalogs.en, uses), editor)));
    await open(path);
    await blip('MySQL').click();
    await card().getByRole('button', { name: 'package.json:7' }).click();
    await card()
      .getByRole('button', { name: /^line \d+ of the stack document/ })
      .click();
    assert.deepEqual(await page.evaluate('messages'), [
      { type: 'open', technology: 'mysql', place: { file: 'package.json', line: 7 } },
      { type: 'open', technology: 'mysql', line: 28 },
    ]);
    assert.deepEqual(await violations(), []);
  });

  it('asks the editor to count where nothing was counted', async () => {
    const path = join(folder.root, 'uncounted.html');
    writeFileSync(path, inEditor(radarPage(radarOf(bundledCatalogs.fr), editor)));
    await open(path, { colorScheme: 'dark' });
    await page.screenshot({ path: 'out/screens/radar-uncounted.png' });
    await page.getByRole('button', { name: "Vérifier l'espace de travail" }).click();
    assert.deepEqual(await page.evaluate('messages'), [{ type: 'check' }]);
  });
});

const editor = { sourceOf: () => "'nonce-abc'", nonce: 'abc', opens: true };

/** A page with the function that an editor gives to it. */
const inEditor = (html: string) =>
  html.replace(
    '<body>',
    '<body class="vscode-dark"><script nonce="abc">const messages = []; const acquireVsCodeApi = () => ({ postMessage: (one) => messages.push(one) })</script>',
  );
