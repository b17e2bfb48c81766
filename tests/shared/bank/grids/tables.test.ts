import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsFrom, columnsOf, headerKey, mappingOf } from '@shared/bank/columns.ts';
import { headersOf } from '@shared/bank/read-grids.ts';
import type { MappedColumn } from '@shared/model/bank.ts';
import { gridOf, merged, problemsOf, questionsOf, read, readSheet } from './support.ts';

test('a header in two lines: the options stand under one title, merged or not', () => {
  const cells = [
    ['示例题库'],
    ['序号', '题型', '题干', '选项', '', '', '正确答案'],
    ['', '', '', 'A', 'B', 'C', ''],
    ['1', '单选题', '哪个最大', '一', '二', '三', 'C'],
    ['序号', '题型', '题干', '选项', '', '', '正确答案'],
    ['', '', '', 'A', 'B', 'C', ''],
    ['2', '单选题', '哪个最小', '一', '二', '三', 'A'],
  ];
  for (const merges of [[], [merged(2, 2, 3, 5), merged(2, 3, 0, 0), merged(2, 3, 1, 1), merged(2, 3, 2, 2), merged(2, 3, 6, 6)]]) {
    const reading = readSheet(cells, merges);
    expect(questionsOf(reading)).toEqual(['single 哪个最大 = [2]', 'single 哪个最小 = [0]']);
    expect(reading.accounted).toEqual({ source: 7, questions: 2, headings: 5, refused: 0, ignored: 0 });
  }
});

test('tables of different columns below each other', () => {
  const reading = readSheet([
    ['一、单项选择题'],
    ['题号', '题目', 'A', 'B', '答案'],
    ['1', '哪个大', '一', '二', 'B'],
    ['二、判断题'],
    ['题号', '题目', '答案'],
    ['1', '一比二大', '×'],
  ]);
  expect(questionsOf(reading)).toEqual(['single 哪个大 = [1]', 'judge 一比二大 = false']);
});

test('a header without an answer column: the answers stand in the brackets of the stems', () => {
  expect(
    questionsOf(
      readSheet([
        ['序号', '题目'],
        ['1', '会议应有记录（√）'],
        ['2', '会议可不记录（×）'],
      ]),
    ),
  ).toEqual(['judge 会议应有记录 = true', 'judge 会议可不记录 = false']);
  expect(
    questionsOf(
      readSheet([
        ['题干', '选项A', '选项B'],
        ['哪个大（ B ）', '一', '二'],
      ]),
    ),
  ).toEqual(['single 哪个大（  ） = [1]']);
});

const headerless: readonly (readonly [string, string[][]])[] = [
  [
    '题型│题干│选项│答案',
    [
      ['单选题', '三个数里哪个最大', '一$;$二$;$三', 'C'],
      ['判断题', '一比二要大得多', '', '错误'],
    ],
  ],
  [
    'far to the right, below rows that say nothing',
    [
      ['导出', '', '', '', '', '', '', '', ''],
      ['', '', '', '', '', '单选题', '三个数里哪个最大', '一$;$二$;$三', 'C'],
      ['', '', '', '', '', '判断题', '一比二要大得多', '', '错误'],
    ],
  ],
  [
    '题干│A│B│C│答案',
    [
      ['三个数里哪个最大', '一', '二', '三', 'C'],
      ['三个数里哪个最小', '一', '二', '三', 'A'],
      ['三个数里哪个居中', '一', '二', '三', 'B'],
    ],
  ],
];

test.each(headerless)('a sheet without a header: %s', (_name, cells) => {
  const reading = readSheet(cells);
  expect(questionsOf(reading)[0]).toBe('single 三个数里哪个最大 = [2]');
  expect(reading.accounted).toMatchObject({
    source: cells.length,
    questions: cells.filter((row) => row.length > 1 && row[0] !== '导出').length,
  });
  expect(problemsOf(reading)).toEqual(['0 warning sheet-without-header']);
});

test('what is merged downwards holds for all its rows, and a first column names its groups', () => {
  const header = ['板块', '题型', '题干', '答案', '章节'];
  const cells = [
    header,
    ['党史', '判断题', '甲', '对', '第一章'],
    ['', '', '乙', '错', ''],
    ['', '', '丙', '对', ''],
    ['党规', '判断题', '丁', '错', '第二章'],
    ['', '', '戊', '错', ''],
  ];
  const labels = (merges: Parameters<typeof readSheet>[1]) =>
    readSheet(cells, merges).questions.map(({ question }) => [question.section, question.topic]);
  expect(labels([])).toEqual([
    ['党史', '第一章'],
    ['党史', ''],
    ['党史', ''],
    ['党规', '第二章'],
    ['党规', ''],
  ]);
  expect(labels([merged(2, 4, 4, 4)])).toEqual([
    ['党史', '第一章'],
    ['党史', '第一章'],
    ['党史', '第一章'],
    ['党规', '第二章'],
    ['党规', ''],
  ]);
});

test('titles of chapters hold for the rows below them: by their words, or across the table', () => {
  const cells = [['题干', '答案', '备注'], ['第一章 示例'], ['甲', '对'], ['示例制度'], ['乙', '错'], ['没有合并的一句话']];
  const reading = readSheet(cells, [merged(4, 4, 0, 2)]);
  expect(reading.questions.map(({ question }) => [question.stem, question.section])).toEqual([
    ['甲', '第一章 示例'],
    ['乙', '示例制度'],
  ]);
  expect(problemsOf(reading)).toEqual(['6 error type-unknown']);
});

test('a type with its scoring behind it', () => {
  const rows = [
    ['单选题（多选不得分）', '哪个大', '一', '二', 'B'],
    ['判断题（每题1分，错选单选均不得分）', '一比二大', '', '', '错'],
  ];
  expect(questionsOf(readSheet([['题型', '题干', '选项A', '选项B', '答案'], ...rows]))).toEqual([
    'single 哪个大 = [1]',
    'judge 一比二大 = false',
  ]);
});

test('texts that belong to no question are listed; forms not filled in are not', () => {
  const reading = readSheet([
    ['序号', '题干', '答案', '解析'],
    ['1', '一比二大', '错', ''],
    ['2', '', '', ''],
    ['', '', '', '只有解析'],
    ['', '', '', '', '制表人：示例'],
  ]);
  expect(problemsOf(reading)).toEqual(['4 error stem-missing', '5 warning row-ignored']);
  expect(reading.accounted).toEqual({ source: 5, questions: 1, headings: 1, refused: 1, ignored: 2 });
});

test('a formula without a value refuses its row, unless it only counts the rows', () => {
  const row = { row: 2, cells: ['', '一比二大', ''] };
  const grid = (unvalued: number[]) => ({
    sheet: null,
    rows: [
      { row: 1, cells: ['序号', '题干', '答案'] },
      { ...row, unvalued },
      { row: 3, cells: ['1', '二比一大', '对'], unvalued: [0] },
    ],
  });
  const reading = read([grid([2])]);
  expect(problemsOf(reading)).toEqual(['2 error formula-without-value']);
  expect(reading.refusals).toMatchObject([{ row: 2, draft: { stem: '一比二大' } }]);
  expect(questionsOf(reading)).toEqual(['judge 二比一大 = true']);
});

const header = ['代号', '内容描述', '甲', '乙', '结果'];
const mapping: readonly MappedColumn[] = ['id', 'stem', 'option:0', 'option:1', 'answer'];

test('columns as a person named them hold for the sheet, for others with its header, and for those without one', () => {
  const rows = [header, ['X1', '哪个大', '一', '二', 'B']];
  const other = gridOf('判断', [
    ['题干', '答案'],
    ['一比二大', '错'],
  ]);
  const reading = read([gridOf('一', rows), gridOf('二', rows), other], mapping);
  expect(questionsOf(reading)).toEqual(['single 哪个大 = [1]', 'single 哪个大 = [1]', 'judge 一比二大 = false']);
  expect(questionsOf(read([gridOf('一', rows)]))).toEqual([]);
});

test('headers as they were found, and as they are meant', () => {
  const grids = [
    gridOf('题', [['示例'], ['序号', '题干', '答案', '备注'], ['1', '甲', '对']]),
    gridOf('说明', [['题干', '答案']]),
    gridOf('其他', [['名单']]),
  ];
  const titles = ['序号', '题干', '答案', '备注'];
  expect(headersOf(grids, null)).toEqual([{ sheet: '题', row: 2, titles, columns: ['number', 'stem', 'answer', ''] }]);
  const named: readonly MappedColumn[] = ['', 'stem', 'answer', 'explanation'];
  expect(headersOf(grids.slice(0, 1), named)).toEqual([{ sheet: '题', row: 2, titles, columns: named }]);
  expect(headerKey(['题干（必填）', ' 选项 A', ''])).toBe('题干|选项a');
});

test('law: columns come back from their mapping', () => {
  const titles = [
    '题干',
    '题型',
    '选项A',
    '选项B',
    '答案',
    '答案1',
    '答案2',
    'isCorrect1',
    '章节',
    '知识点一级',
    '知识点二级',
    '解析',
    '备注',
    '',
    '难度',
    '父题标识',
  ];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...titles)), (some) => {
      const columns = columnsOf(['题目', ...some, '类型']);
      if (!columns) throw new Error('the header is not understood');
      const mapped = mappingOf(columns, some.length + 2);
      expect(mappingOf(columnsFrom(mapped), some.length + 2)).toEqual(mapped);
    }),
  );
});
