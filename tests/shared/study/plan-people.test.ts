import { describe, expect, test } from 'vitest';
import { days, PlanPerson, type Life } from './plan-people.ts';

const lives = Array.from({ length: 80 }, (_, seed) => new PlanPerson(seed).live());
const [diligent, absent] = [lives.filter(({ missed }) => missed === 0), lives.filter(({ missed }) => missed > 0)];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how many percent of the bank more than the plan of a day had said were answered by the exam. */
const errorAt = (some: readonly Life[], day: number): number =>
  mean(some.map(({ reached, forecasts, questions }) => (100 * (reached - (forecasts[day] ?? 0))) / questions));

describe('people who study for sixty days', () => {
  test('are never asked for more than their day, however many days they missed', () => {
    for (const { longest, secondsPerDay } of lives) expect(longest).toBeLessThanOrEqual(secondsPerDay);
    expect(Math.max(...absent.map(({ missed }) => missed))).toBeGreaterThan(days / 4);
  });

  test('come as far as the plan of the second week says, on the average, where they miss no day', () => {
    for (const day of [15, 30, 45]) expect(Math.abs(errorAt(diligent, day))).toBeLessThan(4);
    expect(errorAt(diligent, 0)).toBeGreaterThan(-15); // nothing is known of them yet
  });

  test('come less far than it says where they miss days, and the plans made after them say so', () => {
    const errors = [0, 15, 30, 45].map((day) => errorAt(absent, day));
    expect(errors.every((error) => error <= 0)).toBe(true);
    expect(errors[3]!).toBeGreaterThan(errors[0]!);
    expect(errors[3]!).toBeGreaterThan(-5);
  });
});
