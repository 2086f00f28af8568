// The browser of tests of pages. Imports nothing of the repository: tests that are bundled use it.
const CURRENT = Symbol.for('browser of the page under test');
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/** The browser that page-tests.mjs has opened, also from a bundled test file. */
export const currentBrowser = () => globalThis[CURRENT];
export const setCurrentBrowser = (browser) => {
  globalThis[CURRENT] = browser;
};

/** Starts the headless Chromium of a path, with a home folder; it ends with the script. */
export async function openBrowser(executablePath, home, defer) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    ...{ executablePath, headless: true, args: FLAGS, chromiumSandbox: false },
    env: { ...process.env, HOME: home, TMPDIR: home },
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }, // main.mjs does
  });
  defer(() => browser.close());
  return browser;
}
