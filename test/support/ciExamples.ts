import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';

const read = (path: string) => readFileSync(path, 'utf8');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}
type Pipeline = Readonly<Record<string, { readonly script: readonly string[] }>>;
interface Job {
  readonly kind: string;
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly { readonly args: readonly string[]; readonly env: readonly Variable[] }[];
      };
    };
  };
}
interface Variable {
  readonly name: string;
  readonly value: string;
}

/** The lines of shell of each job of examples/ci/github-actions.yml. */
export function githubJobs(): Record<string, string[]> {
  const { jobs }: Workflow = parse(read('examples/ci/github-actions.yml'));
  const runs = Object.entries(jobs).map(([name, { steps }]) => [name, steps.flatMap(({ run }) => run ?? [])] as const);
  return Object.fromEntries(runs);
}

/** The same of examples/ci/gitlab-ci.yml. */
export function gitlabJobs(): Record<string, readonly string[]> {
  const jobs: Pipeline = parse(read('examples/ci/gitlab-ci.yml'));
  return Object.fromEntries(Object.entries(jobs).map(([name, { script }]) => [name, script]));
}

/** What each pod of examples/ci/kubernetes-indexed-job.yaml runs, and how many there are, told in both places. */
export function kubernetesJob() {
  const documents: Job[] = parseAllDocuments(read('examples/ci/kubernetes-indexed-job.yaml')).map((one) => one.toJS());
  const job = documents.find(({ kind }) => kind === 'Job');
  const container = job?.spec.template.spec.containers[0];
  const pods = container?.env.find(({ name }) => name === 'PODS')?.value;
  return { script: container?.args[0] ?? '', completions: job?.spec.completions, pods: Number(pods) };
}

/** The hooks of .pre-commit-hooks.yaml. */
export const hooks = (): { id: string; entry: string; files: string; language: string }[] =>
  parse(read('.pre-commit-hooks.yaml'));

/** The arguments of each call of stack-guidance in a text of shell or Markdown, quotes taken off. */
export const callsIn = (script: string): string[][] =>
  [...script.matchAll(/(?:^|[\s`])stack-guidance(?:@\d+)? ((?:check|merge|lsp)(?: +(?:"[^"]*"|[^\s">|#`]+))*)/gm)].map(
    ([, call = '']) => [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
