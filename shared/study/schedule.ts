import { createEmptyCard, fsrs, Rating, State, type Card } from 'ts-fsrs';
import type { Response, Schedule } from '../model/study.ts';

/** What one answer says about the memory of a question. */
export type Review = Pick<Response, 'correct' | 'at' | 'revision'>;

export type ScheduledQuestion = Pick<Schedule, 'personId' | 'questionId' | 'section'>;

/**
 * FSRS-6 with its published parameters and steps: due again when 90 % would still know it. Without fuzz, so that the same
 * answers give the same schedule everywhere. Days of the library turn at 0:00 UTC, which is 8:00 in China.
 */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false });

/**
 * The schedule of a question after one more answer: a wrong one is Again, a right one (self-marked ones too) Good. An answer
 * to another revision than the one that was learned begins anew. One that the clock puts before the last counts as given
 * together with the last, so that a clock set back neither shortens nor stretches anything.
 */
export function afterReview(schedule: Schedule | null, { correct, at, revision }: Review, ids: ScheduledQuestion): Schedule {
  const known = schedule?.revision === revision ? schedule : null;
  const when = Math.max(at, known?.lastReview ?? at);
  const { card } = scheduler.next(known ? cardOf(known) : createEmptyCard(when), when, correct ? Rating.Good : Rating.Again);
  return { ...pick(ids), id: `${ids.personId}:${ids.questionId}`, revision, ...memoryOf(card, when) };
}

/** Only what identifies: callers pass whole responses. */
const pick = ({ personId, questionId, section }: ScheduledQuestion): ScheduledQuestion => ({ personId, questionId, section });

const stateOf = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
} as const satisfies Record<Schedule['state'], State>;

function cardOf(schedule: Schedule): Card {
  const { due, lastReview, state, scheduledDays, learningSteps, stability, difficulty, reps, lapses } = schedule;
  return {
    due: new Date(due),
    last_review: new Date(lastReview),
    state: stateOf[state],
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    elapsed_days: 0, // the library counts them anew from last_review
    stability,
    difficulty,
    reps,
    lapses,
  };
}

function memoryOf(card: Card, lastReview: number): Omit<Schedule, 'id' | 'personId' | 'questionId' | 'section' | 'revision'> {
  const { stability, difficulty, reps, lapses } = card;
  return {
    due: card.due.getTime(),
    stability,
    difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps,
    lapses,
    state: card.state === State.Review ? 'review' : card.state === State.Relearning ? 'relearning' : 'learning',
    lastReview,
  };
}
