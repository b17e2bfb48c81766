import { seedFrom } from '../exam/random.ts';
import type { Mistake, StudyPosition } from '../model/study.ts';

/**
 * Where to go on: the index of the question last shown, found by its id. Where an update has withdrawn it, the question
 * that stands in its place now. 0 for a first visit or an empty section.
 */
export function placeOf(
  ids: { readonly length: number; readonly indexOf: (id: string) => number },
  position: Pick<StudyPosition, 'questionId' | 'index'> | null,
): number {
  if (!position) return 0;
  const found = ids.indexOf(position.questionId);
  return found >= 0 ? found : Math.max(0, Math.min(position.index, ids.length - 1));
}

/** Every question once, in an order that the seed decides (Fisher–Yates). */
export function randomOrder(numbers: Uint32Array, seed: number): Uint32Array {
  const dice = seedFrom(seed);
  const order = numbers.slice();
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = dice(place + 1);
    const number = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = number;
  }
  return order;
}

/** The mistakes to work on: the open ones, the one answered longest ago first. */
export function mistakesOrder(mistakes: readonly Mistake[]): Mistake[] {
  const open = mistakes.filter((mistake) => mistake.state === 'open');
  return open.toSorted((one, other) => one.lastAt - other.lastAt || (one.id < other.id ? -1 : 1));
}
