import { fileKinds } from '../../server/src/core/files';
import type { FileKind } from '../../server/src/core/model';
import { moreSeeds } from './moreSeeds';

/** A file to begin with: its name and what stands in it. */
export interface Seed {
  readonly path: string;
  readonly text: string;
}

/** Texts that are changed, for each kind of file by its id; a test holds the ids against the list of kinds. */
export const seeds: Readonly<Record<string, Seed>> = {
  ...moreSeeds,
  'package-json': {
    path: 'package.json',
    text: `{
  "name": "shop", // the shop
  "dependencies": {
    "mysql2": "^3.0.0",
    "db": "npm:mysql2@^3",
    "@scope/a": "workspace:*",
    "amqplib": "0.10.4", "r\\u0065dux": "5",
    "web3": "4.1.1",
    "react": "19.0.0"
  },
  "devDependencies": { "jest": "30", "artillery": "2" }
}
`,
  },
  terraform: {
    path: 'main.tf',
    text: `terraform {
  required_providers {
    keycloak = { source = "mrparkers/keycloak", version = "~> 4.0" }
  }
}
# stack-guidance-ignore mysql: until we move (until 2027-03-31)
resource "aws_db_instance" "db" {
  engine         = "mysql"
  engine_version = "8.0" // stack-guidance-ignore mysql: because
  tags           = { a = "b\${var.c["d"]}e", f = [1, true, null] }
  user_data      = <<-EOT
    engine = "postgres"
  EOT
}
resource "helm_release" "queue" {
  repository = "https://charts.bitnami.com/bitnami"
  chart      = "rabbitmq"
  version    = "1.0.0"
  values     = [templatefile("a", { b = %{if c}d%{endif} })]
}
module "eks" {
  source  = "terraform-aws-modules/rds/aws" /* stack-guidance-ignore mysql: x */
  version = "6.0.0"
  engine  = "mysql"
}
`,
  },
  'terraform-json': {
    path: 'main.tf.json',
    text: `{
  "resource": {
    "aws_db_instance": { "db": { "engine": "mysql", "engine_version": "8.0" }, "e": [{ "engine": "maria\\u0064b" }] },
    "helm_release": { "q": { "repository": "https://charts.bitnami.com/bitnami", "chart": "rabbitmq", "version": "1" } }
  },
  "module": { "m": { "source": "terraform-aws-modules/rds/aws", "engine": "\${var.x}" } },
  "terraform": { "required_providers": { "keycloak": { "source": "mrparkers/keycloak", "version": "4" } } }
}
`,
  },
  'helm-chart': {
    path: 'Chart.yaml',
    text: `apiVersion: v2
name: shop
description: >-
  a shop
dependencies:
  # stack-guidance-ignore rabbitmq: for the old queue (until 2026-01-01)
  - name: rabbitmq
    version: 14.0.0
    repository: https://charts.bitnami.com/bitnami
  - { name: "mysql", version: '9.0.0', repository: "@bitnami" }
  - name: &a ingress-nginx # a comment
    alias: "b"
    repository: oci://registry.k8s.io/charts
`,
  },
  'helm-values': {
    path: 'values.yaml',
    text: `image:
  registry: docker.io
  repository: bitnami/mysql # stack-guidance-ignore mysql: x
  tag: "8.4"
sidecarImage: rabbitmq:3.13@sha256:abc
vault:
  image: {repository: 'hashicorp/vault', tag: 1.15}
text: |
  image: mysql
list:
  - image: "quay.io/a/b:{{ .Values.tag }}"
  -
    image: >-
      mysql:8
`,
  },
  'helm-template': {
    path: 'shop/templates/deployment.yaml',
    text: `{{- /* stack-guidance-ignore mysql: x */ -}}
{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.name" . | quote }}
spec:
  containers:
    - image: mysql:8.4
    - image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default \`x\` }}"
    # stack-guidance-ignore rabbitmq: y
    - image: rabbitmq:3.13
{{- end }}
---
apiVersion: traefik.containo.us/v1alpha1
kind: IngressRoute
`,
  },
};

/** Each kind that is told by its id, with its seed; of those that share one, the one that the seed is for. */
export const kindsWithSeeds: readonly { readonly kind: FileKind; readonly path: string; readonly seed: string }[] =
  Object.entries(seeds).flatMap(([id, { path, text: seed }]) => {
    const kind = fileKinds.find((one) => one.id === id && one.matches({ path, head: seed }));
    return kind ? [{ kind, path, seed }] : [];
  });
