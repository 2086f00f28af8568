/** A file that says what is used by being there. */
export interface Presence {
  /** As identifiers call it, whatever the file's extension and folder. */
  readonly name: string;
  readonly path: RegExp;
  /** What its beginning must hold, where others have files of this name too. */
  readonly content?: RegExp;
}

/** The file of this name in any folder; `.yml` stands for `.yaml` too, and the other way round. */
function named(name: string): Presence {
  const escaped = name.replaceAll('.', '\\.').replace(/\\\.ya?ml$/, '\\.ya?ml');
  return { name, path: new RegExp(`(?:^|/)${escaped}$`) };
}

export const presences: readonly Presence[] = [
  // Pipelines
  { name: 'Jenkinsfile', path: /(?:^|\/)Jenkinsfile(?:[.-][^/]*)?$|\.[Jj]enkinsfile$/ },
  { name: 'azure-pipelines.yml', path: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/ },
  { name: '.circleci/config.yml', path: /(?:^|\/)\.circleci\/[^/]+\.ya?ml$/ },
  { name: '.woodpecker.yml', path: /(?:^|\/)\.woodpecker(?:\/[^/]+)?\.ya?ml$/ },
  { name: '.buildkite/pipeline.yml', path: /(?:^|\/)\.buildkite\/pipeline[^/]*\.ya?ml$/ },
  named('.travis.yml'),
  named('.drone.yml'),
  named('appveyor.yml'),
  named('bitbucket-pipelines.yml'),
  { ...named('buildspec.yml'), content: /^(?:version|phases)[ \t]*:/m },
  { ...named('cloudbuild.yaml'), content: /^["']?steps["']?[ \t]*:/m },
  named('.teamcity/settings.kts'),
  // Infrastructure and functions
  named('Pulumi.yaml'),
  { ...named('serverless.yml'), content: /^["']?(?:service|provider|functions|frameworkVersion)["']?[ \t]*:/m },
  named('cdk.json'),
  named('cdktf.json'),
  {
    ...named('template.yaml'),
    path: /(?:^|[/.-])template\.(?:ya?ml|json)$/,
    content: /AWSTemplateFormatVersion|\bAWS::Serverless/,
  },
  { ...named('app.yaml'), content: /^runtime[ \t]*:[ \t]*["']?(?:python|nodejs|java|go|php|ruby|custom)/m },
  { ...named('host.json'), content: /"version"\s{0,9}:\s{0,9}"2\.0"/ },
  { name: 'wrangler.toml', path: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/ },
  named('netlify.toml'),
  named('vercel.json'),
  named('.sops.yaml'),
  { ...named('func.yaml'), content: /^specVersion[ \t]*:|knative\/func/m },
  { name: '.nomad', path: /\.nomad(?:\.hcl)?$/ },
  {
    ...named('azuredeploy.json'),
    content: /schema\.management\.azure\.com\/schemas\/[^"\s]{0,40}deploymentTemplate\.json/i,
  },
  { ...named('samconfig.toml'), content: /^version[ \t]*=/m },
  named('sst.config.ts'),
  // Gateways
  { ...named('krakend.json'), content: /krakend\.io\/schema|"version"\s{0,9}:\s{0,9}[23]\b/ },
  { ...named('kong.yml'), content: /^["']?_format_version["']?[ \t]*:/m },
  { ...named('traefik.yml'), content: /^(?:entryPoints|providers|certificatesResolvers|http|tcp)[ \t]*:/m },
  // Scans and tests
  {
    ...named('trivy.yaml'),
    content: /^(?:severity|scan|scanners|vulnerability|misconfiguration|ignorefile|exit-code|db|pkg)[ \t]*:/m,
  },
  { name: 'lighthouserc.json', path: /(?:^|\/)\.?lighthouserc\.(?:json|ya?ml)$/ },
  { name: '.jmx', path: /\.jmx$/, content: /<jmeterTestPlan\b/ },
  // Data
  named('dbt_project.yml'),
  named('feature_store.yaml'),
  named('meltano.yml'),
  named('MLproject'),
  // Languages and frameworks
  { ...named('angular.json'), content: /"(?:projects|\$schema)"/ },
  { name: 'rust-toolchain.toml', path: /(?:^|\/)rust-toolchain(?:\.toml)?$/ },
  // Chains
  named('foundry.toml'),
  named('Anchor.toml'),
];
