import { describe, expect, it } from 'vitest';
import type { AttemptResult } from '@shared/model/exam.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Forecast } from '@shared/model/study.ts';
import { standingOf, type Given } from '@shared/study/blind-spots/standing.ts';
import { held, scaleFrom, type Outcome } from '@shared/study/forecast/calibrate.ts';
import { drawsOf } from '@shared/study/forecast/draws.ts';
import { fewestForForecast, forecasterSteps, type ScoreForecast } from '@shared/study/forecast/forecast.ts';
import { partialsOf, percentOf } from '@shared/study/forecast/results.ts';
import { answer, blockOf, day, listed, now } from '../blind-spots/standings.ts';
import { toTheEnd } from '../../../support/to-the-end.ts';

const blocks = [blockOf('党章', listed('总纲', 60)), blockOf('党史', listed('会议', 60))];
const blueprint: Blueprint = {
  id: 'b',
  title: '示例卷',
  minutes: 30,
  parts: [{ type: 'single', count: 40, scoreEach: 2.5 }],
  sections: [
    { section: '党章', weight: 1 },
    { section: '党史', weight: 1 },
  ],
};

/** The first `count` of a topic answered, a share of them right. */
const answered = (name: string, count: number, share: number, change: Partial<Given> = {}): Given[] =>
  listed(name, count).map(({ id }, place) => answer(id, place < share * count, change));

const forecast = (given: readonly Given[], outcomes: readonly Outcome[] = [], asked = blueprint): ScoreForecast | null =>
  toTheEnd(forecasterSteps({ standings: standingOf(blocks, given), outcomes, personId: 'p', partials: {}, now })).forecast(asked);

const widthOf = ({ low, high }: ScoreForecast): number => high - low;

describe('the forecast', () => {
  it('says nothing below the fewest answers, nor where the banks hold nothing of the blueprint', () => {
    expect(forecast(answered('总纲', fewestForForecast - 1, 1))).toBe(null);
    expect(forecast(answered('总纲', 60, 1), [], { ...blueprint, parts: [{ type: 'blank', count: 5, scoreEach: 2 }] })).toBe(null);
  });

  it('lies higher for who answers better, and in the range that it gives', () => {
    const expected = [0.3, 0.6, 0.9].map((share) => forecast([...answered('总纲', 60, share), ...answered('会议', 60, share)])!);
    expect(expected.map((one) => one.expected)).toEqual(expected.map((one) => one.expected).toSorted((one, other) => one - other));
    for (const one of expected)
      expect([0 <= one.low, one.low <= one.expected, one.expected <= one.high, one.high <= 100, one.answers]).toEqual([
        true,
        true,
        true,
        true,
        120,
      ]);
    expect(expected[2]!.expected - expected[0]!.expected).toBeGreaterThan(25);
  });

  it('takes the sections by their weights', () => {
    const given = [...answered('总纲', 60, 1), ...answered('会议', 60, 0.2)];
    const onlyGood = forecast(given, [], { ...blueprint, sections: [{ section: '党章', weight: 1 }] })!;
    const onlyBad = forecast(given, [], { ...blueprint, sections: [{ section: '党史', weight: 1 }] })!;
    const both = forecast(given)!;
    expect([onlyBad.high < both.expected, both.expected < onlyGood.low]).toEqual([true, true]);
    expect(Math.abs((onlyGood.expected + onlyBad.expected) / 2 - both.expected)).toBeLessThanOrEqual(1);
  });

  it('knows less from old answers: the range widens', () => {
    const fresh = forecast([...answered('总纲', 60, 0.7), ...answered('会议', 60, 0.7)])!;
    const old = forecast([...answered('总纲', 60, 0.7, { at: now - 200 * day }), ...answered('会议', 60, 0.7, { at: now - 200 * day })])!;
    expect(widthOf(old)).toBeGreaterThan(widthOf(fresh));
  });

  it('is the same whatever the order of the answers', () => {
    const given = [...answered('总纲', 40, 0.7), ...answered('会议', 50, 0.4)];
    expect(forecast(given.toReversed())).toEqual(forecast(given));
  });
});

describe('what a blueprint will draw', () => {
  it('takes what was never on a paper of this person first', () => {
    const sat = listed('总纲', 50).map(({ id }) => answer(id, true, { mode: 'mock' }));
    const draws = drawsOf(blueprint, standingOf(blocks, sat), {});
    const ofBylaws = draws.find(({ chances }) => chances[0]?.section === '党章')!;
    // ten of the sixty are left; twenty are asked
    expect(ofBylaws.chances.map(({ pool, share }) => [pool.sat, share])).toEqual([
      [false, 0.5],
      [true, 0.5],
    ]);
    expect([ofBylaws.count, ofBylaws.from]).toEqual([20, 60]);
  });

  it('keeps to the demands of a part and shares the rest', () => {
    const part = {
      type: 'single',
      count: 40,
      scoreEach: 1,
      demands: [{ section: '党史', topic: null, difficulty: null, count: 30 }],
    } as const;
    const counts = drawsOf({ ...blueprint, parts: [part] }, standingOf(blocks, []), {}).map(({ chances, count }) => [
      chances[0]!.section,
      count,
    ]);
    expect(counts).toEqual([
      ['党史', 30],
      ['党章', 5],
      ['党史', 5],
    ]);
  });

  it('leaves short answers out and gives half-right answers their share', () => {
    const parts = [
      { type: 'short', count: 2, scoreEach: 10 },
      { type: 'single', count: 10, scoreEach: 1, scoring: 'half' },
    ] as const;
    const draws = drawsOf({ ...blueprint, parts }, standingOf(blocks, []), { single: 0.4 });
    expect(draws.map(({ partial, scoreEach }) => [partial, scoreEach])).toEqual([
      [0.4, 1],
      [0.4, 1],
    ]);
  });
});

const outcome = (number: number, percent: number, personId = 'p'): Outcome => {
  const row: Forecast = { id: `${number}`, personId, blueprintId: 'b', at: now + number, expected: 80, low: 75, high: 85, answers: 100 };
  return { forecast: row, percent };
};

describe('calibration', () => {
  it('counts the ends of a range as inside', () => {
    expect([74.99, 75, 85, 85.01].map((percent) => held(outcome(0, percent)))).toEqual([false, true, true, false]);
  });

  it('widens after misses, narrows after hits, and stays between its bounds', () => {
    const misses = Array.from({ length: 100 }, (_, number) => outcome(number, 50));
    const hits = Array.from({ length: 100 }, (_, number) => outcome(number, 80));
    expect(scaleFrom([], 'p')).toBe(1);
    expect(scaleFrom(misses.slice(0, 1), 'p')).toBeGreaterThan(1);
    expect(scaleFrom(hits.slice(0, 1), 'p')).toBeLessThan(1);
    expect([scaleFrom(misses, 'p'), scaleFrom(hits, 'p')]).toEqual([1.6, 0.75]);
  });

  it('stands still where four of five hold', () => {
    const fifth = Array.from({ length: 50 }, (_, number) => outcome(number, number % 5 === 4 ? 50 : 80));
    expect(scaleFrom(fifth, 'p')).toBeCloseTo(1, 10);
  });

  it('learns from others on the computer too, but more slowly', () => {
    const other = scaleFrom([outcome(1, 50, 'q')], 'p');
    expect([1 < other, other < scaleFrom([outcome(1, 50)], 'p')]).toEqual([true, true]);
  });

  it('does not depend on the order in which outcomes are read', () => {
    const all = [outcome(1, 50), outcome(2, 80), outcome(3, 80, 'q'), outcome(4, 99)];
    expect(scaleFrom(all.toReversed(), 'p')).toBe(scaleFrom(all, 'p'));
  });

  it('widens the ranges of the next forecast', () => {
    const given = [...answered('总纲', 60, 0.7), ...answered('会议', 60, 0.7)];
    const misses = Array.from({ length: 5 }, (_, number) => outcome(number, 50));
    expect(widthOf(forecast(given, misses)!)).toBeGreaterThan(widthOf(forecast(given)!));
  });
});

describe('what a forecast is held against', () => {
  const item = { questionId: 'q', section: '党章' } as const;
  const items: AttemptResult['items'] = [
    { ...item, type: 'single', score: 2, full: 2, correct: true },
    { ...item, type: 'blank', score: 1, full: 3, correct: false },
    { ...item, type: 'short', score: 9, full: 10, correct: true },
    {
      ...item,
      type: 'case',
      score: 2,
      full: 6,
      correct: null,
      parts: [
        { ...item, type: 'single', score: 2, full: 3, correct: true },
        { ...item, type: 'short', score: 0, full: 3, correct: null },
      ],
    },
  ];

  it('is the percentage of what the program marks', () => {
    expect(percentOf({ items })).toBe(62.5); // 2 + 1 + 2 of 2 + 3 + 3
    expect(percentOf({ items: items.slice(2, 3) })).toBe(null);
  });

  it('learns what half-right answers bring from enough of them', () => {
    expect(partialsOf([{ items }])).toEqual({});
    expect(partialsOf(Array.from({ length: 10 }, () => ({ items })))).toEqual({ blank: 0.3333333333333333 });
  });
});
