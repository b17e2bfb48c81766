import { expect, test } from 'vitest';
import { readMoodle } from '../../../../main/import/standards/moodle/read-moodle.ts';
import { options, problemsOf, questionsOf, refusalOf, whole } from './support.ts';

const read = (...lines: string[]) => readMoodle(`<?xml version="1.0"?>\n<quiz>\n${lines.join('\n')}\n</quiz>\n`, options);
const text = (name: string, body: string, format = 'html') => `<${name} format="${format}"><text><![CDATA[${body}]]></text></${name}>`;
const question = (type: string, ...inner: string[]) => `<question type="${type}">${inner.join('')}</question>`;
const answer = (fraction: string, body: string) => `<answer fraction="${fraction}" format="html"><text>${body}</text></answer>`;

test('one question of every type', () => {
  const reading = read(
    '<question type="category"><category><text>$course$/top/示例/要点</text></category></question>',
    question(
      'multichoice',
      text('questiontext', '<p>党旗是<b>什么</b>颜色</p>'),
      '<single>true</single>',
      answer('100', '红'),
      answer('0', '蓝'),
    ),
    question(
      'multichoice',
      text('questiontext', '选'),
      '<single>false</single>',
      answer('50', '甲'),
      answer('50', '乙'),
      answer('-100', '丙'),
    ),
    question(
      'truefalse',
      text('questiontext', '地球是圆的'),
      answer('100', 'true'),
      answer('0', 'false'),
      text('generalfeedback', '解<br>析'),
    ),
    question('shortanswer', text('questiontext', '首都？'), answer('100', '北京'), answer('100', '北\\*京'), answer('0', '*')),
    question('cloze', text('questiontext', '党在{1:SHORTANSWER:=1921~%50%1920}年成立于{2:SA:=上海#对~=沪}')),
    question(
      'essay',
      text('questiontext', '简述'),
      text('graderinfo', '一点<br>二点'),
      '<tags><tag><text>难度：难</text></tag><tag><text>党建</text></tag></tags>',
    ),
  );
  expect(questionsOf(reading)).toMatchObject([
    { type: 'single', section: '示例', topic: '要点', stem: '党旗是**什么**颜色', options: ['红', '蓝'], answer: [0] },
    { type: 'multiple', answer: [0, 1] },
    { type: 'judge', answer: true, explanation: '解\n析' },
    { type: 'blank', answer: [['北京', '北*京']] },
    { type: 'blank', stem: '党在____年成立于____', answer: [['1921'], ['上海', '沪']], explanation: '“上海”：对' },
    { type: 'short', answer: '一点\n二点', difficulty: 'hard' },
  ]);
  expect(reading).toMatchObject({ accounted: { source: 10, questions: 6, headings: 1, refused: 0, ignored: 3 } });
  expect(problemsOf(reading)).toEqual(['8 warning answer-not-understood']);
});

test('mistakes are listed one by one and cost no other question', () => {
  const reading = read(
    question(
      'multichoice',
      text('questiontext', '比例'),
      '<single>false</single>',
      answer('33', '甲'),
      answer('33.33333', '乙'),
      answer('33.33333', '丙'),
    ),
    question('multichoice', text('questiontext', '无答案'), answer('0', '甲'), answer('0', '乙')),
    question('matching', text('questiontext', '连线')),
    question('description', text('questiontext', '说明')),
    question('truefalse', text('questiontext', '好题'), answer('0', 'true'), answer('100', 'false')),
  );
  expect(questionsOf(reading).map(({ stem }) => stem)).toEqual(['比例', '好题']);
  expect(problemsOf(reading)).toEqual([
    '3 warning answer-not-understood',
    '4 error answer-missing',
    '5 error type-unsupported',
    '6 warning type-unsupported',
  ]);
});

test('a file that was cut off keeps what is whole', () => {
  const good = question('truefalse', text('questiontext', '好题'), answer('100', 'true'), answer('0', 'false'));
  const reading = whole(readMoodle(`<quiz>\n${good}\n<question type="truefalse">\n<questiontext format="html"><text>坏`, options));
  expect(reading.questions).toMatchObject([{ row: 2, question: { stem: '好题' } }]);
  expect(problemsOf(reading)).toEqual(['3 error not-well-formed']);
  expect(reading.accounted).toEqual({ source: 4, questions: 1, headings: 0, refused: 2, ignored: 1 });
});

test('a case is a description with its weights, and the questions after it', () => {
  const head = question('description', text('questiontext', '材料'), '<tags><tag><text>案例：2，1</text></tag></tags>');
  const part = question('truefalse', text('questiontext', '对吗'), answer('100', 'true'), answer('0', 'false'));
  expect(questionsOf(read(head, part, part))).toMatchObject([
    { type: 'case', stem: '材料', parts: [{ stem: '对吗' }, { stem: '对吗' }], weights: [2, 1] },
  ]);
  expect(problemsOf(read(head, part))).toEqual(['3 error parts-missing']);
});

test.each([
  '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  '<!DOCTYPE quiz SYSTEM "http://example.com/a.dtd">',
  '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
])('declarations refuse the file: %s', (declaration) => {
  expect(refusalOf(readMoodle(`${declaration}\n<quiz><question type="essay">&x;</question></quiz>`, options))).toMatch(
    /^file-unreadable .*DOCTYPE/,
  );
});

test('a declaration quoted in a question is text', () => {
  expect(questionsOf(read(question('truefalse', text('questiontext', '&lt;!DOCTYPE html&gt;'), answer('100', 'true'))))).toMatchObject([
    { stem: '<!DOCTYPE html>' },
  ]);
});

test('a cloze question of a great many fields or answers is bounded', () => {
  const problems = (body: string) => problemsOf(read(question('cloze', text('questiontext', body))));
  expect(problems('{1:SA:='.repeat(80_000))).toEqual(['3 error cell-too-long']);
  expect(problems(`{1:SA:${'~=甲'.repeat(150_000)}}`)).toEqual([]);
});

test('20,000 levels are refused, in XML and in the HTML of a question', () => {
  const started = performance.now();
  expect(refusalOf(readMoodle(`<quiz>${'<question>'.repeat(20_000)}`, options))).toMatch(/^file-unreadable .*嵌套/);
  const deep = question('truefalse', text('questiontext', `${'<b>'.repeat(20_000)}深`), answer('100', 'true'));
  expect(questionsOf(read(deep))).toMatchObject([{ stem: '深' }]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
