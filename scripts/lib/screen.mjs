// What a test does to the editor on the screen, and sees there: a driver over the playwright page of the workbench.
// Nothing waits for a time, everything for a condition. Line numbers start at 1; only what is scrolled into view is seen.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readSquiggles, textBox } from './screenGeometry.mjs';
import { encodedUriPath } from './uri.mjs';

const EDITOR = '.editor-group-container.active .editor-instance .monaco-editor';
const HOVER = '.monaco-resizable-hover .monaco-hover:visible';
const PICKER = '.quick-input-widget:visible';
const COMMAND_KEY = process.platform === 'darwin' ? 'Meta' : 'Control';
const CURRENT = Symbol.for('screen of the editor under test');

/** The screen of the editor that screen-tests.mjs has opened, also from a bundled test file. */
export const currentScreen = () => globalThis[CURRENT];
export const setCurrentScreen = (screen) => {
  globalThis[CURRENT] = screen;
};

export class Screen {
  constructor(page, workspace) {
    this.page = page; // for everything this class does not know
    this.workspace = workspace;
  }

  /** Waits until the workbench can be used. */
  async ready() {
    await this.page
      .locator('.monaco-workbench .explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: 90_000 });
  }

  /** Opens a file of the workspace ('npm/package.json'), with the cursor in `line`, and waits for its text. */
  async openFile(name, line) {
    const path = join(resolve(this.workspace), name);
    const editor = this.page.locator(`${EDITOR}[data-uri$="${encodedUriPath(path)}"] .view-line`).first();
    await this.retry(`open ${name}`, async (timeout) => {
      await this.pick(line ? `${path}:${line}` : path, name.split('/').pop(), timeout);
      await editor.waitFor({ timeout });
    });
  }

  /**
   * Squiggles of the active editor, top to bottom: {severity, line, text}. Waits until there are `atLeast` of them.
   * VS Code underlines only the first two characters of a hint, and that is its `text`.
   */
  squiggles(atLeast = 1) {
    return until(`${atLeast} squiggles`, async () => {
      const found = await this.page.evaluate(readSquiggles, EDITOR);
      return found.length >= atLeast && found;
    });
  }

  /** Puts the mouse on the first `text` in view (or in `line`) until a hover shows that holds `expected`. */
  async hoverOver(text, expected = /\S/, line = undefined) {
    const hover = this.page.locator(HOVER).filter({ hasNotText: /^Loading/, hasText: expected });
    await this.retry(`get ${expected} from a hover over ${text}`, async (timeout) => {
      await this.page.mouse.move(2, 2);
      const point = await this.centreOf(text, line, timeout);
      await this.page.mouse.move(point.x - 1, point.y);
      await this.page.mouse.move(point.x, point.y);
      const shown = hover.first().waitFor({ timeout });
      await shown.catch(async () => Promise.reject(new Error(`it says '${await this.hoverText()}'`)));
    });
  }

  /** The text of the hover that shows, '' if none does. */
  async hoverText() {
    return (await this.page.locator(HOVER).allInnerTexts()).join('\n').replaceAll('\u00a0', ' ').trim();
  }

  /**
   * Asks for the lightbulb at the cursor until its menu has an entry that holds `expected`. Once is not always enough:
   * the editor drops what was asked for in the moment in which its diagnostics change.
   */
  async lightbulb(expected) {
    const menu = this.page.locator('.action-widget:visible');
    await this.retry(`get ${expected} from the lightbulb`, async (timeout) => {
      await this.page.keyboard.press(`${COMMAND_KEY}+.`);
      await menu.getByText(expected).first().waitFor({ timeout });
    });
  }

  /** Saves what is on the screen as a .png. */
  async screenshot(path) {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    await this.page.screenshot({ path });
  }

  /** Runs a command of the palette, by its title, and waits until the palette has gone or made room for another list. */
  async command(title) {
    const query = `>${title}`;
    await this.retry(`run ${title}`, (timeout) => this.pick(query, title, timeout));
    const shown = this.page.locator(`${PICKER} input[type=text]`);
    await until(`end of ${title}`, async () => (await shown.count()) === 0 || (await shown.inputValue()) !== query);
  }

  /** Types into quick open, waits for the row with this label, and chooses it. */
  async pick(query, label, timeout) {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press(`${COMMAND_KEY}+P`);
    await this.page.locator(`${PICKER} input[type=text]`).fill(query, { timeout });
    const row = this.page.locator(`${PICKER} .monaco-list-row .label-name`, { hasText: label });
    await row.first().click({ timeout });
  }

  /** Where the first `text` is (in `line`, if that is given), once it is in view. */
  async centreOf(text, line, timeout) {
    const find = () => this.page.evaluate(textBox, [EDITOR, text, line]);
    const { x, y, width, height } = await until(`'${text}'`, find, timeout);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Tries again what the editor may have missed, for example keys pressed while it was still starting. */
  async retry(what, action, attempts = 6) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await action(attempt * 1500);
      } catch (error) {
        if (attempt === attempts) throw new Error(`could not ${what}: ${error.message}`);
      }
    }
  }
}

/** What `probe` returns, as soon as that is something. */
async function until(what, probe, timeout = 30_000) {
  for (const end = Date.now() + timeout; ; await setTimeout(50)) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`no ${what} on the screen within ${timeout / 1000} s`);
  }
}
