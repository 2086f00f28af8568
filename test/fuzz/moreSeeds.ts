import type { Seed } from './seeds';

/** Containers, pipelines, packages and builds. */
export const moreSeeds: Readonly<Record<string, Seed>> = {
  presence: { path: 'Jenkinsfile', text: '// a\npipeline {\n}\n' },
  'github-actions': {
    path: '.github/workflows/ci.yml',
    text: `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    container: { image: "mysql:8" } # stack-guidance-ignore mysql: x
    services:
      queue: { image: rabbitmq:3.13 }
    steps:
      - uses: actions/checkout@v4 # v4.1
      - uses: docker://mysql:8
      - run: |
          uses: a/b
`,
  },
  'gitlab-ci': {
    path: '.gitlab-ci.yml',
    text: `image: mysql:8
include:
  - component: $CI_SERVER_FQDN/a/b@1
  - template: Jobs/SAST.gitlab-ci.yml
test:
  # stack-guidance-ignore rabbitmq: y
  services: [rabbitmq:3, { name: "mysql:8", alias: db }]
  image: { name: 'jenkins/jenkins:2' }
`,
  },
  dockerfile: {
    path: 'Dockerfile',
    text: `# escape=\`
ARG TAG=8 BASE="mysql:$TAG"
# stack-guidance-ignore mysql: x
FROM --platform=$P \`
  # within
  mysql:\${TAG} AS One
FROM rabbitmq:3.13@sha256:abc
COPY --from=mysql:8 a b
RUN --mount=from=a/b,c <<-EOT "
	FROM x
	EOT
`,
  },
  compose: {
    path: 'compose.yaml',
    text: `name: shop
services:
  db:
    image: "mysql:8" # stack-guidance-ignore mysql: x
  queue: { image: rabbitmq, build: y }
  c:
    image: \${REGISTRY:-docker.io}/mysql:\${TAG}
`,
  },
  'pnpm-workspace': {
    path: 'pnpm-workspace.yaml',
    text: `packages: [a]
catalog:
  "mysql2": ^3.0.0 # stack-guidance-ignore mysql: x
  amqplib: '0.10'
  db: npm:mysql2@3
catalogs:
  old: { web3: 4, redux: "5" }
`,
  },
  deno: {
    path: 'deno.jsonc',
    text: `{
  // stack-guidance-ignore mysql: x
  "imports": {
    "db": "npm:mysql2@^3",
    "amqplib": "npm:amqplib",
    "@std/a": "jsr:@std/a@1"
  }
}
`,
  },
  'go-mod': {
    path: 'go.mod',
    text: `module example.com/a

go 1.23

require github.com/go-sql-driver/mysql v1.8.0 // stack-guidance-ignore mysql: x
require (
	"github.com/rabbitmq/amqp091-go" v1.10.0
	github.com/streadway/amqp v1.1.0 // indirect
)
replace github.com/a/b => ../b
`,
  },
  pubspec: {
    path: 'pubspec.yaml',
    text: `name: a
dependencies:
  mysql1: ^0.20.0 # stack-guidance-ignore mysql: x
  "dart_amqp": "0.3.0"
  flutter:
    sdk: flutter
  f: {git: x, version: 1}
`,
  },
  gradle: {
    path: 'build.gradle.kts',
    text: `plugins {
  id("org.springframework.boot") version "3.4.0"
}
val v = "8"
dependencies {
  // stack-guidance-ignore mysql: x
  implementation("com.mysql:mysql-connector-j:$v")
  api group: "com.rabbitmq", name: 'amqp-client', version: "5.0"
  api(platform("a:b:\${f("g")}")) { exclude(group = "mysql", module = "mysql-connector-java") /* h */ }
  api 'mysql:mysql-connector-java:8.0.33'
}
`,
  },
  pom: {
    path: 'pom.xml',
    text: `<project>
  <properties><v>8.0.33</v></properties>
  <dependencies>
    <!-- stack-guidance-ignore mysql: x -->
    <dependency>
      <groupId>mysql</groupId>
      <artifactId>mysql-connector-java</artifactId>
      <version>\${v}</version>
    </dependency>
    <dependency><groupId>com.rabbitmq</groupId><artifactId>amqp-client</artifactId><version/></dependency>
    <![CDATA[ <dependency> ]]>
  </dependencies>
</project>
`,
  },
  'package-swift': {
    path: 'Package.swift',
    text: `let package = Package(
  name: "a",
  dependencies: [
    // stack-guidance-ignore mysql: x
    .package(url: "https://github.com/vapor/mysql-kit.git", from: "4.0.0"),
    .package(url: "https://github.com/Alamofire/Alamofire", "1"..<"2") /* b */
    .package(path: "../e"),
  ],
  targets: [.target(name: "\\(x)", dependencies: ["h"])])
`,
  },
  cargo: {
    path: 'Cargo.toml',
    text: `[package]
name = "a"
[dependencies]
mysql = "25" # stack-guidance-ignore mysql: x
db = { package = "mysql_async", version = "0", features = [
  "d"
] }
[target.'cfg(unix)'.dev-dependencies]
"lapin" = '2'
[dependencies.amqprs]
version = """1"""
`,
  },
  kustomize: {
    path: 'kustomization.yaml',
    text: `resources: [a.yaml]
images:
  # stack-guidance-ignore mysql: x
  - name: mysql
    newName: docker.io/library/mysql
    newTag: "8"
  - { name: b, newName: rabbitmq, digest: sha256:abc }
helmCharts:
  - name: rabbitmq
    repo: https://charts.bitnami.com/bitnami
    version: 14.0.0
`,
  },
  helmfile: {
    path: 'helmfile.yaml.gotmpl',
    text: `repositories:
  - name: bitnami
    url: https://charts.bitnami.com/bitnami
releases:
  # stack-guidance-ignore rabbitmq: x
  - name: queue
    chart: bitnami/rabbitmq
    version: {{ .Values.version }}
  - { name: db, chart: "oci://registry-1.docker.io/bitnamicharts/mysql", version: 1 }
`,
  },
  terragrunt: {
    path: 'live/terragrunt.hcl',
    text: `terraform {
  source = "tfr:///terraform-aws-modules/rds/aws?version=6.0.0" # stack-guidance-ignore mysql: x
}
inputs = {
  engine = "mysql"
  a      = { b = "c\${d["e"]}" }
}
`,
  },
  kubernetes: {
    path: 'deploy/app.yaml',
    text: `apiVersion: apps/v1
kind: Deployment
spec:
  containers:
    - image: mysql:8 # stack-guidance-ignore mysql: x
    - { image: "rabbitmq:3.13" }
---
apiVersion: traefik.containo.us/v1alpha1
kind: IngressRoute
---
apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  source: { repoURL: https://charts.bitnami.com/bitnami, chart: rabbitmq, targetRevision: 14.0.0 }
`,
  },
  'python-requirements': {
    path: 'requirements.txt',
    text: `-r other.txt
--index-url https://a.b
PyMySQL[rsa]==1.1.0; python_version >= "3.8" # stack-guidance-ignore mysql: x
pika>=1,<2 \\
  --hash=sha256:abc
mysql_connector.python @ https://a.b/c.whl
`,
  },
  pyproject: {
    path: 'pyproject.toml',
    text: `[project]
dependencies = [
  "pymysql[rsa]>=1; python_version >= '3.8'", # stack-guidance-ignore mysql: x
  'pika~=1.3',
]
[project.optional-dependencies]
a = ["mysqlclient"]
[tool.poetry.dependencies]
aiomysql = { version = "^0.2", extras = ["b"] }
python = "^3.12"
[dependency-groups]
dev = ["celery", { include-group = "c" }]
`,
  },
  'conda-environment': {
    path: 'environment.yml',
    text: `channels: [conda-forge]
dependencies:
  - pymysql=1.1.0 # stack-guidance-ignore mysql: x
  - "conda-forge::pika>=1"
  - pip:
    - mysqlclient==2.2
`,
  },
  pipfile: {
    path: 'Pipfile',
    text: `[packages]
pymysql = "==1.1" # stack-guidance-ignore mysql: x
pika = {version = "*", extras = ["a"]}
[dev-packages]
celery = '*'
`,
  },
  'setup-cfg': {
    path: 'setup.cfg',
    text: `[options]
install_requires =
    pymysql>=1
    # stack-guidance-ignore mysql: x
    pika[a] ~= 1.3 ; python_version < "4"
[options.extras_require]
db = mysqlclient
`,
  },
  'version-catalog': {
    path: 'gradle/libs.versions.toml',
    text: `[versions]
mysql = "8.0.33"
[libraries]
a = { module = "mysql:mysql-connector-java", version.ref = "mysql" } # stack-guidance-ignore mysql: x
b = "com.rabbitmq:amqp-client:5.0"
c = { group = "com.mysql", name = "mysql-connector-j", version = { strictly = "8" } }
[plugins]
d = { id = "org.springframework.boot", version = "3.4.0" }
`,
  },
};
