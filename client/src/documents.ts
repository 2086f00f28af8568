/**
 * The documents that the server reads: by path, whichever other extensions are installed, and by language for those
 * that have no path yet. Any scheme: virtual workspaces too. A test holds this against the server's file kinds.
 */
export const patterns: readonly string[] = [
  '**/package.json',
  '**/*.tf',
  '**/*.tofu',
  '**/*.tf.json',
  // Manifests may have any name: what they are is for the server to see.
  '**/*.{yaml,yml}',
  '**/templates/**/*.tpl',
  '**/helmfile*.gotmpl',
  '**/Kustomization',
  '**/terragrunt.hcl',
  '**/Dockerfile*',
  '**/Containerfile*',
  '**/*.{Dockerfile,dockerfile,Containerfile,containerfile}',
  '**/{Jenkinsfile*,*.Jenkinsfile,*.jenkinsfile}',
  '**/.teamcity/settings.kts',
  '**/{angular,azuredeploy,cdk,cdktf,host,krakend,vercel,wrangler}.json',
  '**/{lighthouserc,.lighthouserc}.json',
  '**/deno.{json,jsonc}',
  '**/*template.json',
  '**/wrangler.{toml,jsonc}',
  '**/{netlify,foundry,Anchor,samconfig}.toml',
  '**/{MLproject,sst.config.ts,*.nomad,*.nomad.hcl,*.jmx}',
  '**/{rust-toolchain,rust-toolchain.toml}',
  '**/Cargo.toml',
  '**/{pyproject.toml,Pipfile,setup.cfg}',
  '**/*.versions.toml',
  '**/*requirements*.{txt,in}',
  '**/requirements/*.{txt,in}',
  '**/go.mod',
  '**/pubspec.yaml',
  '**/*.gradle',
  '**/*.gradle.kts',
  '**/pom.xml',
  '**/Package*.swift',
];

export const configurationPattern = '**/.stack-guidance.yaml';

/** What organisations write themselves: configuration, technologies, and the stack document, which may have any name. */
const ownPatterns: readonly string[] = [configurationPattern, '**/.stack-guidance/**/*.{yaml,yml}', '**/*.md'];

const untitledLanguages = ['terraform', 'opentofu', 'helm', 'helm-template', 'dockerfile'];

/** The manifests, which start the server when one is opened. */
export const manifests = [
  ...patterns.map((pattern) => ({ pattern })),
  ...untitledLanguages.map((language) => ({ language })),
];

export const documentSelector = [...manifests, ...ownPatterns.map((pattern) => ({ pattern }))];
