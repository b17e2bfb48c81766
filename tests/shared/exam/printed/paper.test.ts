import { expect, test } from 'vitest';
import { printPaper } from '@shared/exam/printed/paper.ts';
import { blank, caseOf, choice, item, judge, paper, short } from '../questions.ts';

const shown = (question: ReturnType<typeof choice>, optionOrder: number[], score = 2) => ({ question, optionOrder, score });

test('parts, numbers, scores and notes of a paper', () => {
  const printed = printPaper(
    paper(
      shown(choice('a', [1]), [0, 1, 2, 3]),
      shown(choice('b', [0]), [0, 1, 2, 3]),
      shown(choice('c', [0, 1]), [0, 1, 2, 3], 3),
      item(judge('d', false), 0.1),
      item(judge('e', true), 0.1),
      item(judge('f', true), 0.1),
      item(judge('g', true), 1),
    ),
  );
  expect(printed.parts.map(({ heading }) => heading)).toEqual([
    '一、单项选择题（共2题，每题2分，共4分。每题只有1个正确答案）',
    '二、多项选择题（共1题，每题3分，共3分。每题有2个或2个以上正确答案，多选、少选、错选均不得分）',
    '三、判断题（共3题，每题0.1分，共0.3分。对的打√，错的打×）',
    '四、判断题（共1题，每题1分，共1分。对的打√，错的打×）',
  ]);
  expect(printed.parts.map(({ items }) => items.map(({ label }) => label))).toEqual([
    ['1. ', '2. '],
    ['3. '],
    ['4. ', '5. ', '6. '],
    ['7. '],
  ]);
  expect(printed.subtitle).toBe('（考试时间：60分钟　满分：8.3分　形式：闭卷）');
  expect(printed.scoreColumns).toEqual(['一', '二', '三', '四', '总分']);
  expect(printed.sealFields.map(({ name }) => name)).toEqual(['单位', '支部', '姓名', '工号', '专/兼职', '考号']);
  expect(printed.notes.at(-1)).toBe('本卷共四大题，满分8.3分，考试时间60分钟。');
});

test('the variant stands behind the title once', () => {
  const titled = (title: string, variant: string) => printPaper({ ...paper(), title }, variant).title;
  expect([titled('甲试卷', 'A'), titled('甲试卷（A卷）', 'A'), titled('甲试卷(B 卷)', 'B'), titled('甲试卷', '')]).toEqual([
    '甲试卷（A卷）',
    '甲试卷（A卷）',
    '甲试卷（B卷）',
    '甲试卷',
  ]);
});

test('letters are those of the shuffled options, in the answers too', () => {
  const [first] = printPaper(paper(shown(choice('a', [0, 2]), [3, 2, 0, 1]))).parts[0]!.items;
  expect(first).toMatchObject({ options: ['A. 丁', 'B. 丙', 'C. 甲', 'D. 乙'], optionsPerLine: 4, answer: 'BC' });
});

test('the longest option decides how many stand on a line', () => {
  const perLine = (option: string) =>
    printPaper(paper(shown(choice('a', [0], { options: [option, '短'] }), [0, 1]))).parts[0]!.items[0]!.optionsPerLine;
  expect(['七个字的选项啊', '十个字以内放不下四个一行', '这一个选项长得一行只能够放下它自己一个人了吧'].map(perLine)).toEqual([4, 2, 1]);
});

test('every question shows where its answer goes', () => {
  const stemOf = (question: Parameters<typeof item>[0]) => printPaper(paper(item(question, 1))).parts[0]!.items[0]!.stem;
  expect(stemOf(choice('a', [0], { stem: '哪个（ ）对' }))).toBe('哪个（\u00a0\u00a0\u00a0\u00a0）对');
  expect(stemOf(choice('a', [0], { stem: '哪个对' }))).toBe('哪个对（\u00a0\u00a0\u00a0\u00a0）');
  expect(stemOf(judge('a', true))).toBe('题干（\u00a0\u00a0\u00a0\u00a0）');
  expect(stemOf({ ...blank('a', [['月'], ['党支部书记']]), stem: '每_(1)_由（ ）召集' })).toBe('每________由______________召集');
});

test('a short answer gets lines by the length of its reference answer', () => {
  const linesOf = (answer: string) => printPaper(paper(item({ ...short('a'), answer }, 5))).parts[0]!.items[0]!.lines;
  expect(['短', '二十个字的要点'.repeat(6), '很长的要点'.repeat(200)].map(linesOf)).toEqual([4, 5, 15]);
});

test('blanks show their alternatives, short answers room to write', () => {
  const printed = printPaper(paper(item(blank('a', [['月', '每月'], ['书记']]), 1), item(short('b'), 10)));
  expect(printed.parts.map(({ items }) => [items[0]?.answer, items[0]?.lines])).toEqual([
    ['月 / 每月；书记', 0],
    ['要点一\n要点二', 4],
  ]);
});

test('a case prints its material, then its parts with their scores and their own letters', () => {
  const parts = [
    choice('a/1', [1], { basis: '某条' }),
    { ...blank('a/2', [['甲'], ['乙']]), stem: '填____和____', unordered: true as const },
  ];
  const question = { ...caseOf('a', parts, [1, 2]), explanation: '为何', basis: '某条' };
  const printed = printPaper(paper({ question, optionOrder: [], partOrders: [[1, 0, 2, 3], []], score: 6 })).parts[0]!;
  expect(printed.heading).toBe('一、案例分析题（共1题，每题6分，共6分。先阅读材料，再回答各小题）');
  expect(printed.items).toEqual([
    {
      type: 'case',
      label: '1. ',
      stem: '材料',
      options: [],
      optionsPerLine: 4,
      blanks: [],
      lines: 0,
      explanation: '为何',
      basis: '某条',
      answer: '（1）A　（2）甲；乙',
      parts: [
        {
          type: 'single',
          label: '（1）',
          stem: '题干（\u00a0\u00a0\u00a0\u00a0）（2分）',
          options: ['A. 乙', 'B. 甲', 'C. 丙', 'D. 丁'],
          optionsPerLine: 4,
          blanks: [],
          lines: 0,
          answer: 'A',
          explanation: '',
          basis: '',
          parts: [],
        },
        {
          type: 'blank',
          label: '（2）',
          stem: '填________和________（各空不分先后）（4分）',
          options: [],
          optionsPerLine: 4,
          blanks: [8, 8],
          lines: 0,
          answer: '甲；乙',
          explanation: '',
          basis: '',
          parts: [],
        },
      ],
    },
  ]);
});

test('emphasis stays in what is printed and takes no room of an option', () => {
  const question = choice('a', [0], { stem: '**不**正确的', options: ['**七个字的选项啊**', '短'] });
  const [printed] = printPaper(paper(shown(question, [0, 1]))).parts[0]!.items;
  expect(printed).toMatchObject({
    stem: '**不**正确的（\u00a0\u00a0\u00a0\u00a0）',
    options: ['A. **七个字的选项啊**', 'B. 短'],
    optionsPerLine: 4,
  });
});
