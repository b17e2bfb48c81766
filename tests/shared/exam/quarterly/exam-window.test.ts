import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowOf } from '@shared/exam/quarterly/exam-window.ts';

test('the window holds its first moment and not its last', () => {
  const window = { opensAt: 1_000, closesAt: 2_000 };
  expect([999, 1_000, 1_999, 2_000].map((now) => windowOf(window, now))).toEqual(['before', 'open', 'open', 'closed']);
});

test('as time goes on an exam opens at most once and closes at most once', () => {
  const order = ['before', 'open', 'closed'];
  const instant = fc.nat({ max: 10_000 });
  fc.assert(
    fc.property(instant, instant, instant, instant, (opensAt, closesAt, one, other) => {
      const [earlier, later] = [one, other].map((now) => order.indexOf(windowOf({ opensAt, closesAt }, now))).toSorted((a, b) => a - b);
      const [first, last] = [Math.min(one, other), Math.max(one, other)].map((now) => order.indexOf(windowOf({ opensAt, closesAt }, now)));
      expect([first, last]).toEqual([earlier, later]);
    }),
  );
});
