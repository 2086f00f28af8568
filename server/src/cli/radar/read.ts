import { parsedJson } from './json';
import type { Radar } from './radar';
import { readBackstage } from './readBackstage';
import { readByorCsv, readByorRows } from './readByor';

/** Reads a radar of any kind, told by its content; undefined where it is none, or an empty one. */
export function readRadar(text: string): Radar | undefined {
  const value = /^\s*[[{]/.test(text) ? parsedJson(text) : undefined;
  const radar = value === undefined ? readByorCsv(text) : (readBackstage(value) ?? readByorRows(value));
  return radar?.blips.length ? radar : undefined;
}
