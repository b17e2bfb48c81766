import { expect, test } from 'vitest';
import { importSheets, problemsOf, questionsOf } from './workbook.ts';

const header = ['板块', '题型', '题干', '选项A', '选项B', '选项C', '答案', '依据', '难度', '题目编码'];
const importRows = (...rows: (string | null)[][]) => importSheets({ 题库: [header, ...rows] });

test('rows that cannot be questions are refused with their row', async () => {
  const file = await importRows(
    ['党史', '单选', '甲乙丙之外', '甲', '乙', '丙', 'E'],
    ['党史', '单选', '没有答案', '甲', '乙', '丙', null],
    ['党史', '单选', null, '甲', '乙', '丙', 'A'],
    ['党史', '单选', '没有选项', null, null, null, 'A'],
    ['党史', '单选', '看不懂', '甲', '乙', '丙', '随便'],
    ['党史', '判断', '看不懂', null, null, null, '也许'],
    ['党史', '案例分析', '阅读材料', null, null, null, null],
    ['党史', '连线题', '连一连', null, null, null, '略'],
    ['党史', '填空', '一年有____季', null, null, null, null],
  );
  expect(problemsOf(file)).toEqual([
    '题库#2 error answer-beyond-options',
    '题库#3 error answer-missing',
    '题库#4 error stem-missing',
    '题库#5 error options-missing',
    '题库#6 error answer-not-understood',
    '题库#7 error answer-not-understood',
    '题库#8 error parts-missing',
    '题库#9 error type-unknown',
    '题库#10 error answer-missing',
  ]);
  expect(file.accounted).toEqual({ source: 10, questions: 0, headings: 1, refused: 9, ignored: 0 });
  expect(file.problems[0]?.message).toBe('答案 E 中的 E 没有对应的选项。');
});

test('what is doubtful about one question', async () => {
  const file = await importRows(
    ['党史', '单选', '两个答案', '甲', '乙', '丙', 'AB'],
    ['党史', '多选', '一个答案', '甲', '乙', '丙', 'B'],
    ['党史', '单选', '相同，答案之一', '甲', '甲', '丙', 'A'],
    ['党史', '单选', '相同，都不是答案', '甲', '甲', '丙', 'C'],
    ['党史', '填空', '一年有____季，一季有____月', null, null, null, '四'],
    ['党章', '判断', '没有依据', null, null, null, '对'],
    ['党史', '判断', '难度不明', null, null, null, '对', null, '天花板'],
  );
  expect(problemsOf(file)).toEqual([
    '题库#2 error single-with-several',
    '题库#3 warning multiple-with-one',
    '题库#4 error options-identical',
    '题库#5 warning options-identical',
    '题库#6 warning blank-count',
    '题库#7 warning basis-missing',
    '题库#8 warning difficulty-unknown',
  ]);
  expect(file.accounted.questions).toBe(7);
});

test('the same question with another answer is an error, whatever the order of its options', async () => {
  const file = await importRows(
    ['党史', '单选', '哪个大？', '一', '二', '三', 'C'],
    ['党史', '单选', '哪个大', '三', '一', '二', 'A'],
    ['党史', '单选', '哪个大（  ）', '三', '一', '二', 'B'],
    ['党史', '单选', '哪个大', '四', '五', '六', 'A'],
    ['党史', '单选', '哪个大', '七', '四', '五', 'A'],
    ['党史', '判断', '一比二大', null, null, null, '错'],
    ['党史', '判断', '一比二大。', null, null, null, '对'],
  );
  expect(problemsOf(file)).toEqual([
    '题库#3 warning stem-repeated',
    '题库#4 error answer-contradicts',
    '题库#6 error answer-contradicts',
    '题库#8 error answer-contradicts',
  ]);
  expect(file.problems[1]?.message).toBe('与第 2 行题目相同，答案却不同。');
});

test('a code stands for one question only', async () => {
  const judge = (stem: string, code: string) => ['党史', '判断', stem, null, null, null, '对', null, null, code];
  expect(problemsOf(await importRows(judge('甲', 'Q1'), judge('乙', 'Q1'), judge('丙', 'Q2')))).toEqual(['题库#3 error id-repeated']);
});

test('an empty option moves the others up, and the answer goes with its option', async () => {
  const file = await importRows(['党史', '单选', '答案在后面', '甲', null, '丙', 'C']);
  expect(questionsOf(file)).toMatchObject([{ options: ['甲', '丙'], answer: [1] }]);
  expect(problemsOf(file)).toEqual(['题库#2 warning option-gap']);
});

test('labels are one line and not endless', async () => {
  const file = await importRows(
    ['党\n史', '判断', '甲', null, null, null, '对', null, null, 'Q\n1'],
    ['党史', '判断', '乙', null, null, null, '对', null, null, 'Q'.repeat(101)],
  );
  expect(questionsOf(file)).toMatchObject([{ section: '党 史', id: 'Q 1' }]);
  expect(problemsOf(file)).toEqual(['题库#3 error cell-too-long']);
});
