import { expect, test } from 'vitest';
import type { Correction } from '@shared/model/bank.ts';
import { correctionReport } from '@shared/reports/corrections.ts';
import { repliesByCorrection, withReply } from '@shared/study/corrections.ts';

const correction = (id: string, at: number, reply: Correction['reply'] = null): Correction => ({
  id,
  questionId: 'dz-001',
  package: 'bank',
  version: 3,
  stem: '下列说法**不正确**的是',
  text: '选项乙与条文不符',
  personName: '韦建国',
  unitName: '示例县供电局',
  at,
  reply,
});
const accepted = { outcome: 'accepted', text: '', at: 9 } as const;

test('the columns are those that the bureau reads back; ids stand in plain cells and the stem without its marks', () => {
  const report = correctionReport({
    unitName: '示例县供电局',
    corrections: [correction('b', 2_000), correction('done', 1_000, accepted), correction('a', 1_000)],
    today: '2026-09-05',
    dayOf: (instant) => `2026-08-0${instant / 1_000}`,
  });
  expect(report.columns.map(({ title }) => title)).toEqual([
    '编号',
    '题目编码',
    '题库',
    '版本',
    '题干',
    '问题说明',
    '反映人',
    '单位',
    '日期',
  ]);
  expect(report.rows).toEqual([
    ['a', 'dz-001', 'bank', 3, '下列说法不正确的是', '选项乙与条文不符', '韦建国', '示例县供电局', '2026-08-01'],
    ['b', 'dz-001', 'bank', 3, '下列说法不正确的是', '选项乙与条文不符', '韦建国', '示例县供电局', '2026-08-02'],
  ]);
  expect(report.fileName).toBe('示例县供电局题库纠错单-2026-09-05');
});

test('a reply comes with whichever package brings it; packages from before there were replies bring none', () => {
  const replies = repliesByCorrection([{}, { replies: [{ correctionId: 'a', questionId: 'dz-001', ...accepted }] }]);
  expect(withReply(correction('a', 1), replies)).toEqual(correction('a', 1, accepted));
  expect(withReply(correction('b', 1), replies)).toEqual(correction('b', 1));
  expect(withReply(correction('c', 1, accepted), replies)).toEqual(correction('c', 1, accepted));
});
