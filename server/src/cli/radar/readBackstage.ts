import { firstText, isObject, type Json, objectsIn } from './json';
import type { Blip, Radar } from './radar';

/**
 * Reads what a loader of Backstage's tech-radar plugin returns: the present shape with a timeline, the older one with
 * `ring` and `moved`, and that of Zalando's radar, where numbers name quadrants and rings.
 *
 * The shape: https://github.com/backstage/community-plugins,
 * workspaces/tech-radar/plugins/tech-radar-common/src/schema.ts
 *
 * @returns undefined where a value is none of these
 */
export function readBackstage(value: unknown): Radar | undefined {
  if (!isObject(value) || !Array.isArray(value.entries)) return undefined;
  const rings = objectsIn(value.rings);
  const quadrants = objectsIn(value.quadrants);
  const blips = objectsIn(value.entries).map((entry) => blipOf(entry, quadrants, rings));
  const title = firstText(value.title);
  const names = rings.length ? rings.map(nameOf) : [...new Set(blips.map((blip) => blip.ring).filter(Boolean))];
  return { ...(title ? { title } : {}), rings: names, blips: blips.filter((blip) => blip.name) };
}

function blipOf(entry: Json, quadrants: readonly Json[], rings: readonly Json[]): Blip {
  const now = present(entry.timeline);
  return {
    name: firstText(entry.title, entry.label, entry.name, entry.id, entry.key),
    quadrant: resolved(entry.quadrant, quadrants),
    ring: resolved(now?.ringId ?? entry.ringId ?? entry.ring, rings),
    description: firstText(entry.description, now?.description),
  };
}

/** Backstage shows the first of a timeline; where that is not the newest, the dates decide. */
function present(timeline: unknown): Json | undefined {
  const time = ({ date }: Json) => (typeof date === 'string' && Date.parse(date)) || 0;
  return objectsIn(timeline).reduce<Json | undefined>(
    (newest, one) => (newest && time(newest) >= time(one) ? newest : one),
    undefined,
  );
}

/** The name of a quadrant or a ring that an entry names by id, by number or as a whole. */
function resolved(reference: unknown, all: readonly Json[]): string {
  if (isObject(reference)) return nameOf(reference);
  const found = typeof reference === 'number' ? all[reference] : all.find((one) => one.id === reference);
  return found ? nameOf(found) : firstText(reference);
}

const nameOf = (one: Json): string => firstText(one.name, one.id);
