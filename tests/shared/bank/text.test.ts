import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, sameText } from '@shared/bank/text.ts';

test('width, case, spaces and punctuation make no difference', () => {
  expect(sameText('ＡＢＣ　公司。', 'abc公司')).toBe(true);
  expect(sameText('《中国共产党章程》', '中国共产党章程')).toBe(true);
  expect(sameText('从严 治党，', '从严治党')).toBe(true);
});

test('what changes a figure makes a difference', () => {
  for (const [written, wanted] of [
    ['15', '1.5'],
    ['5', '-5'],
    ['5', '5%'],
    ['31', '3:1'],
    ['13', '1/3'],
  ] as const) {
    expect(sameText(written, wanted)).toBe(false);
  }
  expect(sameText('３：１', '3∶1')).toBe(true);
  expect(sameText('2021～2025年', '2021—2025年')).toBe(true);
  expect(sameText('1，000', '1000')).toBe(true);
});

test('nothing written is never right, even where the answer is punctuation', () => {
  expect(sameText('', '。')).toBe(false);
  expect(sameText('', '')).toBe(false);
  expect(sameText('，', '。')).toBe(false);
  expect(sameText(' 。', '。')).toBe(true);
});

test('law: folding twice is folding once', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('１', '5', '.', '-', '%', '：', '～', '党', ' ', '（', 'Ａ', '\u0301', '/', ','),
      fc.string({ unit: 'binary' }),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const folded = foldText(parts.join(''));
      expect(foldText(folded)).toBe(folded);
    }),
  );
});
