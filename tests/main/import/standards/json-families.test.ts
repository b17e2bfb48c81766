import { expect, test } from 'vitest';
import { readJson } from '../../../../main/import/standards/json/read-json.ts';
import { options, problemsOf, questionsOf, whole } from './support.ts';

const read = (text: string) => readJson(text, options);

const rows: readonly (readonly [string, string])[] = [
  ['a header and rows', '[["题干","选项","答案"],["哪个大","一|二","B"]]'],
  ['under a key', '{"name":"示例","data":[["题型","题干","选项A","选项B","答案"],["单选题","哪个大","一","二","B"]]}'],
  ['pairs that say which is right', '[{"type":"单选题","stem":"哪个大","options":[["一",false],["二",true]]}]'],
  [
    'objects between commas',
    '{"title":"哪个大","optionA":"一","optionB":"二","answer":"B"},\n{"title":"哪个小","optionA":"一","optionB":"二","answer":"A"},\n',
  ],
  ['a comma before the end', '[{"question":"哪个大","options":["一","二",],"answer":"B",},]'],
  [
    'notes for whoever writes the file',
    '{"_format":{"question":"写题目","answer":"写答案"},"questions":[{"question":"哪个大","options":["一","二"],"answer":"B"}]}',
  ],
];

test.each(rows)('%s', (_name, text) => {
  const reading = whole(read(text));
  expect(questionsOf(reading)[0]).toMatchObject({ type: 'single', stem: '哪个大', options: ['一', '二'], answer: [1], section: '' });
  expect(problemsOf(reading)).toEqual([]);
});

test('stems as keys: with the answer, with the options in them, or with an object', () => {
  const text = JSON.stringify({
    '示例工作由哪个部门汇总|办公室|财务室|档案室': '档案室',
    示例工作应当留下书面记录: '对',
    示例名单每年核对____次: '两',
    示例答案只有一个字母: { type: 'single', answer: 'D' },
  });
  const reading = whole(read(text));
  expect(questionsOf(reading)).toMatchObject([
    { type: 'single', stem: '示例工作由哪个部门汇总', options: ['办公室', '财务室', '档案室'], answer: [2] },
    { type: 'judge', answer: true },
    { type: 'blank', answer: [['两']] },
  ]);
  expect(problemsOf(reading)).toEqual(['1 error options-missing']);
  expect(reading.accounted).toEqual({ source: 4, questions: 3, headings: 0, refused: 1, ignored: 0 });
});

test('other lists under long keys are none', () => {
  expect(questionsOf(read('{"一段很长的示例说明文字":{"值":1},"另一段很长的示例说明":{"值":2},"第三段很长的示例说明":{"值":3}}'))).toEqual(
    [],
  );
});

test('tables called by the key of their list', () => {
  const reading = whole(read('{"判断题":[["题目","答案"],["一比二大","B"],["二比一大","A"]]}'));
  expect(questionsOf(reading)).toMatchObject([
    { type: 'judge', answer: false },
    { type: 'judge', answer: true },
  ]);
  expect(reading.accounted).toEqual({ source: 3, questions: 2, headings: 1, refused: 0, ignored: 0 });
});
