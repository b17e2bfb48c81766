import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleLines } from '@shared/exam/printed/title.ts';
import { charactersOf } from '@shared/exam/printed/widths.ts';

test('a long title is broken where its sense allows, nearest to the middle', () => {
  expect(titleLines('示例局2026年第三季度党务知识考试试卷（A卷）', 20)).toEqual(['示例局2026年第三季度', '党务知识考试试卷（A卷）']);
  expect(titleLines('党务知识考试试卷（A卷）', 20)).toEqual(['党务知识考试试卷（A卷）']);
  expect(titleLines('没有可断之处的一个很长很长的题目', 10)).toEqual(['没有可断之处的一', '个很长很长的题目']);
});

test('nothing of a title is lost, and two lines hold what two lines can hold', () => {
  const texts = fc.string({ unit: fc.constantFrom('年', '季', '度', '局', '党', '务', 'A', '（', '）', '2'), maxLength: 38 });
  fc.assert(
    fc.property(texts, (title) => {
      const lines = titleLines(title, 20);
      expect(lines.join('')).toBe(title);
      expect(lines.length).toBeLessThanOrEqual(2);
      if (charactersOf(title) === title.length) for (const line of lines) expect(charactersOf(line)).toBeLessThanOrEqual(20);
    }),
  );
});
