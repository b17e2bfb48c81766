import { describe, expect, it } from 'vitest';
import { held } from '@shared/study/forecast/calibrate.ts';
import { simulate, type Sat, type World } from './people.ts';

type Way = Pick<World, 'questions' | 'practice' | 'learning' | 'nature'>;
const little = { questions: 250, practice: [10, 60], learning: 0.0006 } as const;
const usual = { questions: 900, practice: [60, 240], learning: 0.0003 } as const;

/** Small and large banks; people who practise little, and much; all learn while they study. */
const worlds: readonly Way[] = [little, { ...usual, questions: 250 }, usual, { questions: 2_000, practice: [20, 120], learning: 0.0006 }];

/** Who nearly knows the bank by heart, who guesses or learns fast, is strong in one section only, or is not the same all the time. */
const others: readonly Way[] = [
  { ...usual, questions: 250, practice: [60, 900], nature: { ability: 1.5 } },
  { ...usual, questions: 120 },
  { ...usual, learning: 0.004 },
  { ...usual, nature: { guesses: 0.4, sectionSpread: 1.5 } },
  { ...usual, nature: { leap: 1 } },
  { ...usual, nature: { leap: -0.7, pause: 60, halfLife: 20 } },
];

const simulated = (ways: readonly Way[]): Sat[][] => ways.map((way, seed) => simulate({ ...way, mocks: 6, people: 16, seed: 100 + seed }));
const lives = simulated(worlds);
const unusual = simulated(others);
const all = lives.flat();

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const coverageOf = (sat: readonly Sat[]): number => sat.filter(held).length / sat.length;
const errorOf = ({ percent, forecast }: Sat): number => percent - forecast.expected;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Width plus what a miss costs, for a range of 80 % (Gneiting and Raftery, JASA 102, 2007): the smaller the better. */
const rangeScore = ({ low, high }: Range, percent: number): number =>
  high - low + 10 * (Math.max(0, low - percent) + Math.max(0, percent - high));

/** What one would say without a model: the last mock, give or take how much the mocks differed until now. */
function naiveOf({ before }: Sat): Range & { readonly expected: number } {
  const expected = before.at(-1) ?? 0;
  const middle = mean(before);
  const deviation = Math.sqrt(before.reduce((sum, percent) => sum + (percent - middle) ** 2, 0) / (before.length - 1));
  return { expected, low: expected - 1.2816 * deviation, high: Math.min(100, expected + 1.2816 * deviation) };
}

describe('forecasts for simulated people', () => {
  it('hold in 75 to 85 of 100 cases', () => {
    expect(coverageOf(all)).toBeGreaterThanOrEqual(0.75);
    expect(coverageOf(all)).toBeLessThanOrEqual(0.85);
  });

  it('hold as often for people who are not like that', () => {
    expect(coverageOf(unusual.flat())).toBeGreaterThanOrEqual(0.75);
    expect(coverageOf(unusual.flat())).toBeLessThanOrEqual(0.85);
    for (const sat of unusual) expect(coverageOf(sat)).toBeGreaterThan(0.7);
  });

  it('hold in every world, and as often for beginners as for others', () => {
    for (const sat of [...lives, all.filter(({ answersBefore }) => answersBefore < 150), all.filter(({ before }) => before.length === 0)]) {
      expect(coverageOf(sat)).toBeGreaterThan(0.7);
      expect(coverageOf(sat)).toBeLessThan(0.93);
    }
  });

  it('lie neither too high nor too low', () => {
    expect(Math.abs(mean(all.map(errorOf)))).toBeLessThan(0.5);
    for (const sat of lives) expect(Math.abs(mean(sat.map(errorOf)))).toBeLessThan(1.5);
  });

  it('are nearer and say more than the last mock, give or take', () => {
    const later = all.filter(({ before }) => before.length >= 2);
    expect(mean(later.map((sat) => Math.abs(errorOf(sat))))).toBeLessThan(
      0.85 * mean(later.map((sat) => Math.abs(sat.percent - naiveOf(sat).expected))),
    );
    expect(mean(later.map((sat) => rangeScore(sat.forecast, sat.percent)))).toBeLessThan(
      0.7 * mean(later.map((sat) => rangeScore(naiveOf(sat), sat.percent))),
    );
  });

  it('are not so wide that they say nothing', () => expect(mean(all.map(({ forecast }) => forecast.high - forecast.low))).toBeLessThan(16));
});
