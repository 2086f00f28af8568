import assert from 'node:assert/strict';
import { currentScreen } from '../../scripts/lib/screen.mjs';

describe('On the screen', () => {
  it('package.json has its squiggles', async () => {
    const screen = currentScreen();
    await screen.openFile('package.json');
    const squiggles = await screen.squiggles(3);
    assert.ok(
      squiggles.some(({ severity, text }) => severity === 'warning' && text.includes('mysql2')),
      JSON.stringify(squiggles),
    );
  });

  it('the hover says what is recommended and why', async () => {
    const screen = currentScreen();
    await screen.openFile('data.tf');
    await screen.hoverOver('aws_db_instance', /PostgreSQL/);
    const text = await screen.hoverText();
    assert.match(text, /MySQL — not recommended for Relational Database/);
    assert.match(text, /Reliability, ACID/);
    await screen.screenshot('out/screens/hover.png');
  });
});
