import { expect, test } from 'vitest';
import type { Report } from '@shared/model/report.ts';
import { fourDigits, rateWords } from '@shared/reports/exam/heading.ts';
import { cellWords, hundredthsOf } from '@shared/reports/format.ts';

/** The whole hundredths of a percent of `part` of `whole`, half of one rounded up, in whole numbers alone. */
const byHand = (part: number, whole: number): number => Math.floor((20_000 * part + whole) / (2 * whole));

test('a rate is rounded as by hand and in spreadsheets: 23 of 160 are 14.38 %, on the page, in the foot and in the cell', () => {
  const report: Report = {
    title: '示例',
    head: [],
    columns: [{ title: '合格率', width: 1, kind: 'percent' }],
    rows: [[23 / 160], [0.5]],
    total: null,
    foot: [],
    orientation: 'portrait',
    fileName: '示例',
  };
  expect([rateWords(23 / 160), cellWords(report, 23 / 160, 0), fourDigits(23 / 160)]).toEqual(['14.38%', '14.38%', 0.1438]);
});

test('law: so is every rate of up to 1,000 people', () => {
  const wrong: string[] = [];
  for (let whole = 1; whole <= 1_000; whole += 1)
    for (let part = 0; part <= whole; part += 1)
      if (hundredthsOf((100 * part) / whole) !== byHand(part, whole) || hundredthsOf((part / whole) * 100) !== byHand(part, whole))
        wrong.push(`${part} of ${whole}`);
  expect(wrong).toEqual([]);
});

test('and every mean of scores in halves', () => {
  const wrong: string[] = [];
  for (let people = 1; people <= 400; people += 1)
    for (let halves = 0; halves <= 200 * people; halves += 97)
      if (hundredthsOf(halves / 2 / people) !== Math.floor((100 * halves + people) / (2 * people))) wrong.push(`${halves} of ${people}`);
  expect(wrong).toEqual([]);
});
