import { close, contains, leave, pin, show } from './card';
import { openingOf, tell } from './editor';
import { entryAfter, inList } from './keys';

/** A blip or an item of a list; each entry has one of both. */
type Shown = HTMLElement | SVGElement;

const blips = [...document.querySelectorAll<SVGElement>('.blip')];
const items = [...document.querySelectorAll<HTMLElement>('.entry')];
const shownBy = new Map<string, readonly Shown[]>();
for (const one of [...blips, ...items]) shownBy.set(entryOf(one), [...(shownBy.get(entryOf(one)) ?? []), one]);

function entryOf(shown: Shown): string {
  return shown.dataset.entry ?? '';
}

/** Where the card goes: to the blip, unless that is scrolled away. */
function anchorOf(shown: Shown): Shown {
  const [blip = shown] = shownBy.get(entryOf(shown)) ?? [];
  const { top, bottom } = blip.getBoundingClientRect();
  return bottom > 0 && top < document.documentElement.clientHeight ? blip : shown;
}

/** Blip and item of an entry are lit together; all others go out. */
function light(entry: string | undefined): void {
  for (const one of document.querySelectorAll('.lit')) one.classList.remove('lit');
  for (const one of shownBy.get(entry ?? '') ?? []) one.classList.add('lit');
}

const shownAt = (target: EventTarget | null): Shown | undefined =>
  target instanceof Element ? (target.closest<Shown>('[data-entry]') ?? undefined) : undefined;

function look(event: Event): void {
  const shown = shownAt(event.target);
  if (!shown) return;
  light(entryOf(shown));
  show(entryOf(shown), anchorOf(shown));
}

function lookAway(event: Event): void {
  if (!shownAt(event.target)) return;
  light(undefined);
  leave();
}

/** Entries of the radar, or of one list, by section. */
function groupsOf(list: readonly Shown[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const one of list) {
    const section = one.dataset.section ?? '';
    groups.set(section, [...(groups.get(section) ?? []), Number(entryOf(one))]);
  }
  return [...groups.values()];
}

/** One stop of the Tab key for the radar, and one for each list: where the focus was last. */
function step(from: Shown, key: string): boolean {
  const isBlip = from.matches('.blip');
  const among: Shown[] = isBlip ? blips : items.filter((one) => one.dataset.section === from.dataset.section);
  const next = entryAfter(isBlip ? key : inList(key), Number(entryOf(from)), groupsOf(among));
  const to = among.find((one) => Number(entryOf(one)) === next);
  if (!to) return false;
  for (const one of among) one.setAttribute('tabindex', one === to ? '0' : '-1');
  to.focus();
  return true;
}

function press(event: KeyboardEvent): void {
  if (event.key === 'Escape') close();
  const shown = shownAt(event.target);
  if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
  // A button in a list does this by itself.
  if (shown.matches('.blip') && (event.key === 'Enter' || event.key === ' ')) pin(entryOf(shown), shown);
  else if (!step(shown, event.key)) return;
  event.preventDefault();
}

function click({ target }: Event): void {
  const shown = shownAt(target);
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : undefined;
  const opening = button && openingOf(button);
  if (shown) pin(entryOf(shown), shown);
  else if (opening) tell(opening);
  else if (button?.id === 'check') tell({ type: 'check' });
  else if (button?.matches('.close') || !contains(target)) close();
}

document.addEventListener('pointerover', look);
document.addEventListener('pointerout', lookAway);
document.addEventListener('focusin', look);
document.addEventListener('focusout', lookAway);
document.addEventListener('keydown', press);
document.addEventListener('click', click);
