import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceBetween } from '../../../renderer/bank/question/text-difference.ts';

const joined = (before: string, after: string, without: 'added' | 'removed'): string =>
  differenceBetween(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

it('holds both texts, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('党', '员', '三', '五', '年', '𠮷', '。', 'a'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(joined(before, after, 'added')).toBe(before);
      expect(joined(before, after, 'removed')).toBe(after);
    }),
  );
});

it('marks what differs and nothing else', () => {
  expect(differenceBetween('预备期为一年。', '预备期为两年。')).toEqual([
    { kind: 'same', text: '预备期为' },
    { kind: 'removed', text: '一' },
    { kind: 'added', text: '两' },
    { kind: 'same', text: '年。' },
  ]);
  expect(differenceBetween('正确', '不正确')).toEqual([
    { kind: 'added', text: '不' },
    { kind: 'same', text: '正确' },
  ]);
  expect(differenceBetween('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }]);
  expect(differenceBetween('', '')).toEqual([]);
});

it('takes long texts in one piece rather than for ever', () => {
  const [before, after] = ['甲乙'.repeat(2_000), '丙丁'.repeat(2_000)];
  expect(differenceBetween(`头${before}尾`, `头${after}尾`)).toEqual([
    { kind: 'same', text: '头' },
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
    { kind: 'same', text: '尾' },
  ]);
});
