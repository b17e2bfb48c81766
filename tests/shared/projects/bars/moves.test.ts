import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveBar } from '@shared/projects/bars/moves.ts';
import { distance } from '@shared/projects/bars/scale.ts';
import { anyDay } from '../fixture.ts';

const march = { start: '2026-03-02', finish: '2026-03-06' };

test('the whole keeps its length, an end stops at the other one', () => {
  expect(moveBar(march, 'whole', 5)).toEqual({ start: '2026-03-07', finish: '2026-03-11' });
  expect(moveBar(march, 'finish', -2)).toEqual({ start: '2026-03-02', finish: '2026-03-04' });
  expect(moveBar(march, 'finish', -20)).toEqual({ start: '2026-03-02', finish: '2026-03-02' });
  expect(moveBar(march, 'start', 20)).toEqual({ start: '2026-03-06', finish: '2026-03-06' });
});

test('a date that is not set stays so when the whole moves, and comes into being at its end', () => {
  const half = { start: '', finish: '2026-03-06' };
  expect(moveBar(half, 'whole', 1)).toEqual({ start: '', finish: '2026-03-07' });
  expect(moveBar(half, 'start', -3)).toEqual({ start: '2026-03-03', finish: '2026-03-06' });
  expect(moveBar({ start: '2026-03-06', finish: '' }, 'finish', 3)).toEqual({ start: '2026-03-06', finish: '2026-03-09' });
});

test('nothing moves without dates, from what is no day, or past the calendar', () => {
  for (const dates of [
    { start: '', finish: '' },
    { start: '2026-02-30', finish: '' },
    { start: '2999-12-30', finish: '2999-12-31' },
  ]) {
    expect(moveBar(dates, 'whole', 1)).toBe(dates);
  }
});

test('there and back again is where it was, and the start never lies behind the finish', () => {
  const days = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(anyDay, fc.nat(400), days, fc.constantFrom('whole', 'start', 'finish'), (start, length, by, grip) => {
      const finish = new Date(Date.parse(start) + length * 86_400_000).toISOString().slice(0, 10);
      const moved = moveBar({ start, finish }, grip, by);
      expect(moved.start <= moved.finish).toBe(true);
      if (grip !== 'whole' || moved.start === start) return;
      expect(distance(moved.start, moved.finish)).toBe(length);
      expect(moveBar(moved, grip, -by)).toEqual({ start, finish });
    }),
  );
});
