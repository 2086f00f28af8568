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

export const configurationPattern = '**/.stack-guidance.yaml';

/** What organisations write themselves: configuration, technologies, and the stack document, which may have any name. */
const ownPatterns: readonly string[] = [configurationPattern, '**/.stack-guidance/**/*.{yaml,yml}', '**/*.md'];

const untitledLanguages = ['terraform', 'opentofu', 'helm', 'helm-template'];

/** The manifests, which start the server when one is opened. */
export const manifests = [
  ...patterns.map((pattern) => ({ pattern })),
  ...untitledLanguages.map((language) => ({ language })),
];

export const documentSelector = [...manifests, ...ownPatterns.map((pattern) => ({ pattern }))];
