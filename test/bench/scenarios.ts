import type { Position } from 'vscode-languageserver-protocol/node';
import { after, type Edited, type Typist } from './documents';
import type { Random } from './random';
import { at, type Session } from './session';
import { names, programs } from './targets';

/** One thing that is measured, at places of a file, on some servers. */
export interface Scenario {
  readonly measure: string;
  readonly file: string;
  readonly pulls: boolean;
  readonly servers: readonly string[];
  /** Samples in a round, in bursts: servers take turns, so that noise hits all alike. A multiple of ten. */
  readonly samples: number;
  /** Whether there is something to answer: a server that answers nothing is fast, and its figure worth nothing. */
  readonly asks: boolean;
  /** One sample in milliseconds. */
  step(session: Session, typist: Typist, random: Random): Promise<number>;
}

const { ours, floor, json, yaml } = programs;

/** How often something is asked in a round: the hundredth part of it has to be more than a moment of bad luck. */
const many: Samples = { hovers: 1000, keystrokes: 600, others: 200 };
/** Of servers that answer late, because they wait or because they read everything again. */
const few: Samples = { hovers: 10, keystrokes: 10, others: 10 };

interface Samples {
  readonly hovers: number;
  readonly keystrokes: number;
  readonly others: number;
}

export const scenarios: readonly Scenario[] = [
  ...scenariosOf('package.json', [ours, floor, json], true, many),
  ...scenariosOf('main.tf', [ours, floor], true, many),
  ...scenariosOf('values.yaml', [ours, floor], true, many),
  ...scenariosOf('package.json', [ours, floor], false, many),
  ...scenariosOf('main.tf', [ours, floor], false, many),
  ...scenariosOf('values.yaml', [ours, floor], false, many),
  ...scenariosOf('package.json', [json], false, few),
  ...scenariosOf('values.yaml', [yaml], false, few),
];

/** What is asked of servers that are pulled from; what is pushed is only waited for, except by who cannot be pulled from. */
function scenariosOf(file: string, servers: readonly string[], pulls: boolean, samples: Samples): Scenario[] {
  const one = { file, pulls, servers, samples: samples.others, asks: true };
  const measure = pulls ? names.pull(file) : names.push(file);
  const keystroke = { ...one, measure, samples: samples.keystrokes, asks: false, step: type };
  if (!pulls && !servers.includes(yaml)) return [keystroke];
  return [
    { ...one, measure: names.hover(file), samples: samples.hovers, step: ask('textDocument/hover') },
    { ...one, measure: names.completion(file), step: complete },
    { ...one, measure: names.codeAction(file), step: act },
    keystroke,
  ];
}

function ask(method: string): Scenario['step'] {
  return (session, { edited }, random) => session.timed(method, at(edited.uri, place(edited, random)));
}

/** Somebody types a letter, and the editor asks at once. */
async function complete(session: Session, typist: Typist, random: Random): Promise<number> {
  const { edited } = typist;
  const where = somewhere(edited.places.begun, random);
  session.tell('textDocument/didChange', typist.keystroke(where));
  const ms = await session.timed('textDocument/completion', at(edited.uri, after(where)));
  session.tell('textDocument/didChange', typist.keystroke(where));
  await session.settled(edited.uri);
  return ms;
}

function act(session: Session, { edited }: Typist, random: Random): Promise<number> {
  const known = session.diagnostics(edited.uri);
  const one = known[random.below(known.length)];
  const start = place(edited, random);
  const range = one?.range ?? { start, end: start };
  const params = { textDocument: { uri: edited.uri }, range, context: { diagnostics: one ? [one] : [] } };
  return session.timed('textDocument/codeAction', params);
}

function type(session: Session, typist: Typist, random: Random): Promise<number> {
  const { edited } = typist;
  return session.diagnosed('textDocument/didChange', typist.keystroke(place(edited, random)), edited.uri);
}

const place = ({ places }: Edited, random: Random) => somewhere(places.named, random);

const somewhere = (places: readonly Position[], random: Random): Position =>
  places[random.below(places.length)] ?? { line: 0, character: 0 };
