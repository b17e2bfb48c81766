import fc from 'fast-check';
import type { ProjectAction, ProjectEvent, ReviewStage } from '@shared/model/project-event.ts';
import { project } from '../fixture.ts';
import { stageOf, tried, type Word } from './letters.ts';
import { anyAction, anySide, assessed, closed, closingRequested, event, reviewed, submitted, terminated, withdrawn } from './steps.ts';

/** What somebody tries: one of the steps that the model allows, or (`wild`) anything at all. */
export const anyTry = fc.record({
  wild: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ side: anySide, action: anyAction }) }),
  side: anySide,
  dice: fc.nat({ max: 1_000 }),
});
export type Try = typeof anyTry extends fc.Arbitrary<infer T> ? T : never;

/** The event that is tried after this word. */
export function eventOf({ wild, side, dice }: Try, word: Word, { id, at, after }: Pick<ProjectEvent, 'id' | 'at' | 'after'>): ProjectEvent {
  if (wild) return { ...event('e0', after, wild.action), id, at, side: wild.side };
  const possible = rightActions(word)
    .flatMap((action) => (['branch', 'bureau'] as const).map((one) => ({ ...event('e0', after, action), id, at, side: one })))
    .filter((one) => tried(word, one) !== null);
  const own = possible.filter((one) => one.side === side);
  const choices = own.length > 0 ? own : possible;
  const chosen = choices[dice % choices.length];
  if (!chosen) throw new Error(`the model allows nothing after ${project.id}`);
  return chosen;
}

/** Actions whose content is right after this word, whether or not their kind is; what leads on is there more often. */
function rightActions(word: Word): readonly ProjectAction[] {
  const revision = 1 + word.filter(({ letter }) => letter === 'S').length;
  const stage = stageOf(word);
  const review: ReviewStage = stage === 'leaderReview' || stage === 'committeeReview' ? stage : 'departmentReview';
  const onwards = [submitted(revision), reviewed(review), closingRequested, closed('closed'), assessed];
  const beside = [withdrawn, reviewed(review, 'conditional'), reviewed(review, 'return'), closed('returned'), terminated];
  const undone: ProjectAction = { kind: 'undone', of: word.at(-1)?.event.id ?? '' };
  return [...Array.from({ length: 6 }, () => onwards).flat(), ...beside, undone];
}

/** One action of each kind as it would be right after this word. */
export const rightKinds = (word: Word): readonly ProjectAction[] => [
  ...new Map(rightActions(word).map((action) => [action.kind, action])).values(),
];
