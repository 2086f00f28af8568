import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { currentScreen } from '../../scripts/lib/screen.mjs';

const axe = readFileSync(createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What a user sees of one kind of file: a squiggle under `marked`, and a hover over `hovered` that says `said`. */
const seen = [
  {
    file: 'package.json',
    marked: 'mysql2',
    hovered: 'mysql2',
    said: /MySQL — not recommended for Relational Database/,
  },
  {
    file: 'infra/data.tf',
    marked: 'mysql',
    hovered: 'aws_db_instance',
    said: /MySQL — not recommended for Relational Database/,
  },
  { file: 'infra/platform.tf', marked: 'kyverno', hovered: 'istiod', said: /Istio — recommended for Service Mesh/ },
  {
    file: 'charts/shop/Chart.yaml',
    marked: 'rabbitmq',
    hovered: 'rabbitmq',
    said: /RabbitMQ — not recommended for Event Bus/,
  },
  { file: 'charts/shop/values.yaml', marked: 'mysql', hovered: 'mysql:8.4', said: /MySQL — not recommended/ },
  {
    file: 'charts/shop/templates/deployment.yaml',
    marked: 'rabbitmq',
    hovered: 'rabbitmq:4',
    said: /RabbitMQ — not recommended/,
  },
];

describe('On the screen', () => {
  for (const { file, marked, hovered, said } of seen) {
    it(`${file} has its squiggles, and the hover says what is recommended and why`, async () => {
      const screen = currentScreen();
      await screen.openFile(file);
      const squiggles = await screen.squiggles();
      assert.ok(
        squiggles.some(({ severity, text }) => severity === 'warning' && text === marked),
        JSON.stringify(squiggles),
      );
      await screen.hoverOver(hovered, said);
      assert.match(await screen.hoverText(), /Recommended: /);
      await screen.screenshot(`out/screens/${file.replaceAll('/', '-')}.png`);
    });
  }
});

describe('A stack document on the screen', () => {
  it('has a squiggle where a name is not understood, the right one in the lightbulb, and says how names are recognised', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('own-stack/package.json');
    await screen.squiggles();
    await screen.openFile('own-stack/docs/stack.md', 13);
    await page.keyboard.press('Home');
    for (let i = 0; i < 27; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('d'); // Reddis
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 20_000 });
    const [squiggle] = await screen.squiggles();
    assert.deepEqual(squiggle, { severity: 'warning', line: 13, text: 'Reddis' });
    await screen.screenshot('out/screens/stack-document.png');
    await screen.lightbulb(/Redis/);
    await screen.screenshot('out/screens/stack-document-fix.png');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '| Redis' }).first().waitFor({ timeout: 10_000 });
    await screen.hoverOver('MySQL', /mysql2/);
    await screen.screenshot('out/screens/stack-document-hover.png');
  });
});

describe('The stack explorer', () => {
  const rows = (text: string | RegExp) =>
    currentScreen().page.locator('.pane-body .monaco-list-row:visible', { hasText: text }).first();

  /** Clicks again where the editor was drawing the tree anew, and forgot the click; never what is open. */
  const unfold = (text: string | RegExp, expected: string | RegExp) =>
    currentScreen().retry(`unfold ${text}`, async (timeout) => {
      if ((await rows(text).getAttribute('aria-expanded')) !== 'true') await rows(text).click({ timeout });
      await rows(expected).waitFor({ timeout });
    });

  it('shows sections, rows and technologies, and counts uses after a check', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('package.json');
    await page.locator('.activitybar .action-label[aria-label="Stack Guidance"]').click({ timeout: 20_000 });
    await rows('Check the workspace to count uses').waitFor({ timeout: 20_000 });
    await unfold(/Databases/, 'PostgreSQL (with Patroni)');
    await screen.screenshot('out/screens/explorer.png');
    await rows('Check the workspace to count uses').click();
    await rows(/PostgreSQL.*adopt · \d+ uses/).waitFor({ timeout: 60_000 });
    await unfold('Not in the stack', /Amazon SQS.*not in the stack · one use/);
    await screen.screenshot('out/screens/explorer-uses.png');
  });

  it('has no serious violation of accessibility', async () => {
    const { page } = currentScreen();
    await page.evaluate(axe);
    const found = (await page.evaluate(`axe.run('.pane-body .monaco-list')`)) as {
      violations: { id: string; impact: string; nodes: unknown[] }[];
    };
    // The editor puts label and description of a row beside each other without a space: every tree has that one.
    const ours = found.violations.filter(({ id }) => id !== 'label-content-name-mismatch');
    const serious = ours.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(
      serious.map(({ id, nodes }) => `${id}: ${nodes.length}`),
      [],
    );
  });

  it('finds by role in French, and reveals', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.command('Stack Guidance: Search the Stack');
    await page.locator('.quick-input-list .monaco-list-row').nth(5).waitFor({ timeout: 20_000 });
    await page.keyboard.type('maillage');
    const hit = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Istio' }).first();
    await hit.click({ timeout: 20_000 });
    await page.locator('.pane-body .monaco-list-row.focused', { hasText: 'Istio' }).waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/explorer-search.png');
    await page.locator('.activitybar .action-label[aria-label^="Explorer"]').click();
  });
});

describe('The radar', () => {
  it('shows what is used, and opens the row of the document and the uses', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('package.json');
    await screen.command('Stack Guidance: Open Radar');
    const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe');
    await frame.locator('svg').first().waitFor({ timeout: 30_000 });
    await screen.screenshot('out/screens/radar-in-editor.png');
    await frame.getByText('Neo4j', { exact: true }).first().click();
    await frame.locator('#card button[data-file]').first().click({ timeout: 20_000 });
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'package.json' }).waitFor();
    await frame.locator('#card button[data-row]').first().click({ timeout: 20_000 });
    await page.locator('.tab.active', { hasText: 'recommended.en.md' }).waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/radar-row.png');
    await screen.command('View: Close All Editors');
  });
});

describe('With the keyboard', () => {
  it('the lightbulb offers the recommended package, and applies it', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('package.json', 16);
    await screen.squiggles(3);
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await screen.lightbulb(/Replace with pg/);
    await screen.screenshot('out/screens/lightbulb.png');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '"pg": "' }).first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('Control+z');
  });

  it('a prefix and Tab insert a snippet with its tab stops', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('infra/main.tf');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\neks');
    const suggestion = page.locator('.suggest-widget:visible .monaco-list-row', { hasText: 'EKS' }).first();
    await suggestion.waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/completion.png');
    await suggestion.click();
    await page.locator('.view-line', { hasText: 'terraform-aws-modules/eks/aws' }).nth(1).waitFor({ timeout: 10_000 });
    await page.locator('.snippet-placeholder').first().waitFor({ state: 'attached', timeout: 10_000 });
    await screen.screenshot('out/screens/snippet.png');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
  });

  it('the command Insert Snippet… finds by role in French and inserts', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('infra/data.tf');
    await screen.command('Stack Guidance: Insert Snippet');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/picker.png');
    await page.keyboard.type('base de données');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'PostgreSQL' }).first();
    await row.click({ timeout: 20_000 });
    await page.locator('.snippet-placeholder').first().waitFor({ state: 'attached', timeout: 10_000 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
  });
});

describe('A new stack document', () => {
  it('is made of what the workspace uses, and governs at once', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.command('Stack Guidance: Create a Stack Document');
    const uses = page.locator('.quick-input-list .monaco-list-row', { hasText: 'What the workspace uses' }).first();
    await uses.click({ timeout: 20_000 });
    await page.locator('.tab.active', { hasText: 'stack.md' }).waitFor({ timeout: 60_000 });
    await page.locator('.view-line', { hasText: 'Relational database' }).first().waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/new-stack.png');
    // What is used is recommended now.
    await screen.openFile('infra/data.tf');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached', timeout: 20_000 });
  });
});
