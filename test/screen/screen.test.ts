import assert from 'node:assert/strict';
import { currentScreen } from '../../scripts/lib/screen.mjs';

/** What a user sees of one kind of file: a squiggle under `marked`, and a hover over `hovered` that says `said`. */
const seen = [
  {
    file: 'package.json',
    marked: 'mysql2',
    hovered: 'mysql2',
    said: /MySQL — not recommended for Relational Database/,
  },
  {
    file: 'infra/data.tf',
    marked: 'mysql',
    hovered: 'aws_db_instance',
    said: /MySQL — not recommended for Relational Database/,
  },
  { file: 'infra/platform.tf', marked: 'kyverno', hovered: 'istiod', said: /Istio — recommended for Service Mesh/ },
  {
    file: 'charts/shop/Chart.yaml',
    marked: 'rabbitmq',
    hovered: 'rabbitmq',
    said: /RabbitMQ — not recommended for Event Bus/,
  },
  { file: 'charts/shop/values.yaml', marked: 'mysql', hovered: 'mysql:8.4', said: /MySQL — not recommended/ },
  {
    file: 'charts/shop/templates/deployment.yaml',
    marked: 'rabbitmq',
    hovered: 'rabbitmq:4',
    said: /RabbitMQ — not recommended/,
  },
];

describe('On the screen', () => {
  for (const { file, marked, hovered, said } of seen) {
    it(`${file} has its squiggles, and the hover says what is recommended and why`, async () => {
      const screen = currentScreen();
      await screen.openFile(file);
      const squiggles = await screen.squiggles();
      assert.ok(
        squiggles.some(({ severity, text }) => severity === 'warning' && text === marked),
        JSON.stringify(squiggles),
      );
      await screen.hoverOver(hovered, said);
      assert.match(await screen.hoverText(), /Recommended: /);
      await screen.screenshot(`out/screens/${file.replaceAll('/', '-')}.png`);
    });
  }
});
