import { expect, test } from 'vitest';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import type { Mistake } from '@shared/model/study.ts';
import { mistakesReport } from '@shared/reports/mistakes.ts';

const base = { section: '示例板块', topic: '', explanation: '解析', basis: '示例文件第一条', difficulty: 'easy' } as const;
const single: SimpleQuestion = {
  ...base,
  id: 'a',
  type: 'single',
  stem: '一年有**几**季',
  options: ['三', '四'],
  answer: [1],
  shuffle: true,
};
const blank: SimpleQuestion = { ...base, id: 'b', type: 'blank', stem: '____和____', answer: [['甲', '乙'], ['丙']], unordered: true };
const both: Question = { ...base, id: 'c', type: 'case', stem: '材料', parts: [single, { ...blank, type: 'blank' }], weights: [1, 1] };
const mistake = (questionId: string, change: Partial<Mistake> = {}): Mistake => ({
  id: `p:${questionId}`,
  personId: 'p',
  questionId,
  section: base.section,
  wrongCount: 2,
  rightInARow: 0,
  state: 'open',
  lastAt: 1,
  ...change,
});

test('the table of mistakes has the whole question, its answer and how often it went wrong', () => {
  const report = mistakesReport({
    personName: '示例',
    unitName: '示例局',
    today: '2026-09-02',
    entries: [
      { question: single, mistake: mistake('a'), lastDay: '2026-09-01' },
      { question: both, mistake: mistake('c', { state: 'overcome', wrongCount: 1 }), lastDay: '2026-08-31' },
    ],
  });
  expect(report.head).toEqual(['姓名：示例　　单位：示例局　　共 2 题　　导出日期：2026-09-02']);
  expect(report.fileName).toBe('示例的错题－错题表');
  expect(report.rows).toEqual([
    [1, '示例板块', '单选题', '一年有几季\nA. 三\nB. 四', 'B', '解析', '示例文件第一条', 2, '待巩固', '2026-09-01'],
    [
      2,
      '示例板块',
      '案例题',
      '材料\n（1）一年有几季\nA. 三\nB. 四\n（2）____和____',
      '（1）B\n（2）甲|乙；丙（不分先后）',
      '解析',
      '示例文件第一条',
      1,
      '已克服',
      '2026-08-31',
    ],
  ]);
});
