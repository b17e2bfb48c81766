import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantileOf, shareBelow } from '@shared/study/beta.ts';

it('equals what is known in closed form', () => {
  expect(shareBelow({ right: 2, wrong: 3 }, 0.4)).toBeCloseTo(0.5248, 9); // P(X ≥ 2) of four throws at 0.4
  expect(quantileOf({ right: 1, wrong: 9 }, 0.9)).toBeCloseTo(1 - 0.1 ** (1 / 9), 7);
  expect(quantileOf({ right: 0.5, wrong: 0.5 }, 0.25)).toBeCloseTo(Math.sin(Math.PI / 8) ** 2, 7); // arcsine distribution
  expect(quantileOf({ right: 30, wrong: 30 }, 0.5)).toBeCloseTo(0.5, 7);
});

const shape = fc.double({ min: 0.05, max: 2_000, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

it('mirrors, rises, and turns back', () => {
  fc.assert(
    fc.property(shape, shape, share, share, (right, wrong, one, other) => {
      expect(shareBelow({ right, wrong }, one)).toBeCloseTo(1 - shareBelow({ right: wrong, wrong: right }, 1 - one), 8);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(shareBelow({ right, wrong }, low)).toBeLessThanOrEqual(shareBelow({ right, wrong }, high) + 1e-9);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: 1, max: 500, noNaN: true }), fc.double({ min: 1, max: 500, noNaN: true }), share, (right, wrong, part) => {
      expect(shareBelow({ right, wrong }, quantileOf({ right, wrong }, part))).toBeCloseTo(part, 5);
    }),
  );
});
