import { expect, test } from 'vitest';
import { templateHeader } from '../../../main/import/workbook/template.ts';
import { importSheets, problemsOf, questionsOf } from './workbook.ts';

/** Layouts that offices use, each with a few rows of our own. */

const row = (fields: Partial<Record<string, string | number>>): (string | number | null)[] =>
  templateHeader.map((title) => fields[title] ?? null);

test('our template, every type', async () => {
  const file = await importSheets({
    题库: [
      [...templateHeader],
      row({
        序号: 1,
        '板块*': '党史',
        '题型*': '单选题',
        '题干*': '1．线路巡视每月不少于（ B ）次。',
        选项A: 'A.零',
        选项B: 'B.一',
        选项C: 'C.两',
        '正确答案*': 'B',
        解析: '见规程',
        '难度（易/中/难）': '易',
        分值: 2,
        '选项可乱序（是/否）': '否',
        题目编码: 'Q-1',
      }),
      row({
        '板块*': '党史',
        '题型*': '多选题',
        '题干*': '下列属于工器具的有（  ）。',
        选项A: '扳手',
        选项B: '会议',
        选项C: '钳子',
        选项D: '以上都对',
        '正确答案*': 'Ａ、Ｃ',
        知识点: '工器具',
        '难度（易/中/难）': '较难',
      }),
      row({ '板块*': '党规', '题型*': '判断题', '题干*': '会议应有记录。（√）', '正确答案*': '√', '依据（文件及条款）': '某办法第三条' }),
      row({ '板块*': '党史', '题型*': '填空题', '题干*': '会议每____开一次，由____召集。', '正确答案*': '月|每月；书记' }),
      row({ '板块*': '党史', '题型*': '简答题', '题干*': '说明记录的作用。', '正确答案*': '一是备查\n二是督办' }),
    ],
  });
  const plain = { topic: '', explanation: '', basis: '', difficulty: 'medium', section: '党史', id: '' };
  expect(questionsOf(file)).toEqual([
    {
      ...plain,
      id: 'Q-1',
      type: 'single',
      stem: '线路巡视每月不少于（  ）次。',
      options: ['零', '一', '两'],
      answer: [1],
      explanation: '见规程',
      difficulty: 'easy',
      shuffle: false,
    },
    {
      ...plain,
      type: 'multiple',
      stem: '下列属于工器具的有（  ）。',
      options: ['扳手', '会议', '钳子', '以上都对'],
      answer: [0, 2],
      topic: '工器具',
      difficulty: 'hard',
      shuffle: false,
    },
    { ...plain, section: '党规', type: 'judge', stem: '会议应有记录。', answer: true, basis: '某办法第三条' },
    { ...plain, type: 'blank', stem: '会议每____开一次，由____召集。', answer: [['月', '每月'], ['书记']] },
    { ...plain, type: 'short', stem: '说明记录的作用。', answer: '一是备查\n二是督办' },
  ]);
  expect(file.questions.map(({ sheet, row: number, score }) => [sheet, number, score])).toEqual([
    ['题库', 2, 2],
    ['题库', 3, null],
    ['题库', 4, null],
    ['题库', 5, null],
    ['题库', 6, null],
  ]);
  expect(file.problems).toEqual([]);
  expect(file.accounted).toEqual({ source: 6, questions: 5, headings: 1, refused: 0, ignored: 0 });
});

test('headings with line breaks, spaces and （必填）', async () => {
  const file = await importSheets({
    '题库（答案请直接导入）': [
      [
        '题干（必填）',
        '题型 （必填）',
        '选项 A',
        '选项 B',
        '选项C\n(勿删)',
        '正确答案\n（必填）',
        '解析\n（勿删）',
        '章节\n（勿删）',
        '难度',
      ],
      ['会议由谁主持？', '单选题', '书记', '委员', null, 'A', '见制度', '第一章', '适中'],
    ],
  });
  expect(questionsOf(file)).toMatchObject([
    { type: 'single', options: ['书记', '委员'], answer: [0], explanation: '见制度', section: '第一章', difficulty: 'medium' },
  ]);
});

test('title rows above the header; answers and options in numbered columns', async () => {
  const file = await importSheets({
    Sheet1: [
      ['标题', '季度练习'],
      ['描述', '内部使用'],
      ['用时', 60],
      ['题干', '题型', '选择项1', '选择项2', '选择项3', '解析', '答案1', '答案2', '得分1', '得分2'],
      ['下列属于偶数的有', '多选', '一', '二', '四', '', 'B', 'C', 1, 1],
      ['一年有____季，一季有____月。', '填空', '', '', '', '', '四', '三'],
    ],
  });
  expect(questionsOf(file)).toMatchObject([
    { type: 'multiple', answer: [1, 2] },
    { type: 'blank', answer: [['四'], ['三']] },
  ]);
  expect(file.accounted).toEqual({ source: 6, questions: 2, headings: 4, refused: 0, ignored: 0 });
});

test('options in one cell, joined in the ways that offices join them', async () => {
  const joined = ['甲$;$乙$;$丙', 'A. 甲,B. 乙,C. 丙', 'A-甲|B-乙|C-丙', 'A、甲\nB、乙\nC、丙', '甲|乙|丙', 'A.甲 B.乙 C.丙', '甲；乙；丙'];
  const file = await importSheets({
    题: [
      ['题型', '题干', '选项', '答案'],
      ...joined.map((options, n) => ['单选题', `第二个是哪一个（${'  '.repeat(n + 1)}）${n}`, options, 'C. 丙']),
    ],
  });
  expect(questionsOf(file).map((question) => 'options' in question && [question.options, question.answer])).toEqual(
    joined.map(() => [['甲', '乙', '丙'], [2]]),
  );
});

test('a form with outlines, backslashes for empty cells, and answers by marked letters', async () => {
  const file = await importSheets({
    Sheet1: [
      [
        '序号',
        '一级纲要',
        '二级纲要',
        '题目分类',
        '题型',
        '题干',
        '选项',
        '答案',
        '题目依据',
        '试题分数',
        '试题编码',
        '备注',
        '说明',
        '判断题解析',
      ],
      [
        1,
        '安全',
        '检修',
        '\\',
        '多选题',
        '检修前应先（  ）',
        'A-停电|B-验电|C-聊天',
        'A. 停电,B. 验电',
        '某规程第二条',
        2,
        'FK-1',
        '\\',
        '\\',
        '\\',
      ],
      [2, '安全', '检修', '\\', '判断题', '检修可不验电。', '\\', '错误', '\\', 1, 'FK-2', '\\', '\\', '必须验电'],
    ],
  });
  expect(questionsOf(file)).toEqual([
    {
      id: 'FK-1',
      section: '安全',
      topic: '检修',
      stem: '检修前应先（  ）',
      explanation: '',
      basis: '某规程第二条',
      difficulty: 'medium',
      type: 'multiple',
      options: ['停电', '验电', '聊天'],
      answer: [0, 1],
      shuffle: true,
    },
    {
      id: 'FK-2',
      section: '安全',
      topic: '检修',
      stem: '检修可不验电。',
      explanation: '必须验电',
      basis: '',
      difficulty: 'medium',
      type: 'judge',
      answer: false,
    },
  ]);
});

test('the section of the caller serves rows that name none; their chapter becomes the topic', async () => {
  const sheets = {
    Sheet1: [
      ['专业', '题型', '题目', '选项', '正确答案'],
      ['配电', '单选', '配电电压是', 'A. 低,B. 高', 'A'],
    ],
  };
  expect(questionsOf(await importSheets(sheets, '安全'))).toMatchObject([{ section: '安全', topic: '配电' }]);
  expect(questionsOf(await importSheets(sheets))).toMatchObject([{ section: '配电', topic: '' }]);
});

test('one sheet per type, each with its own header', async () => {
  const file = await importSheets({
    '一、单选题': [
      ['题目（必填）：', '考核点：', '难度：', '正确答案（必填）', '选项A（必填）', '选项B（必填）', '选项C'],
      ['哪个大', '比较', '易', 'B', '一', '二', ''],
    ],
    多选题: [
      ['题目', '选项A', '选项B', '选项C', '正确选项'],
      ['哪些是奇数', '一', '二', '三', 'A,C'],
    ],
    判断题: [
      ['题目', '正确答案：'],
      ['一比二大', 'B'],
      ['二比一大', '对'],
    ],
    填空题: [
      ['题目', '填空顺序', '答案A', '答案B', '答案C'],
      ['最小的两个自然数是_(1)_和_(2)_。', '无序', '零', '一', null],
    ],
    问答题: [
      ['题目', '难度', '答案：', '关键词：'],
      ['为什么？', '难', '答：因为。', null],
    ],
  });
  expect(questionsOf(file).map((question) => [question.type, 'answer' in question ? question.answer : null])).toEqual([
    ['single', [1]],
    ['multiple', [0, 2]],
    ['judge', false],
    ['judge', true],
    ['blank', [['零'], ['一']]],
    ['short', '因为。'],
  ]);
  expect(questionsOf(file)[4]).toMatchObject({ unordered: true });
  expect(problemsOf(file)).toEqual([]);
});

test('heading rows inside a sheet give the type to the rows below', async () => {
  const file = await importSheets({
    题库: [
      ['题干', '选项A', '选项B', '选项C', '答案'],
      ['一、单项选择题（共1题，每题2分）'],
      ['作出战略判断的是谁', '甲', '乙', '丙', 'C'],
      ['二、多项选择题'],
      ['作出多选判断的有谁', '甲', '乙', '丙', 'C'],
      ['题干', '选项A', '选项B', '选项C', '答案'],
    ],
  });
  expect(questionsOf(file).map(({ type }) => type)).toEqual(['single', 'multiple']);
  expect(file.accounted).toEqual({ source: 6, questions: 2, headings: 4, refused: 0, ignored: 0 });
});

test('a blank type is inferred', async () => {
  const file = await importSheets({
    Sheet1: [
      ['题干', '选项A', '选项B', '选项C', '答案'],
      ['二选一', '正确', '错误', null, 'B'],
      ['一个字母', '甲', '乙', '丙', 'B'],
      ['几个字母', '甲', '乙', '丙', 'AC'],
      ['一年有（  ）季', null, null, null, '四'],
      ['一年有四季', null, null, null, '√'],
      ['说说四季', null, null, null, '春夏秋冬各有特点'],
      ['（多选）只写了一个字母', '甲', '乙', null, 'A'],
    ],
  });
  expect(questionsOf(file).map(({ type }) => type)).toEqual(['judge', 'single', 'multiple', 'blank', 'judge', 'short', 'multiple']);
});

test('option and flag pairs', async () => {
  const file = await importSheets({
    Sheet1: [
      ['题干', 'option1', 'isCorrect1', 'option2', 'isCorrect2', 'option3', 'isCorrect3'],
      ['哪些对', '甲', 1, '乙', 0, '丙', 1],
    ],
  });
  expect(questionsOf(file)).toMatchObject([{ type: 'multiple', options: ['甲', '乙', '丙'], answer: [0, 2] }]);
});

test('cells that a spreadsheet does not keep as text', async () => {
  const file = await importSheets({
    Sheet1: [
      ['题干', '题型', '选项A', '选项B', '选项C', '答案'],
      ['规程何时施行', '单选', new Date(Date.UTC(2024, 0, 31)), new Date(Date.UTC(2025, 10, 2)), '未定', 'A'],
      ['多大', '单选', 0.5, 1, 10, 'B'],
      ['二比一大', '判断', null, null, null, true],
    ],
  });
  expect(questionsOf(file)).toMatchObject([
    { options: ['2024-01-31', '2025-11-02', '未定'] },
    { options: ['0.5', '1', '10'] },
    { answer: true },
  ]);
});

test('sheets without questions are left aside, and only the notes of a template without a word', async () => {
  const file = await importSheets({
    填写说明: [['一行一题'], ['不要改表头']],
    字典: [['单选题'], ['多选题']],
    名单: [
      ['张三', '一支部', '男'],
      ['李四', '二支部', '女'],
    ],
    题库: [
      ['题干', '答案'],
      ['一比二大', '错'],
      [null, null],
    ],
  });
  expect(problemsOf(file)).toEqual(['名单#0 warning sheet-without-header']);
  expect(file.accounted).toEqual({ source: 8, questions: 1, headings: 1, refused: 0, ignored: 6 });
});

test('form rows that only carry a number wait to be filled in', async () => {
  const file = await importSheets({ 题库: [['序号', '题型', '题干', '答案'], [1, '判断', '一比二大', '×'], [2, '判断', null, null], [3]] });
  expect(file.accounted).toEqual({ source: 4, questions: 1, headings: 1, refused: 0, ignored: 2 });
  expect(file.problems).toEqual([]);
});
