import { blipRadius, type Ring, type Sector } from './sectors';

export interface Vector {
  readonly x: number;
  readonly y: number;
}

/** A circle that can be pushed. */
export interface Movable {
  x: number;
  y: number;
  readonly radius: number;
}

/** Where a sector and a ring meet. */
export interface Cell {
  readonly sides: readonly Vector[];
  readonly ring: Ring;
}

/** At an angle, as d3 has them, and a distance from the middle. */
export const pointAt = (angle: number, distance: number) => ({
  x: distance * Math.sin(angle),
  y: -distance * Math.cos(angle),
});

/** Pushes a blip back over the lines of its sector and ring; a few times, since one push may undo the other. */
export function keepWithin(node: Movable, { sides, ring }: Cell): void {
  const margin = node.radius + blipRadius.gap;
  for (let round = 0; round < 6; round++) {
    for (const side of sides) {
      const missing = margin - (node.x * side.x + node.y * side.y);
      if (missing <= 0) continue;
      node.x += side.x * missing;
      node.y += side.y * missing;
    }
    const distance = Math.hypot(node.x, node.y);
    const inner = ring.inner > 0 ? ring.inner + margin : 0;
    const wanted = Math.min(Math.max(distance, inner), ring.outer - margin);
    if (distance > 0 && wanted !== distance) {
      node.x *= wanted / distance;
      node.y *= wanted / distance;
    }
  }
}

/** Unit vectors that point into a sector from its two lines; none for a full circle. */
export function sidesOf({ from, to }: Sector): readonly Vector[] {
  if (to - from > Math.PI + 0.001) return [];
  return [pointAt(from + Math.PI / 2, 1), pointAt(to - Math.PI / 2, 1)];
}

/** Whether the whole of a blip is inside of a sector and a ring. */
export function isInside({ x, y, radius }: Movable, sector: Sector, ring: Ring): boolean {
  const distance = Math.hypot(x, y);
  const isInRing = distance + radius <= ring.outer && (ring.inner === 0 || distance - radius >= ring.inner);
  return isInRing && sidesOf(sector).every((side) => x * side.x + y * side.y >= radius);
}
