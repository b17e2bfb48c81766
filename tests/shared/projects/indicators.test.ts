import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectIndicators as words } from '@shared/messages/zh/projects/indicators.ts';
import type { Indicator } from '@shared/model/project.ts';
import { effectOf, figureChange, parseFigure, targetReached, yearChange } from '@shared/projects/indicators.ts';

const faults: Indicator = { id: 'i1', name: '中压故障', unit: '次', better: 'lower', baseline: 120, target: 65, actual: 61, lastYear: 118 };

test('faults that fell from 120 to 61 fell by 49.2 per cent, for the better', () => {
  expect(effectOf(faults)).toEqual({ from: 120, to: 61, direction: 'down', percent: 49.2, better: true });
  expect(yearChange(faults)).toEqual({ from: 118, to: 61, direction: 'down', percent: 48.3, better: true });
  expect(targetReached(faults)).toBe(true);
  const change = effectOf(faults);
  expect(change && words.effect('中压故障', '次', change)).toBe('中压故障 120 → 61 次，下降 49.2 %');
});

test('of a baseline of zero there is no percentage, of unknown figures no change', () => {
  expect(figureChange(0, 5, 'higher')).toEqual({ from: 0, to: 5, direction: 'up', percent: null, better: true });
  expect(figureChange(0, 0, 'higher')).toEqual({ from: 0, to: 0, direction: 'same', percent: null, better: null });
  expect(figureChange(null, 5, 'lower')).toBe(null);
  expect(targetReached({ ...faults, target: null })).toBe(null);
  const change = figureChange(0, 5, 'higher');
  expect(change && words.change(change)).toBe('上升（基线为零，不计百分比）');
});

test('a percentage is finite and never negative, and down is better exactly where up is worse', () => {
  const figure = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(figure, figure, (from, to) => {
      const [lower, higher] = [figureChange(from, to, 'lower'), figureChange(from, to, 'higher')];
      if (lower?.percent !== null && lower !== null && from !== 0 && Math.abs(from) > 1e-6)
        expect(lower.percent >= 0 && Number.isFinite(lower.percent)).toBe(true);
      expect(lower?.better === null ? higher?.better : !lower?.better).toBe(higher?.better);
    }),
  );
});

test('figures are read as people write them', () => {
  expect(['61', ' 1.08 ', '１２０', '1,200.5', '-2', '+17.41', '', '.5'].map(parseFigure)).toEqual([
    61,
    1.08,
    120,
    1200.5,
    -2,
    17.41,
    null,
    0.5,
  ]);
  expect(['约60', '1,20', '6 1', '1e9', '1.2.3', '9'.repeat(20)].map(parseFigure)).toEqual(Array.from({ length: 6 }, () => 'unreadable'));
});
