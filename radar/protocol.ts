import type { RadarPlace } from '../server/src/core/model/radar';

/**
 * What the page tells the editor that shows it, through `acquireVsCodeApi().postMessage`:
 *
 * - `open`: somebody wants to see a place that uses the technology, or, without a place, its row in the stack document.
 *   `technology` is the id of the entry, `place` one of its places as the data had it, `line` the line of the row, from 1.
 * - `check`: somebody wants the uses counted. The answer is a new page.
 *
 * The page takes no messages: it is made again when its data changes.
 */
export type RadarMessage =
  | { readonly type: 'open'; readonly technology: string; readonly place?: RadarPlace; readonly line?: number }
  | { readonly type: 'check' };
