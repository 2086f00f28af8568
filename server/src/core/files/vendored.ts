/** Folders that tools fill with what others have written, and those of files that tests read, wherever they are. */
export const foreignFolders = [
  'node_modules',
  'bower_components',
  '.terraform',
  '.venv',
  'site-packages',
  'third_party',
  'Pods',
  '.dart_tool',
  'testdata',
  '__fixtures__',
] as const;

/**
 * Names that have other meanings, too: a service may be about vendors, and sources may be built from `.build`. What was
 * copied or built stands deeper in them, at places of its own.
 */
const deeper = [
  'vendor\\/[^/]+\\/[^/]+\\/', // Go: host and owner; PHP: owner and package; Ruby: bundle and engine
  'target\\/(?:debug|release|package|classes|test-classes|generated-[^/]+|maven-[^/]+)\\/', // Rust, Maven
  '\\.build\\/(?:checkouts|repositories|artifacts)\\/', // Swift
  'vendor\\/[^/]+\\/Cargo\\.toml$', // Rust: a folder for each crate
];

const names = foreignFolders.map((name) => `${name.replace('.', '\\.')}\\/`);
const foreign = new RegExp(`(?:^|\\/)(?:${[...names, ...deeper].join('|')})`);

/** Files that choose nothing: somebody else's, and those of tests. Nobody here can act on what is found in them. */
export const isVendored = (path: string): boolean => foreign.test(path);
