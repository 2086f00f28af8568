import { beside } from './beside';

const card = document.getElementById('card') as HTMLElement;
const patience = 180;

/** What had the focus before the card took it. */
let opener: { focus(): void } | undefined;
let leaving: number | undefined;
/** It stays until it is closed. */
let isPinned = false;

const template = (id: string) => document.getElementById(id) as HTMLTemplateElement;

/** Shows what there is to say of an entry beside an element, until the pointer or the focus is elsewhere. */
export function show(entry: string, element: Element): void {
  if (isPinned) return;
  stay();
  fill(entry);
  place(element);
}

/** Shows it with all its details, and keeps it until it is closed. */
export function pin(entry: string, element: Element & { focus(): void }): void {
  stay();
  fill(entry);
  card.prepend(template('card-close').content.cloneNode(true));
  card.classList.add('pinned');
  card.setAttribute('role', 'dialog');
  isPinned = true;
  opener = element;
  place(element);
  card.focus();
}

/** Takes the card away after a moment, in which the pointer may reach it. */
export function leave(): void {
  if (isPinned) return;
  stay();
  leaving = setTimeout(close, patience);
}

/** The pointer has come back. */
export function stay(): void {
  clearTimeout(leaving);
}

/** Takes the card away; the focus goes back to where it was. */
export function close(): void {
  stay();
  if (isPinned && card.contains(document.activeElement)) opener?.focus();
  isPinned = false;
  card.hidden = true;
}

export const contains = (node: EventTarget | null): boolean => node instanceof Node && card.contains(node);

function fill(entry: string): void {
  card.classList.remove('pinned');
  card.setAttribute('role', 'tooltip');
  card.replaceChildren(template(`card-${entry}`).content.cloneNode(true));
  card.hidden = false;
}

function place(element: Element): void {
  const { width, height } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, top } = beside(
    element.getBoundingClientRect(),
    { width, height },
    { width: clientWidth, height: clientHeight },
  );
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

card.addEventListener('pointerenter', stay);
card.addEventListener('pointerleave', leave);
