import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteSample, remainingSeconds, type Sample } from '@shared/packages/remaining.ts';

const noteAll = (samples: readonly Sample[]): readonly Sample[] => samples.reduce<readonly Sample[]>(noteSample, []);

/** Any transfer: it grows, stands still, loses bad bytes, and its clock is set back. */
const anyTransfer = fc.array(fc.record({ at: fc.integer({ min: 0, max: 10_000_000 }), done: fc.nat(1_000_000) }), { maxLength: 60 });

test('is never negative, and 0 only when everything is here', () => {
  fc.assert(
    fc.property(anyTransfer, fc.integer({ min: 1, max: 2_000_000 }), (samples, total) => {
      const remaining = remainingSeconds(noteAll(samples), total);
      const done = samples.at(-1)?.done ?? 0;
      if (remaining === null) return;
      expect(Number.isInteger(remaining) && remaining >= 0).toBe(true);
      expect(remaining === 0).toBe(done >= total);
    }),
  );
});

test('a steady line: exact from the third second on, and falling with the clock', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 10, max: 300 }), (pace, seconds) => {
      let samples: readonly Sample[] = [];
      for (let second = 0; second < seconds; second += 1) {
        samples = noteSample(samples, { at: second * 1_000, done: second * pace });
        expect(remainingSeconds(samples, seconds * pace)).toBe(second < 2 ? null : seconds - second);
      }
    }),
  );
});

test('a line of another pace is believed after twenty seconds', () => {
  const fast = Array.from({ length: 60 }, (_, second) => ({ at: second * 1_000, done: second * 1_000_000 }));
  const slow = Array.from({ length: 25 }, (_, second) => ({ at: (60 + second) * 1_000, done: 59_000_000 + second * 10_000 }));
  const left = 100_000_000 - 59_000_000 - 24 * 10_000;
  expect(remainingSeconds(noteAll([...fast, ...slow]), 100_000_000)).toBe(left / 10_000);
});

test('nobody can tell while a line stands still', () => {
  const growing = Array.from({ length: 20 }, (_, second) => ({ at: second * 1_000, done: second * 1_000 }));
  const still = (seconds: number) => Array.from({ length: seconds }, (_, second) => ({ at: (20 + second) * 1_000, done: 19_000 }));
  expect(remainingSeconds(noteAll([...growing, ...still(3)]), 100_000)).toBeGreaterThan(0);
  expect(remainingSeconds(noteAll([...growing, ...still(8)]), 100_000)).toBeNull();
  expect(remainingSeconds(noteAll([...growing, ...still(60)]), 100_000)).toBeNull();
});

test('bad bytes that are thrown away do not make it jump to nothing', () => {
  const growing = Array.from({ length: 10 }, (_, second) => ({ at: second * 1_000, done: second * 1_000 }));
  const again = Array.from({ length: 5 }, (_, second) => ({ at: (10 + second) * 1_000, done: second * 1_000 }));
  expect(remainingSeconds(noteAll([...growing, again[0]!]), 10_000)).toBeNull();
  expect(remainingSeconds(noteAll([...growing, ...again]), 10_000)).toBe(6);
});

test('keeps no more than it needs', () => {
  const long = Array.from({ length: 10_000 }, (_, place) => ({ at: place * 100, done: place }));
  expect(noteAll(long).length).toBeLessThan(250);
});
