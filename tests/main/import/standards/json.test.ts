import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson, type JsonNode } from '../../../../main/import/standards/json/parse.ts';
import { readJson } from '../../../../main/import/standards/json/read-json.ts';
import { options, problemsOf, questionsOf, refusalOf, whole } from './support.ts';

const read = (value: unknown) => readJson(JSON.stringify(value, null, 1), options);
const brief = (value: unknown) =>
  questionsOf(read(value)).map((question) => ({
    type: question.type,
    ...('answer' in question ? { answer: question.answer } : {}),
    ...('options' in question ? { options: question.options } : {}),
  }));
const single = { type: 'single', answer: [1], options: ['甲', '乙'] };

test.each<[string, object]>([
  ['texts and a letter', { question: '题', options: ['甲', '乙'], answer: 'B' }],
  ['texts that carry letters', { 题目: '1、题', 选项: ['A. 甲', 'B. 乙'], 答案: 'B' }],
  ['an object of letters', { subject: '题', option: { A: 'A、甲', B: 'B、乙' }, answer: 'b' }],
  [
    'label and content',
    {
      title: '题',
      options: [
        { label: 'A', content: '甲' },
        { label: 'B', content: '乙' },
      ],
      answer: ['B'],
    },
  ],
  [
    'flags',
    {
      stem: '题',
      optionList: [
        { optionName: 'A', optionContent: '甲', isRight: 0 },
        { optionName: 'B', optionContent: '乙', isRight: 1 },
      ],
    },
  ],
  [
    'answers that say so',
    {
      question: '题',
      answers: [
        { text: '甲', isCorrect: false },
        { text: '乙', isCorrect: true },
      ],
    },
  ],
  ['one text', { 题干: '题', 选项: '甲|乙', 正确答案: '乙' }],
  ['columns', { 题干: '题', 选项A: '甲', 选项B: '乙', 正确答案: 'B' }],
  ['the short form', { q: '题', a: ['甲', '乙'], ans: 'B' }],
  ['the text of the option', { question: '题', choices: ['甲', '乙'], correct_answer: '乙' }],
  ['HTML', { questionContent: '<p>题</p>', options: ['<p>甲</p>', '<p>乙</p>'], answer: 'B', type: 'radio' }],
  ['a question within', { id: 7, question: { title: '题', options: ['甲', '乙'] }, answer: 'B' }],
  ['JSON in JSON', { question: '题', options: '["甲","乙"]', answer: '["B"]' }],
  ['an English kind of choice', { question: '题', type: 'multiple_choice', options: ['甲', '乙'], answer: 'B' }],
])('options as %s', (_name, question) => expect(brief([question])).toEqual([single]));

test('numbers count from where the file shows it, and are refused where it does not', () => {
  const of = (...answers: (number | number[])[]) =>
    answers.map((answer, at) => ({ question: `题${at}`, options: ['甲', '乙', '丙'], answer }));
  const answersOf = (...answers: (number | number[])[]) =>
    questionsOf(read(of(...answers))).map((question) => ('answer' in question ? question.answer : null));
  expect(answersOf(0, 2, [0, 1])).toEqual([[0], [2], [0, 1]]);
  expect(answersOf(1, 3)).toEqual([[0], [2]]);
  expect(problemsOf(read(of(1, 2)))).toEqual(['2 error answer-not-understood', '11 error answer-not-understood']);
});

test('judgements, blanks and short answers', () => {
  expect(
    brief([
      { 题干: '对吗', 题型: '判断题', 答案: true },
      { 题干: '对不对', options: ['正确', '错误'], answer: 'B' },
      { 题干: '____和____', answer: ['甲', ['乙', '丙']] },
      { 题干: '简述', type: 'essay', answer: '一点' },
    ]),
  ).toEqual([
    { type: 'judge', answer: true },
    { type: 'judge', answer: false },
    { type: 'blank', answer: [['甲'], ['乙', '丙']] },
    { type: 'short', answer: '一点' },
  ]);
});

test('lists around questions name their type and chapter; running numbers are no ids', () => {
  const value = {
    data: {
      title: '示例题库',
      list: [
        {
          name: '第一章',
          多选题: [
            { id: 1, question: '题', options: ['甲', '乙'], answer: 'AB', 解析: '解', 依据: '据', 难度: '难', 分值: 2, tags: ['点'] },
          ],
        },
      ],
    },
  };
  expect(whole(read(value)).questions).toEqual([
    {
      sheet: null,
      row: 8,
      lastRow: 23,
      score: 2,
      question: {
        id: '',
        section: '第一章',
        topic: '点',
        stem: '题',
        explanation: '解',
        basis: '据',
        difficulty: 'hard',
        type: 'multiple',
        options: ['甲', '乙'],
        answer: [0, 1],
        shuffle: true,
      },
    },
  ]);
});

test('questions on one text are a case', () => {
  const parts = [
    { question: '对吗', type: '判断题', answer: '对', score: 2 },
    { question: '为何', answer: '因为', type: '简答题', score: 3 },
  ];
  expect(questionsOf(read([{ qid: 'C', type: '案例', stem: '材料', children: parts }]))).toMatchObject([
    {
      type: 'case',
      id: 'C',
      stem: '材料',
      parts: [
        { id: 'C/1', type: 'judge', answer: true },
        { id: 'C/2', type: 'short', answer: '因为' },
      ],
      weights: [2, 3],
    },
  ]);
  expect(problemsOf(read([{ stem: '材料', children: [{ question: '无答案', type: '简答题' }] }]))).toEqual([
    '2 error parts-missing',
    '2 error answer-missing',
  ]);
});

test('one question a line, and a bad line costs one question', () => {
  const text = '{"q":"一","a":["甲","乙"],"ans":"A"}\n{"q":"二","a":["甲","乙"],"ans":"B"\n\n{"q":"三","a":["甲","乙"],"ans":"B"}\n';
  const reading = whole(readJson(text, options));
  expect(reading.questions.map(({ row, question }) => [row, question.stem])).toEqual([
    [1, '一'],
    [4, '三'],
  ]);
  expect(problemsOf(reading)).toEqual(['2 error not-well-formed']);
});

test('a file that was cut off keeps what is whole; a question without answer is not passed over', () => {
  const text = '[{"question":"一","answer":"对"},\n{"question":"二"},\n{"question":"三","answer":"错"},\n{"question":"四","ans';
  const reading = whole(readJson(text, options));
  expect(reading.questions.map(({ row }) => row)).toEqual([1, 3]);
  expect(problemsOf(reading)).toEqual(['2 error type-unknown', '4 error not-well-formed']);
});

test('bounds: depth, size, keys of the language', () => {
  expect(refusalOf(readJson('['.repeat(10_000), options))).toBe('file-unreadable JSON 嵌套超过 64 层，不予读取。');
  expect(refusalOf(readJson(`["${'x'.repeat(20_000_000)}"]`, options))).toBe('file-too-large JSON 文件超过 20 MB，请拆成几个文件。');
  expect(refusalOf(readJson('{"a": nothing}', options))).toBe('file-unreadable 第 1 行附近不是有效的 JSON。');
  expect(problemsOf(read([{ question: 'x'.repeat(40_000), answer: '对' }]))).toEqual(['2 error cell-too-long']);
  expect(questionsOf(readJson('[{"__proto__":{"answer":"错"},"constructor":1,"question":"题","answer":"对"}]', options))).toMatchObject([
    { answer: true },
  ]);
  expect('answer' in {}).toBe(false);
});

const valueOf = (node: JsonNode | null): unknown => {
  if (node?.kind === 'array') return node.items.map(valueOf);
  return node?.kind === 'object' ? Object.fromEntries([...node.entries].map(([key, inner]) => [key, valueOf(inner)])) : node?.value;
};

test('law: JSON is read as everybody reads it, with its lines', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(4), (value, indent) => {
      const text = JSON.stringify(
        value,
        (key, inner: unknown) => (['__proto__', 'constructor', 'prototype'].includes(key) ? undefined : inner),
        indent,
      );
      const { node, faultLine } = parseJson(text);
      expect(faultLine).toBeNull();
      expect(valueOf(node)).toEqual(JSON.parse(text));
      expect(node?.lastLine).toBe(text.split('\n').length);
    }),
  );
});
