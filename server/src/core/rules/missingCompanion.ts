import { fold } from '../catalog/names';
import { namedTechnologies } from '../catalog/recommendation';
import type { Use } from '../catalog/verdict';
import { nameInUse, recommendationText } from '../catalog/wording';
import type { Finding, Recommendation, Source } from '../model';
import { texts } from '../texts';
import { identifierOf, type Neighbours, type Rule, type RuleContext } from './rule';

/**
 * Something stands alone that the stack recommends together with something else. A closed list, because it must be
 * decidable from files: React or Vue without TypeScript, an S3 bucket without replication.
 */
export const missingCompanion: Rule = {
  id: 'missing-companion',
  check: (context) => [...withoutTypescript(context), ...withoutReplication(context)],
};

/** Whether the directories above a file say more of it: React or Vue with or without TypeScript. */
export const needsAncestors = ({ dependencies }: Source) =>
  dependencies.some(({ ecosystem, name }) => ecosystem === 'npm' && (name === 'react' || name === 'vue'));

/** Whether the rest of its directory says more of a file: a bucket with or without replication. */
export const needsDirectory = (source: Source) => bucketsOf(source).length > 0;

function withoutTypescript({ source, catalog, uses, neighbours }: RuleContext): Finding[] {
  if (!neighbours || neighbours.hasTsconfig || [source, ...neighbours.ancestors].some(hasTypescript)) return [];
  const use = uses.find(isFramework);
  const row = use?.verdict.rows.find((one) => namedTechnologies(one.expression).includes('typescript'));
  if (!use || !row) return [];
  const words = texts[catalog.locale];
  const what = words.withoutTypescript(nameInUse(use.dependency, use.verdict.technology));
  const message = `${what} ${words.recommendedFor(row.component, recommendationText(row, catalog))}`;
  return [{ ...base(use, row), severity: 'information', message, recommended: ['typescript'] }];
}

const isFramework = ({ dependency, verdict }: Use) =>
  dependency.ecosystem === 'npm' &&
  dependency.scope === 'dependencies' &&
  (dependency.name === 'react' || dependency.name === 'vue') &&
  verdict.kind === 'recommended';

const hasTypescript = (source: Source) =>
  source.dependencies.some((one) => one.ecosystem === 'npm' && one.name === 'typescript');

function withoutReplication({ source, catalog, uses, neighbours }: RuleContext): Finding[] {
  const use = uses.find(isBucket);
  if (!use || !neighbours || !isFirstOfDirectory(source, neighbours)) return [];
  if ([source, ...neighbours.directory].some(hasReplication)) return [];
  const row = use.verdict.rows.find(asksForReplication);
  if (!row) return [];
  const words = texts[catalog.locale];
  const message = `${words.withoutReplication} ${words.recommendedFor(row.component, row.technology)}`;
  return [{ ...base(use, row), severity: 'hint', message, recommended: [use.verdict.technology.id] }];
}

const isBucket = ({ dependency, verdict }: Use) =>
  dependency.name === 'aws_s3_bucket' &&
  dependency.scope === 'resource' &&
  verdict.kind === 'recommended' &&
  !isDestination(dependency.label ?? '');

/** A bucket that others replicate into needs no replication of its own; only its name can tell. */
const isDestination = (label: string) => /replica|destination|backup|secondary|(^|_)dr(_|$)/i.test(label);

const bucketsOf = (source: Source) =>
  source.dependencies.filter((one) => one.scope === 'resource' && one.name === 'aws_s3_bucket');

function isFirstOfDirectory(source: Source, neighbours: Neighbours): boolean {
  return !neighbours.directory.some(
    (other) => other.path < source.path && bucketsOf(other).some((one) => !isDestination(one.label ?? '')),
  );
}

const hasReplication = (source: Source) =>
  source.dependencies.some(
    (one) =>
      one.name === 'aws_s3_bucket_replication_configuration' ||
      (one.name === 'aws_s3_bucket' &&
        [...(one.attributes?.().keys() ?? [])].some((path) => path.startsWith('replication_configuration'))),
  );

const asksForReplication = (row: Recommendation) =>
  row.expression.allOf
    .flat()
    .some(
      (choice) => choice.technology === 's3' && choice.qualifiers.some((word) => fold(word).includes('replication')),
    );

function base(use: Use, row: Recommendation) {
  return {
    rule: 'missing-companion',
    identifier: identifierOf(use),
    span: use.span,
    technology: use.verdict.technology.id,
    role: row.role,
    struck: false,
  } as const;
}
