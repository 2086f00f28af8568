import { lineAt } from '../fixes/changes';
import { replaceReference } from '../fixes/image';
import { insertAtEnd } from '../fixes/insertion';
import type { Dependency, FileKind, FileName, Span } from '../model';
import { hashComment } from '../policy/comment';
import { beginningOn } from '../policy/extent';
import { slotInDockerfile } from '../slots/dockerfile';
import { type Instruction, scanDockerfile, type Word } from '../syntax/dockerfile';
import { substituted, type Traced, traced } from '../syntax/traced';
import { imageReference, oncePerPlace } from './references';

/** What images are built from. */
export const dockerfile: FileKind = {
  id: 'dockerfile',
  matches: ({ path, languageId }: FileName) =>
    !/ignore$/.test(path) && (languageId === 'dockerfile' || named.test(path)),
  read,
  replace: replaceReference,
  insert: insertAtEnd,
  extent,
  comment: hashComment,
  slotAt: (text, offset) => slotInDockerfile(text, offset, read),
};

const named = /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.(?:[Dd]ockerfile|[Cc]ontainerfile)$/;

/** What the instructions before have defined. */
interface Scope {
  /** Defaults of the arguments before the first stage; one without a literal default may be anything. */
  readonly args: Map<string, Traced>;
  /** In lower case; an empty one for those without a name. */
  readonly stages: Set<string>;
}

function read(text: string): readonly Dependency[] {
  const scope: Scope = { args: new Map(), stages: new Set() };
  return oncePerPlace(scanDockerfile(text).flatMap((instruction) => readInstruction(instruction, scope)));
}

function readInstruction(instruction: Instruction, scope: Scope): readonly Dependency[] {
  switch (instruction.keyword) {
    case 'ARG':
      readArguments(instruction, scope);
      return [];
    case 'FROM':
      return readStage(instruction, scope);
    default:
      return instruction.flags.flatMap((flag) => sourceOf(flag) ?? []).flatMap((word) => imageIn(word, scope));
  }
}

/** Only arguments before the first stage count in `FROM`. */
function readArguments({ words }: Instruction, { args, stages }: Scope): void {
  for (const { text, start, isTorn } of stages.size ? [] : words) {
    const [, name = '', quote = '', value = ''] = /^(\w+)=(["']?)([^"'`\\\s]*)\2$/.exec(text) ?? [];
    const place = start + name.length + 1 + quote.length;
    const isLiteral = name && value && !isTorn;
    args.delete(/^\w*/.exec(text)?.[0] ?? '');
    if (isLiteral) args.set(name, substituted(traced(value, place), args));
  }
}

function readStage({ words }: Instruction, scope: Scope): readonly Dependency[] {
  const [word, as, name] = words;
  const found = word ? imageIn(word, scope, scope.args) : [];
  scope.stages.add(as?.text.toUpperCase() === 'AS' ? (name?.text.toLowerCase() ?? '') : '');
  return found;
}

/** Where else files come from: `COPY --from=redis:7`, `RUN --mount=type=bind,from=redis:7`. */
function sourceOf({ text, start, end, isTorn }: Word): Word | undefined {
  const before = /^--(?:from=|mount=(?:[^,]*,)*?from=)/.exec(text)?.[0].length;
  const value = before === undefined ? '' : (/^[^,]*/.exec(text.slice(before))?.[0] ?? '');
  return before === undefined ? undefined : { text: value, start: start + before, end, isTorn };
}

const noArguments: ReadonlyMap<string, Traced> = new Map();

/** The image that a word stands for; nothing for a stage, and for `scratch`, which is none. */
function imageIn(word: Word, { stages }: Scope, args = noArguments): readonly Dependency[] {
  const span = { start: word.start, end: word.start + word.text.length };
  const whole = substituted(traced(word.text, word.start), args);
  if (!word.text || word.isTorn || stages.has(whole.text.toLowerCase())) return [];
  const image = imageReference(whole, span);
  return image && image.name !== 'scratch' ? [image] : [];
}

/** An instruction with all of its lines. */
function extent(text: string): (offset: number) => Span {
  const instructionsOn = beginningOn(scanDockerfile(text));
  return (offset) => {
    const line = lineAt(text, offset);
    const [begins] = instructionsOn(line);
    return { start: line.start, end: Math.max(line.end, begins?.end ?? 0) };
  };
}
