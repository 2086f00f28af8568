import { dayOf } from '../../core/policy/policy';
import type { Context } from '../context';
import type { ExportOptions } from '../options';
import { backstageRadar } from '../radar/backstage';
import { radarTexts } from '../radar/texts';
import { catalogFor } from '../stack';

/** How many quadrants a radar of Backstage has room for. */
const quadrants = 4;

/** Prints the stack in force as a radar of Backstage; the exit code. */
export async function runExport({ date }: ExportOptions, context: Context): Promise<number> {
  const words = radarTexts[context.locale];
  const { radar, leftOut } = backstageRadar(await catalogFor(context), date ?? dayOf(Date.now()));
  if (leftOut.length) context.say(words.leftOut(leftOut));
  if (radar.quadrants.length > quadrants) context.say(words.quadrants(radar.quadrants.length));
  context.print(JSON.stringify(radar, undefined, 2));
  return 0;
}
