import * as z from 'zod';
import { ecosystems, rings, ruleIds, severities } from '../core/model';

/** What a model is told of the whole; models are told everything in English. */
export const instructions = `This organisation has a recommended technology stack. Ask recommend before you choose a \
technology or add a dependency, verdict before you keep or change one and after you have written a manifest, and snippet \
for configuration that follows the stack. What is not recommended has to be justified to the user.`;

const ring = z.enum(rings).describe('As on a technology radar: adopt and trial are recommended, hold is not.');

const row = {
  section: z.string(),
  component: z.string().describe('What the row is for, as the document writes it.'),
  role: z.string(),
  recommendation: z.string().describe('What the row recommends, as the document writes it.'),
  ring,
  justification: z.string(),
  isEnforced: z.boolean().describe('No exception counts.'),
};

const technology = z.object({
  id: z.string(),
  name: z.string(),
  homepage: z.string(),
  insert: z
    .array(
      z.object({
        ecosystem: z.enum(ecosystems),
        name: z.string(),
        version: z.string(),
        repository: z.string().optional(),
      }),
    )
    .describe('Names to write in manifests, with their versions.'),
  snippets: z.array(z.object({ name: z.string(), kind: z.string() })).describe('What the tool snippet has of it.'),
});

const place = z
  .object({ line: z.number(), column: z.number(), endLine: z.number(), endColumn: z.number() })
  .describe('Lines and columns from 1, in UTF-16 units.');

const verdict = z.object({
  identifier: z.string(),
  technology: z.string().nullable(),
  opinion: z.enum(['recommended', 'not-recommended', 'assess', 'unjudged', 'unknown', 'finding']),
  severity: z.enum(severities).nullable().describe('Null where there is nothing to object to.'),
  rule: z.enum(ruleIds).nullable(),
  message: z.string(),
  place: place.optional(),
  recommended: z.array(technology).describe('What to use, best first.'),
});

const text = (most: number) => z.string().trim().min(1).max(most);

/** What each tool takes and gives. */
export const tools = {
  recommend: {
    description: `What the organisation's recommended stack says for a role or need: technologies with ring and \
justification, the names and versions to write in manifests, and the snippets there are. Ask before choosing a \
technology or adding a dependency.`,
    inputSchema: {
      need: text(500).describe(
        'A role or need in a few words, English or French: "relational database", "message queue", "cache".',
      ),
    },
    outputSchema: {
      stack: z.string(),
      need: z.string(),
      rows: z.array(z.object({ ...row, technologies: z.array(technology) })).describe('Best first; empty: no opinion.'),
      near: z.array(z.string()).describe('Components that may be meant where there is no row.'),
      components: z.array(z.string()).describe('All that the stack has rows for, where there is none for this.'),
    },
  },
  verdict: {
    description: `Whether the recommended stack approves of a dependency, or what is to be said of a whole manifest \
(package.json, Terraform, Helm chart and values, Dockerfile and others): each finding with its place, its reason and \
what to use instead. Give either identifier, or path with or without text.`,
    inputSchema: {
      identifier: text(300)
        .optional()
        .describe('A dependency, with or without its ecosystem: "npm:mysql2", "mysql2", "image:rabbitmq", "MySQL".'),
      path: text(1000)
        .optional()
        .describe('Path of a manifest, relative to the project; with text also a kind of file such as "terraform".'),
      text: z.string().max(1_000_000).optional().describe('The text of the manifest, instead of what is on the disk.'),
    },
    outputSchema: {
      subject: z.string(),
      kind: z.string().nullable(),
      verdicts: z.array(verdict),
      excepted: z.number().describe('Findings that somebody has excepted with a reason.'),
      further: z.number().describe('Findings left out because there are too many.'),
    },
  },
  snippet: {
    description: `Production-grade configuration of a recommended technology for a kind of file, as plain text with \
current versions.`,
    inputSchema: {
      technology: text(200).describe('A technology ("PostgreSQL"), or the name of a snippet ("RDS for PostgreSQL").'),
      kind: text(1000).describe(
        'A kind of file (package-json, terraform, helm-chart, helm-values, helm-template, …), or the path of a file of it.',
      ),
    },
    outputSchema: {
      name: z.string(),
      technology: z.string(),
      role: z.string(),
      kind: z.string(),
      description: z.string(),
      text: z.string(),
      scope: z.enum(['dependencies', 'devDependencies']).optional().describe('The map of package.json it belongs in.'),
      others: z.array(z.string()).describe('Further snippets that fit, by name.'),
    },
  },
  stack: {
    description: `The organisation's whole recommended stack: every row with component, recommendation, ring and \
justification.`,
    inputSchema: {},
    outputSchema: { stack: z.string(), rows: z.array(z.object(row)) },
  },
};
