import assert from 'node:assert/strict';
import { currentScreen } from '../../scripts/lib/screen.mjs';

/** Opens a file by a click on its name, and on those of its folders. */
async function open(...names: string[]): Promise<void> {
  const { page } = currentScreen();
  for (const [level, name] of names.entries()) {
    const rows = page.locator(`.explorer-folders-view .monaco-list-row[aria-level="${level + 1}"]`);
    const row = rows.filter({ has: page.getByText(name, { exact: true }) });
    if ((await row.last().getAttribute('aria-expanded')) !== 'true') await row.last().click();
  }
}

describe('VS Code for the Web', () => {
  it('shows squiggles, and the hover says what is recommended and why', async () => {
    const screen = currentScreen();
    await open('package.json');
    const squiggles = await screen.squiggles(4);
    assert.ok(
      squiggles.some(({ severity, text }) => severity === 'warning' && text === 'mysql2'),
      JSON.stringify(squiggles),
    );
    await screen.hoverOver('mysql2', /MySQL — not recommended for Relational Database/);
    assert.match(await screen.hoverText(), /Recommended: PostgreSQL/);
    await screen.screenshot('out/screens/web-package-json.png');
  });

  it('offers the recommended package in the lightbulb, and applies it', async () => {
    const screen = currentScreen();
    const { page } = screen;
    const { x, y } = await screen.centreOf('mysql2');
    await page.mouse.click(x, y);
    await screen.lightbulb(/Replace with pg/);
    await screen.screenshot('out/screens/web-lightbulb.png');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '"pg": "' }).first().waitFor({ timeout: 10_000 });
  });

  it('shows the stack', async () => {
    const { page } = currentScreen();
    await page.getByRole('tab', { name: 'Stack Guidance' }).click();
    await page.locator('.monaco-list-row', { hasText: 'Databases & Storage' }).first().waitFor({ timeout: 20_000 });
    await currentScreen().screenshot('out/screens/web-stack.png');
    await page.getByRole('tab', { name: /^Explorer/ }).click();
  });

  it('opens the sample', async () => {
    const screen = currentScreen();
    await currentScreen().command('Stack Guidance: Open the Sample');
    await screen.page.locator('.tab', { hasText: 'data.tf' }).first().waitFor({ timeout: 20_000 });
    await screen.squiggles(4);
    await screen.screenshot('out/screens/web-sample.png');
  });

  it('shows the radar', async () => {
    const screen = currentScreen();
    await currentScreen().command('Stack Guidance: Open Radar');
    const radar = screen.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe');
    await radar.locator('svg').first().waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/web-radar.png');
    await screen.page.locator('.tab.active .codicon-close').click();
  });

  it('opens the row that a finding is about', async () => {
    const screen = currentScreen();
    const { page } = screen;
    await screen.hoverOver('artillery', /not recommended/);
    const { x, y } = await screen.centreOf('artillery');
    await page.mouse.click(x, y);
    await screen.lightbulb(/^Why/);
    const focused = page.locator('.action-widget:visible .monaco-list-row.focused');
    while (!/^Why\?/.test((await focused.innerText()).trim())) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Lighthouse/k6' }).first().waitFor({ timeout: 20_000 });
    await screen.screenshot('out/screens/web-why.png');
  });

  it('reads the stack of an organisation through the editor', async () => {
    const screen = currentScreen();
    await open('own-stack', 'package.json');
    await screen.hoverOver('pg', /PostgreSQL — not recommended for Relational database/);
    assert.match(await screen.hoverText(), /Recommended: MySQL\s+Twelve years of operating it/);
    await screen.screenshot('out/screens/web-own-stack.png');
  });
});
