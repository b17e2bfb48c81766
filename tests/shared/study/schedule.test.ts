import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '@shared/model/study.ts';
import { afterReview } from '@shared/study/schedule.ts';

const ids = { personId: 'p', questionId: 'q', section: '党章' };
const day = 86_400_000;
const begin = Date.UTC(2022, 11, 29, 12, 30);

const review = (schedule: Schedule | null, correct: boolean, at: number, revision = 'r1'): Schedule =>
  afterReview(schedule, { correct, at, revision }, ids);

/** Good (true) and Again (false), each given when it is due. */
function whenDue(answers: readonly boolean[]): Schedule[] {
  const schedules: Schedule[] = [];
  for (const correct of answers) {
    const last = schedules.at(-1) ?? null;
    schedules.push(review(last, correct, last?.due ?? begin));
  }
  return schedules;
}

describe('the published figures of FSRS-6 come out of our path', () => {
  // ts-fsrs, __tests__/FSRS-6.test.ts, “ivl_history”
  test('days between the reviews', () => {
    const good = [true, true, true, true, true, true];
    const answers = [...good, false, false, true, true, true, true, true];
    expect(whenDue(answers).map(({ scheduledDays }) => scheduledDays)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  // the same file, “memory state[short-term]”, taken over from fsrs-rs, src/inference.rs
  test('stability and difficulty after Again and five times Good', () => {
    let at = begin;
    let schedule: Schedule | null = null;
    for (const [place, days] of [0, 0, 1, 3, 8, 21].entries()) {
      at += days * day;
      schedule = review(schedule, place > 0, at);
    }
    expect(schedule?.stability).toBeCloseTo(53.62691, 4);
    expect(schedule?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  // the same file, “first repeat”: its columns Again and Good
  test('the first answer', () => {
    const common = { ...ids, id: 'p:q', revision: 'r1', scheduledDays: 0, reps: 1, lapses: 0, state: 'learning', lastReview: begin };
    const minute = 60_000;
    expect(review(null, false, begin)).toEqual({ ...common, stability: 0.212, difficulty: 6.4133, due: begin + minute, learningSteps: 0 });
    expect(review(null, true, begin)).toEqual({
      ...common,
      stability: 2.3065,
      difficulty: 2.11810397,
      due: begin + 10 * minute,
      learningSteps: 1,
    });
  });

  test('forgetting what was known counts a lapse and is learned again', () => {
    const known = whenDue([true, true, true]).at(-1)!;
    expect(review(known, false, known.due)).toMatchObject({ state: 'relearning', lapses: 1, reps: 4, due: known.due + 600_000 });
  });
});

describe('a revision', () => {
  test('that is new begins anew; until then the old schedule stays', () => {
    const old = whenDue([true, true, true]).at(-1)!;
    expect(review(old, true, old.due, 'r2')).toEqual(review(null, true, old.due, 'r2'));
  });
});

const instant = fc.integer({ min: 0, max: 4_102_444_800_000 }); // to the year 2100
const answer = fc.record({ correct: fc.boolean(), at: instant });

describe('laws', () => {
  test('whatever the clock does: finite figures, due not before the last review, reviews are never lost', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 30 }), (answers) => {
        let last: Schedule | null = null;
        for (const { correct, at } of answers) {
          const next: Schedule = review(last, correct, at);
          const figures = [next.due, next.stability, next.difficulty, next.scheduledDays, next.lastReview, next.lapses];
          expect(figures.every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
          expect(next.due).toBeGreaterThanOrEqual(next.lastReview);
          expect(next.lastReview).toBe(Math.max(at, last?.lastReview ?? 0));
          expect(next.reps).toBe((last?.reps ?? 0) + 1);
          expect(next.difficulty).toBeLessThanOrEqual(10);
          last = next;
        }
      }),
    );
  });

  test('a clock set back changes nothing: the answer counts as given with the last one', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 10 }), fc.boolean(), fc.nat(), (answers, correct, back) => {
        const last = answers.reduce<Schedule | null>((schedule, one) => review(schedule, one.correct, one.at), null)!;
        expect(review(last, correct, Math.max(0, last.lastReview - back))).toEqual(review(last, correct, last.lastReview));
      }),
    );
  });

  test('the same answers give the same schedule', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 10 }), (answers) => {
        const all = () => answers.reduce<Schedule | null>((schedule, one) => review(schedule, one.correct, one.at), null);
        expect(all()).toEqual(all());
      }),
    );
  });
});
