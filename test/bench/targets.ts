import type { Quantile } from './statistics';

/** The names of what is measured; the table shows them. */
export const names = {
  start: 'start → initialize (ms)',
  opened: 'open → first diagnostics, package.json (ms)',
  pull: (file: string) => `keystroke → diagnostics pulled, ${file} (ms)`,
  push: (file: string) => `keystroke → diagnostics pushed, ${file} (ms)`,
  hover: (file: string) => `hover, ${file} (ms)`,
  completion: (file: string) => `keystroke → completion, ${file} (ms)`,
  codeAction: (file: string) => `code action, ${file} (ms)`,
  busyMemory: 'resident memory right after the work (MB)',
  memory: 'resident memory at rest after the work (MB)',
  size: 'server without data, minified (KB)',
  check7700: 'check, 7,700 manifests (ms)',
  checkN: 'check, N manifests (ms)',
  check2N: 'check, 2 N manifests (ms)',
  checkCpuN: 'check, computing at N (ms)',
  checkMemoryN: 'check, peak memory at N (MB)',
  checkMemory2N: 'check, peak memory at 2 N (MB)',
} as const;

/** Who is measured; the floor is a server of the same library that gives constant answers. */
export const programs = {
  ours: 'ours',
  floor: 'floor',
  json: 'json',
  yaml: 'yaml',
  analyser: 'stack-analyser',
} as const;

/** A row of the table: what is ours against something else, and what it may be: `factor` × theirs + `plus`. */
export interface Target {
  readonly measure: string;
  readonly at: Quantile;
  /** Nobody: `plus` is the limit. */
  readonly against?: { readonly program: string; readonly measure?: string; readonly called?: string };
  readonly factor?: number;
  readonly plus?: number;
}

const { ours, floor, json, yaml, analyser } = programs;

export const targets: readonly Target[] = [
  { measure: names.start, at: 'p50', against: { program: floor }, factor: 1.25 },
  { measure: names.start, at: 'p50', against: { program: json }, factor: 1 / 1.5 },
  { measure: names.start, at: 'p50', against: { program: yaml }, factor: 1 / 1.5 },
  { measure: names.opened, at: 'p50', against: { program: floor } },
  { measure: names.opened, at: 'p50', against: { program: json } },
  { measure: names.size, at: 'p50', plus: 500 },
  { measure: names.busyMemory, at: 'p50', against: { program: floor } },
  { measure: names.memory, at: 'p50', against: { program: floor }, plus: 30, factor: 1 },
  { measure: names.memory, at: 'p50', against: { program: json } },
  { measure: names.memory, at: 'p50', against: { program: yaml } },
  ...['package.json', 'main.tf', 'values.yaml'].map((file) => hover(file)),
  { measure: names.pull('package.json'), at: 'p50', against: { program: floor } },
  { measure: names.pull('package.json'), at: 'p50', against: { program: json }, factor: 1 },
  { measure: names.pull('package.json'), at: 'p99', against: { program: json }, factor: 1 },
  { measure: names.pull('main.tf'), at: 'p50', plus: 3 },
  {
    measure: names.pull('values.yaml'),
    at: 'p50',
    against: { program: yaml, measure: names.push('values.yaml'), called: 'yaml, pushed' },
  },
  { measure: names.push('package.json'), at: 'p50', against: { program: json }, factor: 1 },
  // What pushing costs beyond pulling is a debounce: one turn of the event loop is about a millisecond.
  ...['package.json', 'main.tf', 'values.yaml'].map((file) => promptly(file)),
  { measure: names.push('values.yaml'), at: 'p50', against: { program: yaml }, factor: 0.1 },
  ...['package.json', 'main.tf', 'values.yaml'].map(
    (file): Target => ({ measure: names.completion(file), at: 'p95', plus: 5 }),
  ),
  { measure: names.codeAction('package.json'), at: 'p50', against: { program: floor } },
  { measure: names.check7700, at: 'p50', plus: 1000 },
  { measure: names.checkN, at: 'p50', against: { program: analyser }, factor: 0.1 },
  {
    measure: names.check2N,
    at: 'p50',
    against: { program: ours, measure: names.checkN, called: 'ours at N' },
    factor: 2.1,
  },
  { measure: names.checkCpuN, at: 'p50', against: { program: analyser } },
  { measure: names.checkMemoryN, at: 'p50', against: { program: analyser } },
  {
    measure: names.checkMemory2N,
    at: 'p50',
    against: { program: ours, measure: names.checkMemoryN, called: 'ours at N' },
    factor: 1.15,
  },
];

function hover(file: string): Target {
  return { measure: names.hover(file), at: 'p99', against: { program: floor }, factor: 1.5 };
}

function promptly(file: string): Target {
  return {
    measure: names.push(file),
    at: 'p50',
    against: { program: ours, measure: names.pull(file), called: 'ours, pulled' },
    factor: 1,
    plus: 2,
  };
}
