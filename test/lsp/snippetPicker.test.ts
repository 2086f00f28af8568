import assert from 'node:assert/strict';
import { type Session, startSession } from '../support/languageServer';

interface Offer {
  name: string;
  section: string;
  technology: string;
}

describe('The snippet picker', () => {
  const uri = 'file:///shop/main.tf';
  let session: Session;
  before(async () => {
    session = await startSession();
    session.open(uri, 'resource "a" "b" {\n}\n');
  });
  after(() => session.stop());

  const search = (query: string) =>
    session.connection.sendRequest<Offer[]>('stackGuidance/searchSnippets', { textDocument: { uri }, query });
  const technologies = async (query: string) => [...new Set((await search(query)).map((offer) => offer.technology))];

  it('offers what fits the file, section by section', async () => {
    const offers = await search('');
    assert.ok(offers.length > 10, `${offers.length} offers`);
    const sections = offers.map((offer) => offer.section);
    assert.equal(
      sections.filter((section, i) => section !== sections[i - 1]).length,
      new Set(sections).size,
      sections.join(),
    );
  });

  it('finds by technology, role or alias, in French and English, with a slip', async () => {
    for (const query of ['postgres', 'base de données', 'relational database', 'postgrse']) {
      assert.ok((await technologies(query)).includes('PostgreSQL'), query);
    }
  });

  it('puts the snippet after the block that the cursor is in', async () => {
    const [offer] = await search('postgres');
    const params = { textDocument: { uri }, position: { line: 0, character: 3 }, name: offer?.name };
    const found = await session.connection.sendRequest<{ range: { start: { line: number } }; text: string }>(
      'stackGuidance/insertSnippet',
      params,
    );
    assert.equal(found.range.start.line, 2);
    assert.match(found.text, /^\n.*\$\{1/s);
  });

  it('has nothing for files that it does not know', async () => {
    const params = { textDocument: { uri: 'file:///never/opened.tf' }, query: '' };
    assert.deepEqual(await session.connection.sendRequest('stackGuidance/searchSnippets', params), []);
  });
});
