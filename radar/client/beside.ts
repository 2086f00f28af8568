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

/** Where a card goes: to the right of a box, to its left where there is no room, and always inside of the view. */
export function beside(box: Box, card: Size, view: Size): { readonly left: number; readonly top: number } {
  const right = box.right + gap;
  const left = right + card.width + gap <= view.width ? right : box.left - gap - card.width;
  const within = (value: number, size: number, room: number) => Math.max(gap, Math.min(value, room - size - gap));
  const top = (box.top + box.bottom) / 2 - card.height / 2;
  return { left: within(left, card.width, view.width), top: within(top, card.height, view.height) };
}
