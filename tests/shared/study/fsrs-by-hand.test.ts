import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schedule } from '@shared/model/study.ts';
import { afterReview } from '@shared/study/schedule.ts';

/** The published parameters of FSRS-6 (open-spaced-repetition, “The Algorithm”). */
const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
  0.5425, 0.0912, 0.0658, 0.1542,
] as const;
const day = 86_400_000;
const ids = { personId: 'p', questionId: 'q', section: '' };

interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const firstDifficulty = (grade: number): number => w[4] - Math.exp(w[5] * (grade - 1)) + 1;

/** The formulas as they are published; grade 1 is Again, 3 Good; whole days since the last answer. */
function byHand(memory: Memory | null, grade: 1 | 3, days: number): Memory {
  if (!memory) return { stability: w[grade - 1]!, difficulty: within(firstDifficulty(grade), 1, 10) };
  const { stability: s, difficulty: d } = memory;
  const moved = d + (-w[6] * (grade - 3) * (10 - d)) / 9;
  const difficulty = within(w[7] * firstDifficulty(4) + (1 - w[7]) * moved, 1, 10);
  if (days === 0) {
    const step = Math.exp(w[17] * (grade - 3 + w[18])) * s ** -w[19];
    return { difficulty, stability: s * (grade === 3 ? Math.max(1, step) : step) };
  }
  const recall = (1 + ((0.9 ** (-1 / w[20]) - 1) * days) / s) ** -w[20];
  if (grade === 3)
    return { difficulty, stability: s * (1 + Math.exp(w[8]) * (11 - d) * s ** -w[9] * (Math.exp(w[10] * (1 - recall)) - 1)) };
  const forgotten = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * Math.exp(w[14] * (1 - recall));
  return { difficulty, stability: Math.min(forgotten, s / Math.exp(w[17] * w[18])) };
}

const review = fc.record({
  correct: fc.boolean(),
  days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 400 })),
});

test('law: stability and difficulty are those of the published formulas, through histories of up to 200 answers', () => {
  fc.assert(
    fc.property(fc.array(review, { minLength: 1, maxLength: 200 }), (reviews) => {
      let at = Date.UTC(2026, 0, 5, 4);
      let schedule: Schedule | null = null;
      let memory: Memory | null = null;
      for (const { correct, days } of reviews) {
        at += days * day;
        memory = byHand(memory, correct ? 3 : 1, days);
        schedule = afterReview(schedule, { correct, at, revision: 'r' }, ids);
        expect(schedule.stability / Math.min(36_500, Math.max(0.001, memory.stability))).toBeCloseTo(1, 4);
        expect(schedule.difficulty).toBeCloseTo(memory.difficulty, 4);
        if (schedule.state === 'review') expect(schedule.due).toBe(at + schedule.scheduledDays * day);
      }
    }),
    { numRuns: 200 },
  );
});
