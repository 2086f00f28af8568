import { mkdirSync } from 'node:fs';
import { currentScreen } from '../../scripts/lib/screen.mjs';

/** The pictures of README.md, taken from the real editor by `npm run screenshots`. */
const folder = 'docs/images';

describe('The pictures of the README', () => {
  before(() => void mkdirSync(folder, { recursive: true }));

  const take = (name: string, clip?: { x: number; y: number; width: number; height: number }) =>
    currentScreen().page.screenshot({ path: `${folder}/${name}.png`, ...(clip ? { clip } : {}) });

  it('hover', async () => {
    const screen = currentScreen();
    await screen.openFile('package.json');
    await screen.squiggles(3);
    await screen.hoverOver('mysql2', /MySQL — not recommended/);
    await take('hover', { x: 348, y: 70, width: 920, height: 500 });
  });

  it('quick fix', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('package.json', 16);
    await page.mouse.move(2, 2);
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await screen.lightbulb(/Replace with pg/);
    await take('quick-fix', { x: 348, y: 70, width: 780, height: 500 });
    await page.keyboard.press('Escape');
  });

  it('snippet', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.openFile('infra/main.tf');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\neks');
    await page
      .locator('.suggest-widget:visible .monaco-list-row', { hasText: 'EKS' })
      .first()
      .waitFor({ timeout: 20_000 });
    await take('snippet', { x: 348, y: 70, width: 780, height: 500 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
  });

  it('explorer', async () => {
    const screen = currentScreen();
    const { page } = screen;
    const row = (text: string | RegExp) =>
      page.locator('.pane-body .monaco-list-row:visible', { hasText: text }).first();
    await screen.openFile('package.json');
    await page.locator('.activitybar .action-label[aria-label="Stack Guidance"]').click();
    await row('Check the workspace to count uses').click({ timeout: 20_000 });
    await row(/Databases/).click();
    await row(/PostgreSQL.*uses/).waitFor({ timeout: 60_000 });
    await take('explorer', { x: 0, y: 35, width: 900, height: 620 });
  });

  it('radar', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.command('Stack Guidance: Open Radar');
    const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe');
    await frame.locator('svg').first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+b');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await page.mouse.move(640, 795);
    await page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
    await take('radar', { x: 48, y: 35, width: 1232, height: 740 });
  });
});
