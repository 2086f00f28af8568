// Types of screen.mjs, for tests written in TypeScript.
import type { Page } from 'playwright-core';

export interface Squiggle {
  severity: 'error' | 'warning' | 'information' | 'hint';
  line: number;
  text: string;
}

export declare class Screen {
  constructor(page: Page, workspace: string);
  readonly page: Page;
  readonly workspace: string;
  ready(): Promise<void>;
  openFile(name: string, line?: number): Promise<void>;
  squiggles(atLeast?: number): Promise<Squiggle[]>;
  hoverOver(text: string, expected?: string | RegExp, line?: number): Promise<void>;
  hoverText(): Promise<string>;
  lightbulb(expected: string | RegExp): Promise<void>;
  retry<T>(what: string, action: (timeout: number) => Promise<T>, attempts?: number): Promise<T>;
  command(title: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  centreOf(text: string, line?: number, timeout?: number): Promise<{ x: number; y: number }>;
}

export declare function currentScreen(): Screen;
