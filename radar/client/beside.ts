interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gap = 10;

/**
 * Where a card goes: to the right of a box, to its left where there is no room, else below or above it; never over it,
 * as long as that is possible, and always inside of the view.
 */
export function beside(box: Box, card: Size, view: Size): { readonly left: number; readonly top: number } {
  const within = (value: number, size: number, room: number) => Math.max(gap, Math.min(value, room - size - gap));
  const [right, left] = [box.right + gap, box.left - gap - card.width];
  const [below, above] = [box.bottom + gap, box.top - gap - card.height];
  const fitsRight = right + card.width + gap <= view.width;
  if (fitsRight || left >= gap)
    return {
      left: fitsRight ? right : left,
      top: within((box.top + box.bottom - card.height) / 2, card.height, view.height),
    };
  const top = below + card.height + gap <= view.height ? below : above;
  return { left: within(box.left, card.width, view.width), top: within(top, card.height, view.height) };
}
