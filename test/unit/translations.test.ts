import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { radarTexts } from '../../server/src/cli/radar/texts';
import { texts as textsOfCli } from '../../server/src/cli/texts';
import { assistantTexts } from '../../server/src/core/assistantTexts';
import { explainTexts } from '../../server/src/core/explainTexts';
import { texts as textsOfCore } from '../../server/src/core/texts';

const json = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

describe('Translations', () => {
  it('has each text of the manifest in both languages', () => {
    const [en, fr] = [json('package.nls.json'), json('package.nls.fr.json')];
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(en).sort());
    assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort());
    assert.deepEqual(same(en, fr), []);
  });

  it('has each text of the client in French', () => {
    const fr = json('l10n/bundle.l10n.fr.json');
    const calls = filesIn('client/src').flatMap((text) => [...text.matchAll(/l10n\.t\(\s*(?:'([^']*)'|"([^"]*)")/g)]);
    const said = new Set(calls.map(([, single, double]) => single ?? double ?? ''));
    assert.ok(said.size > 0);
    assert.deepEqual(Object.keys(fr).sort(), [...said].sort());
    for (const [en, text] of Object.entries(fr)) assert.deepEqual(holesIn(text), holesIn(en), en);
  });

  it('shows nothing in the client that is not translated', () => {
    const shown = filesIn('client/src').flatMap((text) => [
      ...text.matchAll(
        /show(?:Information|Warning|Error)Message\(\s*['"`]|(?:placeHolder|title|label|prompt): ['"`][^'"`]/g,
      ),
    ]);
    assert.deepEqual(
      shown.map(([text]) => text),
      [],
    );
  });

  it('has each text of the server in both languages', () => {
    assert.deepEqual(compared(textsOfCore.en, textsOfCore.fr), []);
    assert.deepEqual(compared(explainTexts.en, explainTexts.fr), []);
    assert.deepEqual(compared(assistantTexts.en, assistantTexts.fr), []);
  });

  it('has each text of the command line in both languages', () => {
    // What the help's library says is in English already; only the French has words for it.
    const { titles: _, commander: __, ...en } = textsOfCli.en;
    const { titles, commander, ...fr } = textsOfCli.fr;
    assert.deepEqual(compared(en, fr), []);
    assert.deepEqual(compared(radarTexts.en, radarTexts.fr), []);
    assert.ok(Object.keys(titles).length && commander.length);
  });
});

const holesIn = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole).sort();
const same = (en: Record<string, string>, fr: Record<string, string>) =>
  Object.keys(en).filter((key) => en[key] === fr[key]);

/** Words that are the same in both languages. */
const international = new Set([
  'information',
  'documentation',
  'justification',
  'section',
  'image',
  'images',
  'stack',
  'type',
  'glob',
  'options:',
  'arguments:',
]);

/** The paths of texts that one language lacks or that are the same in both. */
function compared(en: unknown, fr: unknown, path = ''): string[] {
  if (typeof en === 'object' && en !== null && typeof fr === 'object' && fr !== null)
    return [...new Set([...Object.keys(en), ...Object.keys(fr)])].flatMap((key) =>
      compared(Reflect.get(en, key), Reflect.get(fr, key), `${path}.${key}`),
    );
  const [one, other] = [said(en), said(fr)];
  if (one === undefined || other === undefined) return one === other ? [] : [`${path} is missing`];
  return one === other && /[a-z]{4}/i.test(one) && !international.has(one.toLowerCase().replace(/\d|\s/g, ''))
    ? [`${path}: ${one}`]
    : [];
}

/** What a text says; a function is asked with arguments that say nothing themselves. */
function said(text: unknown): string | undefined {
  if (typeof text === 'function') return String(text(['1'], ['2'], ['3'], ['4'])); // a list of one is written as its item
  return typeof text === 'string' ? text : undefined;
}
