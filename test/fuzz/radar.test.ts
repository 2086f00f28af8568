import assert from 'node:assert/strict';
import { readRadar } from '../../server/src/cli/radar/read';
import { stackFrom } from '../../server/src/cli/radar/stackMarkdown';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentFindings } from '../../server/src/core/features/stackDocument';
import { bundledCatalogs } from '../support/bundled';
import { radarSeeds } from './ownSeeds';
import { holds } from './property';
import { changesOf } from './texts';

describe('Any text as a radar', () => {
  for (const locale of ['en', 'fr'] as const) {
    holds(`becomes a stack document without a mistake, or nothing: ${locale}`, changesOf(...radarSeeds), (text) => {
      const catalog = bundledCatalogs[locale];
      const radar = readRadar(text);
      assert.deepEqual(readRadar(text), radar, 'second read');
      if (!radar) return;
      const { markdown } = stackFrom(radar, catalog);
      const document = readStackDocument(markdown);
      const found = documentFindings(markdown, document, catalog).map(({ message }) => message);
      assert.deepEqual(document.rows.length ? found : [], [], markdown);
    });
  }
});
