import { copyOf } from '../copy';
import type { Dependency, Part, PartReader, PartReading } from '../model';
import { moved } from './moved';

/** What was understood of a text; without parts it was read as a whole. */
export interface Reading {
  readonly dependencies: readonly Dependency[];
  readonly parts?: readonly Part[] | undefined;
}

/**
 * Reads a text in parts, and those that are as they were not again. Whether there was a reading before makes it faster
 * and nothing else.
 *
 * @param before the parts of an earlier version of the text
 * @param least how long a part is at least, but for the last
 */
export function readInParts(reader: PartReader, text: string, before: readonly Part[] = [], least = worth): Reading {
  const texts = cut(text, reader.cuts(text), least);
  const parts = texts.length > 1 ? readParts(reader, texts, before) : [];
  if (!standAlone(parts)) return { dependencies: reader.read(text).dependencies };
  return { dependencies: parts.flatMap((part) => part.dependencies), parts };
}

function cut(text: string, starts: readonly number[], least: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const end of [...starts, text.length]) {
    if (end - start < least && end < text.length) continue;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** To read so much again takes no time, and to remember less is not worth it. */
const worth = 2000;

/** Somebody types in one place. Where more is broken, what is broken may be where the text was cut. */
function standAlone(parts: readonly Part[]): boolean {
  const broken = parts.filter(({ reading }) => reading.state !== 'complete');
  return parts.length > 0 && broken.length <= 1 && broken.every(({ reading }) => reading.state === 'broken');
}

/** From both ends what is the same is taken over; what is between them is read. */
function readParts(reader: PartReader, texts: readonly string[], before: readonly Part[]): Part[] {
  const [most, later] = [Math.min(texts.length, before.length), before.length - texts.length];
  let first = 0;
  while (first < most && texts[first] === before[first]?.text) first++;
  let last = texts.length;
  while (last > first && last + later > first && texts[last - 1] === before[last - 1 + later]?.text) last--;
  let start = 0;
  return texts.map((text, at) => {
    const known = at < first ? before[at] : at >= last ? before[at + later] : undefined;
    const part = known ? movedPart(known, start) : freshPart(reader, text, start);
    start += text.length;
    return part;
  });
}

function movedPart(part: Part, start: number): Part {
  return start === part.start ? part : placed(part.text, part.reading, start);
}

/** A part may outlive many texts that it was cut from: it is copied. */
function freshPart(reader: PartReader, slice: string, start: number): Part {
  const text = copyOf(slice);
  return placed(text, reader.read(text), start);
}

function placed(text: string, reading: PartReading, start: number): Part {
  const dependencies = start ? reading.dependencies.map((one) => moved(one, start)) : reading.dependencies;
  return { text, start, reading, dependencies };
}

/** The part that an offset is in: the later one of two that meet there. */
export function partAt(parts: readonly Part[], offset: number): Part | undefined {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}
