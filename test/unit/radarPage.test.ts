import assert from 'node:assert/strict';
import { beside } from '../../radar/client/beside';
import { entryAfter } from '../../radar/client/keys';
import { isRadarPage, radarPage } from '../../radar/page';
import { radarOf } from '../../server/src/core/features/radar';
import { once } from '../../server/src/core/once';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { used } from '../support/radars';

const { en, fr } = bundledCatalogs;
const inEditor = { sourceOf: () => "'nonce-abc'", nonce: 'abc', opens: true };
const inReport = { sourceOf: (code: string) => `'sha256-${code.length}'` };

/** Made once: to put a hundred blips in their places takes a while. */
const pages = {
  inReport: once(() => radarPage(radarOf(en), inReport)),
  inEditor: once(() => radarPage(radarOf(en), inEditor)),
  used: once(() => radarPage(radarOf(en, used({ mysql: 2, kafka: 1 })), inReport)),
};

/** The texts between tags, without style and script. */
const textsOf = (page: string) =>
  page
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter(Boolean);

describe('The page of the radar', () => {
  it('allows its own style and script by their hash, and nothing else', () => {
    const page = pages.inReport();
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    assert.equal(
      policy.replaceAll('&#39;', "'"),
      `default-src 'none'; style-src 'sha256-${style.length}'; script-src 'sha256-${script.length}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('allows them by a nonce where it is asked to', () => {
    const page = pages.inEditor();
    assert.match(page, /style-src &#39;nonce-abc&#39;; script-src &#39;nonce-abc&#39;;/);
    assert.deepEqual(
      [...page.matchAll(/<(?:style|script)[^>]*>/g)].map(([tag]) => tag),
      ['<style nonce="abc">', '<script nonce="abc">'],
    );
  });

  it('has nothing that a strict policy refuses, and loads nothing', () => {
    const page = pages.inEditor();
    assert.doesNotMatch(
      page.replace(/<style.*?<\/style>|<script.*?<\/script>/gs, ''),
      / style="| on\w+="|<link|<img| src="/,
    );
    assert.doesNotMatch(page, /url\(|@import/);
  });

  it('shows what an organisation wrote as text', () => {
    const evil = catalogOf(
      documentOf('Event bus | Kafka | <img src=x onerror=alert(1)> "quoted" </script><script>alert(2)</script>'),
    );
    const page = radarPage(radarOf({ ...evil, title: '<b>&' }), inReport);
    assert.doesNotMatch(page, /<img|<b>|alert\(2\)<\/script>/);
    assert.ok(page.includes('<h1>&lt;b&gt;&amp;</h1>'));
    assert.equal(page.match(/<script/g)?.length, 1);
  });

  it('links to web addresses only', () => {
    const radar = radarOf(catalogOf(documentOf('Event bus | Kafka | x')));
    const [entry] = radar.entries;
    assert.ok(entry);
    const linked = (homepage: string) =>
      radarPage({ ...radar, entries: [{ ...entry, homepage }] }, inReport).includes(' href="http');
    assert.deepEqual([linked('https://kafka.apache.org'), linked('javascript:alert(1)')], [true, false]);
  });

  it('is in the language of the stack', () => {
    const uses = used({ mysql: 2, kafka: 1 });
    const french = textsOf(radarPage(radarOf(fr, uses), inReport)).join('\n');
    assert.match(french, /^97 technologies dans 8 sections · 2 utilisées · 1 utilisée sans être recommandée$/m);
    assert.match(french, /^HORS STACK$/m);
    assert.doesNotMatch(french, /\b(in use|used in|Outside|Adopt|Close|Legend|arrows)\b/);
    const english = textsOf(pages.used()).join('\n');
    assert.match(english, /^97 technologies in 8 sections · 2 in use · 1 in use but not recommended$/m);
  });

  it('says all of a blip in words', () => {
    const names = [...pages.used().matchAll(/aria-label="([^"]*)"/g)];
    const said = names.map(([, name]) => name);
    assert.ok(said.includes('MySQL, Databases &amp; Storage, Outside, used in 2 places, number 37'));
    assert.ok(said.includes('PostgreSQL, Databases &amp; Storage, Adopt, not in use here, number 26'));
  });

  it('offers in an editor to count, where nothing was counted, and shows no noughts', () => {
    const uncounted = pages.inEditor();
    assert.match(uncounted, /Uses have not been counted yet\..*<button type="button" id="check">Check the workspace</);
    assert.doesNotMatch(textsOf(uncounted).join('\n'), /not in use here/);
    assert.doesNotMatch(pages.inReport(), /id="check"/);
  });

  it('opens places in an editor, and tells them in a report', () => {
    const uses = new Map([['mysql', { count: 3, places: [{ file: 'a "b".tf', line: 7 }] }]]);
    const radar = radarOf(en, uses);
    assert.match(
      radarPage(radar, inEditor),
      /<button type="button" class="open" data-technology="mysql" data-file="a &quot;b&quot;\.tf" data-line="7">a &quot;b&quot;\.tf:7<\/button>/,
    );
    assert.match(radarPage(radar, inReport), /<code>a &quot;b&quot;\.tf:7<\/code><\/li><li>and 2 more</);
  });

  it('can be told from other files', () => {
    assert.deepEqual([isRadarPage(pages.inReport()), isRadarPage('<!DOCTYPE html>')], [true, false]);
  });
});

describe('With keys', () => {
  const sections = [[1, 2, 3], [4], [5, 6]];
  for (const [key, from, to] of [
    ['ArrowRight', 1, 2],
    ['ArrowRight', 3, 4],
    ['ArrowRight', 6, 1],
    ['ArrowLeft', 1, 6],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 6, 1],
    ['ArrowUp', 4, 1],
    ['Home', 5, 1],
    ['End', 1, 6],
    ['a', 1, undefined],
  ] as const)
    it(`${key} leads from ${from} to ${to ?? 'nowhere'}`, () => assert.equal(entryAfter(key, from, sections), to));
});

describe('A card', () => {
  const view = { width: 1000, height: 600 };
  const card = { width: 300, height: 200 };
  const at = (left: number, top: number) => beside({ left, top, right: left + 20, bottom: top + 20 }, card, view);
  it('is beside what it tells of, and always in view', () => {
    assert.deepEqual(at(100, 300), { left: 130, top: 210 });
    assert.deepEqual(at(900, 300), { left: 590, top: 210 });
    assert.deepEqual(at(100, 0), { left: 130, top: 10 });
    assert.deepEqual(at(100, 590), { left: 130, top: 390 });
  });

  it('does not cover it where the view is narrow', () => {
    const narrow = { width: 320, height: 600 };
    const over = (top: number) => beside({ left: 50, top, right: 70, bottom: top + 20 }, card, narrow);
    assert.deepEqual(
      [over(100), over(500)],
      [
        { left: 10, top: 130 },
        { left: 10, top: 290 },
      ],
    );
  });
});
