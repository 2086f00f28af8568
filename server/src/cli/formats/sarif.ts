import type { ArtifactLocation, Log, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import type { RuleId, Severity } from '../../core/model';
import { ruleAddress } from '../../core/rules/address';
import type { Report, Reported, Suppressed } from '../report';
import type { TextsOfCli } from '../texts';
import type { FormatOptions } from './index';
import { fileUri, relativeUri } from './uri';

export const toolName = 'stack-guidance';
export const fingerprintName = 'stackGuidance/v1';
const base = '%SRCROOT%';
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A SARIF 2.1.0 log with one run; what SARIF has no word for is in `properties`, so that logs can be merged. */
export function sarif(report: Report, options: FormatOptions): string {
  const log: Log = { $schema: schema, version: '2.1.0', runs: [run(report, options)] };
  return JSON.stringify(log, null, 2);
}

function run({ files, findings, suppressed }: Report, { locale, texts, version, root }: FormatOptions): Run {
  const rules = Object.keys(texts.rules) as RuleId[];
  const toResult = (one: Reported) => result(one, rules, root);
  return {
    tool: { driver: { name: toolName, version, informationUri: ruleAddress(), rules: descriptors(texts) } },
    language: locale,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [base]: { ...(root ? { uri: fileUri(root) } : {}), description: { text: texts.workingDirectory } },
    },
    invocations: [{ executionSuccessful: true }],
    results: [
      ...findings.map((one) => ({ ...toResult(one), suppressions: [] })),
      ...suppressed.map((one) => ({ ...toResult(one), suppressions: [suppressionOf(one)] })),
    ],
    properties: { files },
  };
}

const descriptors = (texts: TextsOfCli): ReportingDescriptor[] =>
  (Object.entries(texts.rules) as [RuleId, string][]).map(([id, text]) => ({
    id,
    shortDescription: { text },
    helpUri: ruleAddress(id),
  }));

function result(one: Reported, rules: readonly RuleId[], root: string | undefined): Result {
  const { line, column, endLine, endColumn, severity, technology, role, recommended } = one;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: one.rule,
    ruleIndex: rules.indexOf(one.rule),
    level: levels[severity],
    message: { text: messageText(one.message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(one.file, root), region } }],
    partialFingerprints: { [fingerprintName]: `${one.file} ${one.fingerprint}` },
    properties: { severity, technology, role, recommended: [...recommended] },
  };
}

/** In messages of SARIF braces are placeholders, and `[…](…)` is a link, which nobody is to write into a name. */
const messageText = (message: string) => message.replace(/[{}]/g, '$&$&').replaceAll('](', '\\](');

/** Relative to the base; what is outside of it has an absolute address, where that is known. */
function artifact(file: string, root: string | undefined): ArtifactLocation {
  const isInside = !/^(\.\.\/|\/|[A-Za-z]:)/.test(file);
  return isInside || !root ? { uri: relativeUri(file), uriBaseId: base } : { uri: fileUri(file, root) };
}

function suppressionOf({ exception: { kind, reason, ...properties } }: Suppressed): Suppression {
  return { kind, status: 'accepted', justification: reason, properties };
}
