import { expect, test } from 'vitest';
import { gridOf, problemsOf, questionsOf, read, readSheet } from './support.ts';

const questions = [
  ['题号', '题干', '选项A', '选项B', '选项C'],
  ['1', '哪个最大', '一', '二', '三'],
  ['2', '哪些是奇数', '一', '二', '三'],
  ['3', '一比二大', '', '', ''],
];
const expected = ['single 哪个最大 = [2]', 'multiple 哪些是奇数 = [0,2]', 'judge 一比二大 = false'];

test.each([
  [
    'a sheet 题号│答案',
    [
      ['题号', '答案'],
      ['1', 'C'],
      ['2', 'AC'],
      ['3', '×'],
    ],
  ],
  [
    'pairs of columns',
    [
      ['题号', '答案', '题号', '答案'],
      ['1', 'C', '3', '×'],
      ['2', 'AC'],
    ],
  ],
  [
    'numbers over answers',
    [
      ['题号', '1', '2', '3'],
      ['答案', 'C', 'AC', '×'],
    ],
  ],
  ['lines', [['1.C 2.AC'], ['3、×']]],
])('an answer key on a sheet of its own: %s', (_name, key) => {
  const reading = read([gridOf('试题', questions), gridOf('参考答案', key)]);
  expect(questionsOf(reading)).toEqual(expected);
  expect(problemsOf(reading)).toEqual([]);
  expect(reading.accounted.source).toBe(4 + key.length);
  expect(reading.accounted.refused + reading.accounted.ignored).toBe(0);
});

test('an answer key at the end of the sheet, of ranges and pairs', () => {
  const reading = readSheet([
    ...questions.slice(0, 2),
    ['2', '哪个最小', '一', '二', '三'],
    ['3', '一比二大'],
    [],
    ['参考答案：'],
    ['1-2 CA'],
    ['3', '错'],
  ]);
  expect(questionsOf(reading)).toEqual(['single 哪个最大 = [2]', 'single 哪个最小 = [0]', 'judge 一比二大 = false']);
  expect(reading.accounted).toEqual({ source: 7, questions: 5, headings: 2, refused: 0, ignored: 0 });
});

test('numbers that begin again are told apart by type, on sheets of their own and under headings', () => {
  const key = gridOf('答案', [['一、单选题'], ['1', 'B'], ['二、判断题'], ['1', '对']]);
  const choice = gridOf('单选题', [
    ['题号', '题目', 'A', 'B'],
    ['1', '哪个大', '一', '二'],
  ]);
  const judge = gridOf('判断题', [
    ['题号', '题目'],
    ['1', '二比一大'],
  ]);
  expect(questionsOf(read([choice, judge, key]))).toEqual(['single 哪个大 = [1]', 'judge 二比一大 = true']);
  const sheets = [choice, judge, gridOf('单选题答案', [['1', 'A']]), gridOf('判断题答案', [['1', '错']])];
  expect(questionsOf(read(sheets))).toEqual(['single 哪个大 = [0]', 'judge 二比一大 = false']);
});

test('a key that does not fit is listed and not guessed', () => {
  const twice = [
    ['题号', '题干', 'A', 'B'],
    ['1', '甲题', '一', '二'],
    ['1', '乙题', '一', '二'],
    ['2', '丙题', '一', '二'],
  ];
  const reading = read([
    gridOf('题', twice),
    gridOf('答案', [
      ['题号', '答案'],
      ['1', 'A'],
      ['2', 'B'],
      ['7', 'C'],
      ['附注', '看不懂'],
    ]),
  ]);
  expect(questionsOf(reading)).toEqual(['single 丙题 = [1]']);
  expect(problemsOf(reading)).toEqual([
    '2 error answer-key-unclear',
    '2 error answer-missing',
    '3 error answer-key-unclear',
    '3 error answer-missing',
    '2 warning answer-key-unclear',
    '4 warning answer-key-unclear',
    '5 warning answer-key-unclear',
  ]);
  expect(reading.accounted).toEqual({ source: 9, questions: 2, headings: 2, refused: 2, ignored: 3 });
});

test('an answer of its own counts before the key', () => {
  const own = gridOf('题', [
    ['题号', '题干', 'A', 'B', '答案'],
    ['1', '甲题', '一', '二', 'A'],
    ['2', '乙题', '一', '二', ''],
  ]);
  expect(
    questionsOf(
      read([
        own,
        gridOf('答案', [
          ['题号', '答案'],
          ['1', 'B'],
          ['2', 'B'],
        ]),
      ]),
    ),
  ).toEqual(['single 甲题 = [0]', 'single 乙题 = [1]']);
});
