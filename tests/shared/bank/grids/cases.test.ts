import { expect, test } from 'vitest';
import { merged, problemsOf, questionsOf, readSheet } from './support.ts';

const platform = [
  '题目标识',
  '父题标识',
  '子题分值',
  '子题顺序',
  '题型',
  '标题',
  '题干',
  '选项A',
  '选项B',
  '正确答案',
  '解析',
  '知识点',
  '难度',
  '分值',
];

test('rows joined by the code of their parent become one case with its parts in order and their weights', () => {
  const reading = readSheet([
    platform,
    ['C1', '', '', '', '案例题', '', '示例材料：某站停电。', '', '', '', '总解析', '示例', '难', '5'],
    ['P2', 'C1', '3', '2', '判断题', '', '应当先验电。', '', '', '对', '', '', '', ''],
    ['S9', '', '', '', '单选题', '', '另一题', '甲', '乙', 'A', '', '', '', '1'],
    ['P1', 'C1', '2', '1', '单选题', '', '停电属于哪一类', '甲', '乙', 'B', '看规程', '', '易', ''],
  ]);
  const shared = { section: '', topic: '示例', basis: '', difficulty: 'hard' };
  expect(reading.questions).toEqual([
    {
      sheet: '题库',
      row: 2,
      lastRow: 5,
      score: 5,
      question: {
        ...shared,
        id: 'C1',
        type: 'case',
        stem: '示例材料：某站停电。',
        explanation: '总解析',
        parts: [
          {
            ...shared,
            id: 'C1/1',
            type: 'single',
            stem: '停电属于哪一类',
            options: ['甲', '乙'],
            answer: [1],
            shuffle: true,
            explanation: '看规程',
          },
          { ...shared, id: 'C1/2', type: 'judge', stem: '应当先验电。', answer: true, explanation: '' },
        ],
        weights: [2, 3],
      },
    },
    expect.objectContaining({ row: 4, lastRow: 4, score: 1 }),
  ]);
  expect(reading.accounted).toEqual({ source: 5, questions: 4, headings: 1, refused: 0, ignored: 0 });
});

test('a part whose case is not there, or is a part itself, is refused with its draft', () => {
  const reading = readSheet([
    platform,
    ['C1', '', '', '', '案例题', '', '材料', '', '', '', '', '', '', ''],
    ['P1', 'C1', '', '', '判断题', '', '小题', '', '', '对', '', '', '', ''],
    ['P2', 'P1', '', '', '判断题', '', '小题的小题', '', '', '对', '', '', '', ''],
    ['P3', 'C7', '', '', '单选题', '', '无主的小题', '甲', '乙', 'A', '', '', '', ''],
  ]);
  expect(questionsOf(reading)).toEqual(['case 材料 = ["小题"]']);
  expect(problemsOf(reading)).toEqual(['4 error parent-missing', '5 error parent-missing']);
  expect(reading.refusals[1]).toEqual({
    sheet: '题库',
    row: 5,
    lastRow: 5,
    draft: { type: 'single', stem: '无主的小题', options: ['甲', '乙'], answer: 'A', explanation: '', basis: '', section: '', topic: '' },
  });
});

test('one part that cannot be read refuses the whole case, and nothing of it is lost', () => {
  const reading = readSheet([
    platform,
    ['C1', '', '', '', '案例题', '', '材料', '', '', '', '', '', '', ''],
    ['P1', 'C1', '', '1', '判断题', '', '好的小题', '', '', '对', '', '', '', ''],
    ['P2', 'C1', '', '2', '单选题', '', '坏的小题', '甲', '乙', 'E', '', '', '', ''],
  ]);
  expect(reading.questions).toEqual([]);
  expect(problemsOf(reading)).toEqual(['2 error answer-beyond-options', '4 error answer-beyond-options']);
  expect(reading.refusals).toEqual([
    expect.objectContaining({
      row: 2,
      lastRow: 4,
      draft: expect.objectContaining({ type: 'case', stem: '材料', answer: '好的小题\n对\n\n坏的小题\n甲\n乙\nE' }),
    }),
  ]);
  expect(reading.accounted).toMatchObject({ questions: 0, refused: 3 });
});

const simple = ['序号', '题型', '题干', '选项A', '选项B', '答案'];

test.each([
  ['案例 in their type', '2', '案例分析（单选）', '甲还是乙', '3', '案例分析（判断）', '对不对'],
  ['no type', '2', '', '甲还是乙', '3', '', '对不对'],
  ['no number', '', '单选题', '甲还是乙', '', '判断题', '对不对'],
  ['a number below that of the case', '1-1', '单选题', '甲还是乙', '1-2', '判断题', '对不对'],
  ['a number in brackets before the stem', '2', '单选题', '（1）甲还是乙', '3', '判断题', '（2）对不对'],
])('rows below a case are its parts by %s', (_name, n1, type1, stem1, n2, type2, stem2) => {
  const reading = readSheet([
    simple,
    ['1', '案例题', '一段材料', '', '', ''],
    [n1, type1, stem1, '甲', '乙', 'A'],
    [n2, type2, stem2, '', '', '错'],
    ['9', '单选题', '不属于它', '甲', '乙', 'B'],
  ]);
  expect(questionsOf(reading)).toEqual(['case 一段材料 = ["甲还是乙","对不对"]', 'single 不属于它 = [1]']);
  expect(reading.accounted).toEqual({ source: 5, questions: 4, headings: 1, refused: 0, ignored: 0 });
});

test('rows that could as well stand alone are not drawn into a case: its text is listed', () => {
  const reading = readSheet([simple, ['1', '案例题', '一段材料', '', '', ''], ['2', '单选题', '独立的题', '甲', '乙', 'A']]);
  expect(questionsOf(reading)).toEqual(['single 独立的题 = [0]']);
  expect(problemsOf(reading)).toEqual(['2 error parts-missing']);
});

test('a case in one row is read as what its answer shows, and it is said', () => {
  const reading = readSheet([
    simple,
    ['1', '案例分析题', '材料和问题', '', '', '一是停电\n二是验电'],
    ['2', '材料题', '材料，选哪个', '甲', '乙', 'B'],
  ]);
  expect(questionsOf(reading)).toEqual(['short 材料和问题 = "一是停电\\n二是验电"', 'single 材料，选哪个 = [1]']);
  expect(problemsOf(reading)).toEqual(['2 warning case-without-parts', '3 warning case-without-parts']);
});

test('a column of materials joins the rows that share one, merged or repeated', () => {
  const cells = [
    ['材料', '题型', '题干', '选项A', '选项B', '答案', '分值'],
    ['共同的材料', '单选题', '甲一', '甲', '乙', 'A', '2'],
    ['', '判断题', '甲二', '', '', '错', '3'],
    ['另一段材料', '判断题', '乙一', '', '', '对', '1'],
    ['另一段材料', '判断题', '乙二', '', '', '对', ''],
    ['', '判断题', '自己的题', '', '', '对', '1'],
  ];
  const reading = readSheet(cells, [merged(2, 3, 0, 0)]);
  expect(questionsOf(reading)).toEqual(['case 共同的材料 = ["甲一","甲二"]', 'case 另一段材料 = ["乙一","乙二"]', 'judge 自己的题 = true']);
  expect(reading.questions.map(({ row, lastRow, score }) => [row, lastRow, score])).toEqual([
    [2, 3, 5],
    [4, 5, null],
    [6, 6, 1],
  ]);
});

test('a case with more parts than a package carries is refused', () => {
  const parts = Array.from({ length: 21 }, (_, n) => [`1-${n + 1}`, '判断题', `小题${n}`, '', '', '对']);
  const reading = readSheet([simple, ['1', '案例题', '材料', '', '', ''], ...parts]);
  expect(problemsOf(reading)).toEqual(['2 error parts-too-many']);
  expect(reading.accounted).toMatchObject({ questions: 0, refused: 22 });
});

test('what is doubtful about a part is said of the case, with the number of the part', () => {
  const reading = readSheet([
    simple,
    ['1', '案例题', '材料', '', '', ''],
    ['1-1', '判断题', '甲', '', '', '对'],
    ['1-2', '单选题', '乙', '甲', '乙', 'AB'],
  ]);
  expect(reading.problems).toEqual([
    { sheet: '题库', row: 2, severity: 'error', code: 'single-with-several', message: '第 2 小题：单选题有多个答案 AB。' },
  ]);
});
