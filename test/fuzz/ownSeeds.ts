/** Texts that are changed: what an organisation writes for us. */
export const stackSeed = `\ufeff---
title: "Stack"
language: en
---
# Technology stack

## Data

| Component | Technology | Justification | Ring | Enforce | Owner | Link |
|---|---|---|---|---|---|---|
| Relational database | **PostgreSQL** (with Patroni) | \`a \\| b\` | adopt | yes | data | [why](https://a.b/c) |
| Message broker | Kafka/Pulsar<br>NATS | fast & safe | trail | no | | |
| Relational databse | MySQL / Postgress | no | hold | | | |
| Cache | Redis + Valkey | ![x](y) <b>z</b> | | maybe | | |

> | Composant | Technologie |
> |---|---|
> | Base de données | PostgreSQL (avec réplication) |

- a list
`;

export const configurationSeed = `# what we want
stack: docs/stack.md
mirrors: { registry.acme.com/hub: docker.io }
severity: { rules: { deprecated: hint }, roles: { message-broker: warning }, technologies: { axios: "off" } }
paths:
  - { glob: "core/**", roles: [core-services], severity: { rules: {} } }
exceptions:
  - { technology: rabbitmq, paths: ["legacy/**"], reason: contract, expires: 2027-03-31, owner: payments, ticket: OPS-12 }
  - identifier: "npm:amqplib"
    reason: >-
      vendored
baseline: .stack-guidance-baseline.json
`;

export const technologySeed = `id: acme-gateway
name: Acme Gateway
aliases: [gateway, "acme"]
roles: [api-gateway]
homepage: https://acme.example
compatibleWith: [kong]
deprecated: { since: 2026-01, reason: { en: dead, fr: mort }, replacedBy: kong, source: "https://a" }
identifiers:
  npm:
    - "@acme/gateway"
    - { name: acme, version: ^1.2.3, evidence: weak, speaks: [kong] }
  helm:
    - name: acme
      repository: [https://charts.acme.example]
      where: { a.b: [c, "d*"] }
`;

export const rolesSeed = `- id: core-services
  name: { en: Core services, fr: Services centraux }
  aliases: [core]
  stateful: true
- { id: other, name: Other }
`;

export const baselineSeed = `{ "version": 1, "findings": { "package.json": ["not-recommended mysql npm:mysql2 1"] } }\n`;

export const radarSeeds: readonly string[] = [
  `{
  "title": "Radar",
  "quadrants": [{ "id": "db", "name": "Databases | more" }],
  "rings": [{ "id": "adopt", "name": "ADOPT" }, { "id": "x", "name": "X" }, { "id": "hold", "name": "HOLD" }],
  "entries": [
    { "title": "PostgreSQL", "quadrant": "db", "timeline": [{ "ringId": "adopt", "date": "2020-08-06", "description": "**a** | b" }] },
    { "label": "MySQL <b>8</b>", "quadrant": 0, "ring": 2, "description": "# \\u0000 <script>" },
    { "key": "mob", "quadrant": { "name": "People" }, "ring": "x" }
  ]
}
`,
  `name,ring,quadrant,isNew,status,description
PostgreSQL,adopt,Databases,TRUE,new,"good | ""old"" one
on two lines"
MySQL,hold,Databases,FALSE,,<p>no</p>
Kafka & more,trial,Queues,FALSE,moved in,[a](b) \`c\`
`,
  `[{ "name": "Redis", "ring": "Keep", "quadrant": "Caches", "description": "- a\\n- b" }]\n`,
];
