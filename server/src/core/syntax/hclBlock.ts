import { keepLast } from '../keepLast';
import { type HclBlock, outline } from './hclOutline';

/** Fixes and exceptions ask for each of many findings. */
const outlineOf = keepLast(outline);

/** The block of the root that an offset stands in, its header and its braces included; undefined between blocks. */
export const blockAt = (text: string, offset: number): HclBlock | undefined =>
  outlineOf(text).blocks.find(({ start, end }) => start <= offset && offset <= end);
