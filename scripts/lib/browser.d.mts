// Types of browser.mjs, for tests written in TypeScript.
import type { Browser } from 'playwright-core';

export declare function currentBrowser(): Browser;
