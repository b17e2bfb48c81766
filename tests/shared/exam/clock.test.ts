import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addInterval, formatTime, longestIntervalMs, timeLeft } from '@shared/exam/clock.ts';

test('the time left never falls below nothing', () => {
  expect(timeLeft(3_600_000, 600_000)).toBe(3_000_000);
  expect(timeLeft(1_000, 5_000)).toBe(0);
});

test('only a plausible interval counts', () => {
  expect(addInterval(1_000, 50, 2_050)).toBe(3_000);
  expect(addInterval(1_000, 2_050, 50)).toBe(1_000);
  expect(addInterval(1_000, 0, Number.NaN)).toBe(1_000);
  expect(addInterval(1_000, 0, Infinity)).toBe(1_000);
  expect(addInterval(0, 0, longestIntervalMs)).toBe(longestIntervalMs);
  expect(addInterval(0, 0, longestIntervalMs + 1)).toBe(0);
});

test('law: many short readings add up to one long reading, and no reading gives time back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 60_000 }), { maxLength: 50 }), (steps) => {
      let now = 0;
      let elapsed = 0;
      for (const step of steps) {
        const later = addInterval(elapsed, now, now + step);
        expect(later).toBeGreaterThanOrEqual(elapsed);
        elapsed = later;
        now += step;
      }
      expect(elapsed).toBe(steps.filter((step) => step > 0).reduce((sum, step) => sum + step, 0));
    }),
  );
});

test('times read as on a clock; 00:00 means over', () => {
  expect([0, -5, 1, 59_000, 60_000, 3_599_001, 3_600_000, 7_325_000].map(formatTime)).toEqual([
    '00:00',
    '00:00',
    '00:01',
    '00:59',
    '01:00',
    '1:00:00',
    '1:00:00',
    '2:02:05',
  ]);
});
