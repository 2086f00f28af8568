import script from '../out/radar/main.txt';
import type { Radar } from '../server/src/core/model/radar';
import { drawing } from './drawing';
import { element, type Html, raw, text } from './html';
import { legend, summary } from './legend';
import { cards, lists } from './lists';
import style from './page.css';
import { radarPageTexts, type TextsOfRadarPage } from './texts';

export type { RadarMessage } from './protocol';

/** What a page says that it was made by. */
const generator = 'stack-guidance radar';

/** Whether a text is a page of ours, of any version. */
export const isRadarPage = (text: string): boolean => text.includes(`<meta name="generator" content="${generator}">`);

/** How a page is to be shown. */
export interface RadarPageOptions {
  /**
   * What the content security policy calls a style or a script of the page: `'nonce-…'`, the same for each, or the
   * hash of its text, `'sha256-…'`. Nothing else is allowed, and nothing is loaded.
   */
  sourceOf(code: string): string;
  /** Written on style and script, where the policy names one. */
  readonly nonce?: string;
  /** The page is in an editor, which opens files: see `RadarMessage`. */
  readonly opens?: boolean;
}

/**
 * A stack as a page of its own: one HTML text that needs nothing else, in the language of the radar. It takes its
 * colours from VS Code where that shows it, else from the system.
 */
export function radarPage(radar: Radar, options: RadarPageOptions): string {
  const said = radarPageTexts[radar.locale];
  const page = element(
    'html',
    { lang: radar.locale },
    head(radar, options, said),
    element('body', {}, ...body(radar, options, said), element('script', { nonce: options.nonce }, raw(script))),
  );
  return `<!DOCTYPE html>\n${page}\n`;
}

function head(radar: Radar, { sourceOf, nonce }: RadarPageOptions, said: TextsOfRadarPage): Html {
  const css = raw(`${style}\n${hues(radar.sections.length)}`);
  const policy = `default-src 'none'; style-src ${sourceOf(css)}; script-src ${sourceOf(raw(script))}; base-uri 'none'; form-action 'none'`;
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'generator', content: generator }),
    element('title', {}, text(said.title(radar.title))),
    element('style', { nonce }, css),
  );
}

/** A colour for each section, around the circle; red stays for what is not recommended. */
const hues = (count: number) =>
  Array.from({ length: count }, (_, at) => `.s${at}{--hue:${Math.round(95 + (255 * at) / Math.max(count, 1))}}`).join(
    '\n',
  );

const body = (radar: Radar, { opens = false }: RadarPageOptions, said: TextsOfRadarPage): Html[] => [
  element('header', {}, element('h1', {}, text(radar.title)), summary(radar, opens, said)),
  element(
    'main',
    {},
    element('div', { class: 'radar' }, drawing(radar), legend(radar, said), keys(said)),
    lists(radar),
  ),
  element('div', { id: 'card', role: 'dialog', 'aria-labelledby': 'card-title', tabindex: -1, hidden: true }),
  element('template', { id: 'card-close' }, closing(said)),
  cards(radar, opens),
];

const closing = ({ close }: TextsOfRadarPage): Html =>
  element('button', { type: 'button', class: 'close', 'aria-label': close, title: close }, text('×'));

const keys = (said: TextsOfRadarPage): Html => element('p', { id: 'keys' }, text(said.keys));
