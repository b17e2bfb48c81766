import { expect, test } from 'vitest';
import { answerSheet } from '@shared/exam/printed/answer-sheet.ts';
import { printPaper } from '@shared/exam/printed/paper.ts';
import { blank, caseOf, choice, item, judge, paper, short } from '../questions.ts';

test('every question, and every part of a case, has its place under the number of the paper', () => {
  const six = choice('b', [0], { options: ['甲', '乙', '丙', '丁', '戊', '己'] });
  const three = choice('a', [0], { options: ['甲', '乙', '丙'] });
  const items = [
    { ...item(three, 1), optionOrder: [0, 1, 2] },
    { ...item(six, 1), optionOrder: [0, 1, 2, 3, 4, 5] },
    item(judge('c', true), 1),
    item(blank('d', [['甲'], ['三个字']]), 2),
    item(caseOf('e', [choice('e/1', [1]), short('e/2')]), 5),
  ];
  const sheet = answerSheet(printPaper({ ...paper(...items), title: '示例考试试卷' }, 'B'));
  expect(sheet.title).toBe('示例考试答题卡（B卷）');
  expect(sheet.parts).toEqual([
    {
      title: '一、单项选择题',
      places: [
        { kind: 'bubbles', label: '1', choices: ['A', 'B', 'C', 'D', 'E', 'F'] },
        { kind: 'bubbles', label: '2', choices: ['A', 'B', 'C', 'D', 'E', 'F'] },
      ],
    },
    { title: '二、判断题', places: [{ kind: 'bubbles', label: '3', choices: ['√', '×'] }] },
    { title: '三、填空题', places: [{ kind: 'blanks', label: '4', widths: [8, 10] }] },
    {
      title: '四、案例分析题',
      places: [
        { kind: 'bubbles', label: '5（1）', choices: ['A', 'B', 'C', 'D'] },
        { kind: 'lines', label: '5（2）', lines: 4 },
      ],
    },
  ]);
});
