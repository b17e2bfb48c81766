import { seedFrom, shuffle } from '../exam/random.ts';
import type { BlockIndex } from '../model/package.ts';
import type { Mistake, StudyPosition } from '../model/study.ts';

/** Ids of a section's questions in the order of sequential study: block after block. */
export function idsOfSection(blocks: readonly BlockIndex[], section: string): string[] {
  return blocks.filter((block) => block.section === section).flatMap((block) => block.ids);
}

/**
 * Where to go on: the index of the question last shown, found by its id. Where an update has withdrawn it, the question
 * that stands in its place now. 0 for a first visit or an empty section.
 */
export function placeOf(ids: readonly string[], position: Pick<StudyPosition, 'questionId' | 'index'> | null): number {
  if (!position) return 0;
  const found = ids.indexOf(position.questionId);
  return found >= 0 ? found : Math.max(0, Math.min(position.index, ids.length - 1));
}

/** Index of the next question, or null at the end. */
export const nextPlace = (count: number, place: number): number | null => (place + 1 < count ? place + 1 : null);

/** Index of the question before, or null at the start. */
export const previousPlace = (place: number): number | null => (place > 0 ? place - 1 : null);

/** Every id once, in an order that the seed decides. */
export const randomOrder = (ids: readonly string[], seed: number): string[] => shuffle([...new Set(ids)], seedFrom(seed));

/** The mistakes to work on: the open ones, the one answered longest ago first. */
export function mistakesOrder(mistakes: readonly Mistake[]): Mistake[] {
  const open = mistakes.filter((mistake) => mistake.state === 'open');
  return open.toSorted((one, other) => one.lastAt - other.lastAt || (one.id < other.id ? -1 : 1));
}
