// The settings of every editor the scripts start: nothing that gets in the way, and nothing that asks the network, so
// that a slow one cannot hold up a hover.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const SETTINGS = {
  'workbench.startupEditor': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/** The environment of an editor under test: VS Code runs `npm view` for every hover over a dependency. */
export const TEST_ENVIRONMENT = { npm_config_offline: 'true' };

/** Writes the user settings into the `User` folder of an editor's data. */
export function writeSettings(data, more = {}) {
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...more }));
}
