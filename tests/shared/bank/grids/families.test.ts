import { expect, test } from 'vitest';
import { readSheets } from '@shared/bank/read-sheets.ts';
import { gridOf, problemsOf, questionsOf, readSheet, type Cells } from './support.ts';

const readAll = (sheet: string, cells: Cells) => readSheets([gridOf(sheet, cells)], { section: '', longestCell: 32_767, columns: null });

const biggest: readonly (readonly [string, Cells])[] = [
  [
    'names of programs',
    [
      ['questionAnswer', 'question_content', 'optionContent', 'questionType'],
      ['C', '哪个最大', '["一", "二", "三"]', '2'],
    ],
  ],
  [
    'titles that head anything',
    [
      ['id', 'text', 'options', 'answer', 'category'],
      ['q1', '哪个最大', '一,二,三', '三', '数'],
    ],
  ],
  [
    'traditional characters',
    [
      ['題目', '選項A', '選項B', '選項C', '正確答案', '題型'],
      ['哪个最大', '一', '二', '三', 'C', '單選題'],
    ],
  ],
  [
    'A项 … C项目',
    [
      ['题号', '题干', 'A项', 'B项', 'C项目', '答案', '类型'],
      ['1', '哪个最大', '一', '二', '三', 'C', '单选题'],
    ],
  ],
  [
    'a list as a script prints it',
    [
      ['题目', '选项', '答案'],
      ['哪个最大', "['一', '二', '三']", 'C'],
    ],
  ],
  [
    'objects as a program prints them',
    [
      ['题目', '选项', '答案'],
      ['哪个最大', '[{"content":"一"},{"content":"二"},{"content":"三"}]', 'C'],
    ],
  ],
  [
    'letters as keys',
    [
      ['题目', '选项', '答案'],
      ['哪个最大', '{"B":"二","A":"一","C":"三"}', 'C'],
    ],
  ],
  [
    'options in the cell of the stem',
    [
      ['题型', '答案', '问题'],
      ['单选题', 'C', '哪个最大\nA. 一\nB. 二\nC. 三'],
    ],
  ],
  [
    'options behind the stem in one line',
    [
      ['问题', '答案'],
      ['哪个最大（ ）A.一 B.二 C.三', 'C'],
    ],
  ],
  [
    'letters before some options only',
    [
      ['题干', 'A', 'B', 'C', '答案'],
      ['哪个最大', '一', 'B. 二', 'C. 三', 'C'],
    ],
  ],
];

test.each(biggest)('one question in many tables: %s', (_name, cells) => {
  const { questions, accounted } = readSheet(cells);
  expect(questions.map(({ question }) => question)).toMatchObject([{ type: 'single', options: ['一', '二', '三'], answer: [2] }]);
  expect(accounted).toEqual({ source: 2, questions: 1, headings: 1, refused: 0, ignored: 0 });
});

test('options in rows of their own below the stem', () => {
  const reading = readSheet([
    ['题型', '答案', '问题'],
    ['单选题', 'B', '哪个大'],
    ['', '', 'A. 一'],
    ['', '', 'B. 二'],
    ['判断题', '错', '一比二大'],
    ['', '', 'A. 不属于哪道题'],
  ]);
  expect(questionsOf(reading)).toEqual(['single 哪个大 = [1]', 'judge 一比二大 = false']);
  expect(reading.questions[0]).toMatchObject({ row: 2, lastRow: 4, question: { options: ['一', '二'] } });
  expect(reading.accounted).toEqual({ source: 6, questions: 4, headings: 1, refused: 1, ignored: 0 });
});

test('letters without options are no answer, whatever the stem looks like', () => {
  const reading = readSheet([
    ['题干', '答案'],
    ['电阻的单位是（ ）', 'D'],
    ['示例单位有（ ）', 'ABCDEFG'],
    ['一比二大', 'A'],
    ['一加一是（ ）', '1'],
    ['一比二大', '错'],
    ['一比三大', '2'],
  ]);
  expect(questionsOf(reading)).toEqual(['blank 一加一是（ ） = [["1"]]', 'judge 一比二大 = false']);
  expect(problemsOf(reading)).toEqual([
    '2 error options-missing',
    '3 error options-missing',
    '4 error options-missing',
    '7 error type-unknown',
  ]);
});

test('a type that is a code: the row shows what it is, or it is asked for', () => {
  const reading = readSheet([
    ['类型', '题目', '选项A', '选项B', '答案'],
    ['2', '哪个大', '一', '二', 'B'],
    ['1', '一比二大', '', '', '错'],
    ['1', '二比一大', '', '', '1'],
    ['4', '示例事项', '', '', '写下来'],
    ['quick', '哪个小', '一', '二', 'A'],
  ]);
  expect(questionsOf(reading)).toEqual(['single 哪个大 = [1]', 'judge 一比二大 = false', 'single 哪个小 = [0]']);
  expect(problemsOf(reading)).toEqual(['4 error type-unknown', '5 error type-unknown']);
});

test('of two columns of stems, the one that few rows use holds what several questions share', () => {
  const row = (title: string, stem: string, answer: string) => [title, stem, answer, '一', '二'];
  const reading = readSheet([
    ['title', 'stem', 'answer', 'choice_a', 'choice_b'],
    row('哪个大', '', 'B'),
    row('先选哪个', '一段示例材料', 'A'),
    row('后选哪个', '一段示例材料', 'B'),
    row('哪个小', '', 'A'),
    row('哪个居前', '', 'A'),
  ]);
  expect(questionsOf(reading)).toEqual([
    'single 哪个大 = [1]',
    'case 一段示例材料 = ["先选哪个","后选哪个"]',
    'single 哪个小 = [0]',
    'single 哪个居前 = [0]',
  ]);
});

test('a measure is no judgement, and a mark for nothing no answer', () => {
  expect(
    questionsOf(
      readSheet([
        ['题目', '选项', '正确选项', '正确答案'],
        ['示例通道两侧的距离', '', '', '0.5米'],
        ['示例工作不必记录', '', '', '错，应当记录'],
        ['哪个大', 'A. 一  B. 二', 'B', '?'],
      ]),
    ),
  ).toEqual(['short 示例通道两侧的距离 = "0.5米"', 'judge 示例工作不必记录 = false', 'single 哪个大 = [1]']);
});

test('a blank whose right word stands in a column of options', () => {
  const header = ['题干', 'A项', 'B项', 'C项', '答案', '类型'];
  expect(
    questionsOf(readSheet([header, ['____是量', '甲', '', '', 'A', '填空题'], ['____是质', '甲', '乙', '丙', 'C', '选词填空']])),
  ).toEqual(['blank ____是量 = [["甲"]]', 'single ____是质 = [2]']);
});

test('a judgement whose places of C and D are filled, and the tag of its type with the score', () => {
  const cell = 'A:错\nB:对\nC:无\nD:无';
  expect(
    questionsOf(
      readSheet([
        ['问题', '选项', '答案'],
        ['3. (判断题, 1.5分)一比二大', cell, 'A'],
      ]),
    ),
  ).toEqual(['judge 一比二大 = false']);
});

test('an ID that only counts is no code; one with letters, and 题目编码, are', () => {
  const ids = (title: string, ...codes: string[]) =>
    readSheet([[title, '题目', '答案'], ...codes.map((code) => [code, `示例${code}`, '对'])]).questions.map(({ question }) => question.id);
  expect(ids('ID', '2', '3', '7')).toEqual(['', '', '']);
  expect(ids('ID', 'q2', 'q3')).toEqual(['q2', 'q3']);
  expect(ids('题目编码', '2', '3')).toEqual(['2', '3']);
});

test('a table of questions without options below one of choices', () => {
  expect(
    questionsOf(
      readSheet([
        ['选择题'],
        ['题目', 'A', 'B', '答案', '难度'],
        ['哪个大', '一', '二', 'B', '易'],
        ['问题', '答案', '难度'],
        ['说出一个示例', '甲', '易'],
      ]),
    ),
  ).toEqual(['single 哪个大 = [1]', 'short 说出一个示例 = "甲"']);
});

test('a column that counts does not hide what the others hold', () => {
  const reading = readSheet([
    ['示例中最大的数有几个部分', '甲、乙、丙', '1'],
    ['示例工作应当留下书面记录', '对', '2'],
    ['示例名单由（ ）汇总', '办公室', '3'],
  ]);
  expect(questionsOf(reading)).toEqual([
    'short 示例中最大的数有几个部分 = "甲、乙、丙"',
    'judge 示例工作应当留下书面记录 = true',
    'blank 示例名单由（ ）汇总 = [["办公室"]]',
  ]);
});

const pasted: Cells = [
  ['', '示例工种', '答案'],
  ['', '一、单选题'],
  ['', '1、示例数中最大的是()。', 'C'],
  ['', '(A)一  (B)二  (C)三'],
  ['', '2、示例数中最小的是()。', 'A'],
  ['', '(A)一  (B)二  (C)三'],
  ['', '二、判断题'],
  ['', '1、示例工作应当留下记录。（ ）', 'F'],
];

test('a text that was pasted into a sheet is read as the text that it is', () => {
  const reading = readAll('Sheet2', pasted);
  expect(
    reading.questions.map(({ sheet, row, question }) => [sheet, row, question.type, question.type === 'case' ? [] : question.answer]),
  ).toEqual([
    ['Sheet2', 3, 'single', [2]],
    ['Sheet2', 5, 'single', [0]],
    ['Sheet2', 8, 'judge', false],
  ]);
  expect(problemsOf(reading)).toEqual(['0 warning sheet-without-header']);
  expect(reading.accounted).toEqual({ source: 8, questions: 5, headings: 3, refused: 0, ignored: 0 });
});

test('a list of something else stays aside', () => {
  const reading = readAll('名单', [
    ['示例一', '甲组'],
    ['示例二', '乙组'],
    ['示例三', '丙组'],
  ]);
  expect(questionsOf(reading)).toEqual([]);
  expect(reading.accounted).toMatchObject({ ignored: 3 });
});
