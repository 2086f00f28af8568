/**
 * The documents that the server reads: by path, whichever other extensions are installed, and by language for those
 * that have no path yet. Any scheme: virtual workspaces too. A test holds this against the server's file kinds.
 */
export const patterns: readonly string[] = [
  '**/package.json',
  '**/*.tf',
  '**/*.tofu',
  '**/*.tf.json',
  '**/Chart.{yaml,yml}',
  '**/requirements.{yaml,yml}',
  '**/*values*.{yaml,yml}',
  '**/templates/**/*.{yaml,yml,tpl}',
];

const untitledLanguages = ['terraform', 'opentofu', 'helm', 'helm-template'];

export const documentSelector = [
  ...patterns.map((pattern) => ({ pattern })),
  ...untitledLanguages.map((language) => ({ language })),
];
