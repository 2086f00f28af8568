import type { RadarMessage } from '../protocol';

declare const acquireVsCodeApi: undefined | (() => { postMessage(message: RadarMessage): void });

/** The editor that shows the page; undefined in a browser. */
const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;

export const tell = (message: RadarMessage): void => editor?.postMessage(message);

/** What a button in a card asks for; undefined for any other element. */
export function openingOf({ dataset }: HTMLElement): RadarMessage | undefined {
  const { technology, file, line, row } = dataset;
  if (technology === undefined) return undefined;
  if (file !== undefined) return { type: 'open', technology, place: { file, line: Number(line) } };
  return { type: 'open', technology, line: Number(row) };
}
