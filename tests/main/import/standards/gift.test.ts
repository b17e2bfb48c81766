import { expect, test } from 'vitest';
import { giftBlocks } from '../../../../main/import/standards/gift/blocks.ts';
import { readGift } from '../../../../main/import/standards/gift/read-gift.ts';
import { options, problemsOf, questionsOf, whole } from './support.ts';

const read = (text: string) => readGift(text, options);

test('one question of every type', () => {
  const text = `::甲::党旗的颜色是{=红色 ~蓝色#不对 ~绿色####见示例}

选两个{~%50%甲 ~%50%乙 ~%-100%丙}

地球是圆的。{T}

中国的首都是{=北京 =北京市}。

简述要点。{####一点}`;
  expect(questionsOf(read(text))).toMatchObject([
    { type: 'single', stem: '党旗的颜色是', options: ['红色', '蓝色', '绿色'], answer: [0], explanation: '见示例\n“蓝色”：不对' },
    { type: 'multiple', options: ['甲', '乙', '丙'], answer: [0, 1] },
    { type: 'judge', stem: '地球是圆的。', answer: true },
    { type: 'blank', stem: '中国的首都是____。', answer: [['北京', '北京市']] },
    { type: 'short', answer: '一点' },
  ]);
});

test('every line is counted once, and stands where it is told', () => {
  const text =
    '// 第一组\n$CATEGORY: $course$/top/示例/要点\n\n// [id:Q-1]\n题干{\n=对\n\n// 说明\n~错\n}\n\n坏题{=甲\n\n只有说明\n\n连线{=a -> b =c -> d}\n';
  const reading = whole(read(text));
  expect(reading.questions).toMatchObject([{ row: 5, lastRow: 9 + 1, question: { id: 'Q-1', section: '示例', topic: '要点' } }]);
  expect(reading.accounted).toEqual({ source: 11, questions: 5, headings: 1, refused: 2, ignored: 3 });
  expect(problemsOf(reading)).toEqual(['12 error not-well-formed', '14 warning type-unsupported', '16 error type-unsupported']);
});

test('what Moodle accepts unescaped is accepted: colons, and = ~ # outside the braces', () => {
  expect(questionsOf(read('会议 10:30 开始，a=b~c #1{=是: 对 ~否}'))).toMatchObject([
    { stem: '会议 10:30 开始，a=b~c #1', options: ['是: 对', '否'], answer: [0] },
  ]);
});

test('~= is read as the = of the right choice', () => {
  expect(questionsOf(readGift('哪个大{~=二~一}\n\n哪个小{~二 ~=一}', options))).toMatchObject([
    { type: 'single', options: ['二', '一'], answer: [0] },
    { type: 'single', options: ['二', '一'], answer: [1] },
  ]);
});

test('questions without a blank line between them are told apart; the rest of a sentence is not a question', () => {
  expect(questionsOf(read('一{T}\n二{F}\n首都是{\n=北京\n}\n没错。')).map(({ stem }) => stem)).toEqual(['一', '二', '首都是____没错。']);
});

test('several fields in a sentence are several blanks', () => {
  expect(questionsOf(read('党在{=1921}年成立于{=上海 =沪}。'))).toMatchObject([
    { type: 'blank', stem: '党在____年成立于____。', answer: [['1921'], ['上海', '沪']] },
  ]);
});

test('HTML becomes text: paragraphs, bold words, entities, raised digits', () => {
  const text = '[html]<p>下列<b>不正确</b>的是&nbsp;10<sup>4</sup></p><p>x &lt; y</p>{=<span style\\="a\\:b">甲</span> ~乙}';
  expect(questionsOf(read(text))).toMatchObject([{ stem: '下列**不正确**的是 10⁴\nx < y', options: ['甲', '乙'] }]);
});

test('pictures are said to be left out', () => {
  expect(problemsOf(read('[html]看图<img src\\="a.png">{T}'))).toEqual(['1 warning media-left-out']);
});

test.each(['党旗是｛＝红 ～蓝｝', '党旗是{＝红 ～蓝}', '对吗｛T｝'])('full-width marks are not GIFT: %s', (text) => {
  expect(whole(read(text)).problems).toMatchObject([{ row: 1, code: 'not-well-formed', message: expect.stringContaining('全角') }]);
});

test('what is unsure is told: part credit, shares that do not add up, answers that are missing', () => {
  expect(problemsOf(read('部分{=甲 ~%50%乙 ~丙}'))).toEqual(['1 warning answer-not-understood', '1 error single-with-several']);
  expect(problemsOf(read('合计{~%50%甲 ~%20%乙 ~丙}'))).toEqual(['1 error answer-not-understood']);
  expect(problemsOf(read('没有{~甲 ~乙}'))).toEqual(['1 error answer-missing']);
  expect(problemsOf(read('简述{}'))).toEqual(['1 error answer-missing']);
  expect(problemsOf(read('数值{#3:2}'))).toEqual(['1 error type-unsupported']);
  expect(problemsOf(read('半{=甲 =%50%乙}'))).toEqual(['1 warning answer-not-understood']);
});

test('a great many lines, choices or braces are bounded', () => {
  expect(giftBlocks('题{T}\n'.repeat(150_000))).toHaveLength(150_000);
  expect(problemsOf(read(`题{${'~甲'.repeat(150_000)}}`))).toEqual(['1 error options-too-many']);
  expect(problemsOf(read('{'.repeat(3_000_000)))).toEqual(['1 error cell-too-long']);
});

test('a line of megabytes costs one refusal', () => {
  expect(problemsOf(read(`${'x'.repeat(3_000_000)}{=甲 ~乙}\n\n好{T}`))).toEqual(['1 error cell-too-long']);
});
