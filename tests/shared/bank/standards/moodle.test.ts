import { expect, test } from 'vitest';
import { moodleOf } from '@shared/bank/standards/moodle.ts';
import type { Question } from '@shared/model/question.ts';
import { examples } from './examples.ts';

/** The elements of one question, without the lines that all have. */
const elementsOf = (question: Question): string[] =>
  moodleOf([question])
    .split('\n')
    .filter(
      (line) =>
        line !== '' &&
        !/^<(?:\?xml|\/?quiz|\/?question>|question type="category"|name|defaultgrade)|<tags><\/tags>|<text><\/text>/.test(line),
    );

test('a single choice with all it carries', () => {
  expect(moodleOf(examples.slice(0, 1))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/示例//一</text></category></question>
<question type="multichoice">
<name><text>下列不正确的是: a=b？</text></name>
<questiontext format="html"><text><![CDATA[下列<strong>不正确</strong>的是: a=b？]]></text></questiontext>
<generalfeedback format="html"><text><![CDATA[见{第二章}<br>第三条]]></text></generalfeedback>
<idnumber>S]1</idnumber>
<single>true</single>
<shuffleanswers>true</shuffleanswers>
<answernumbering>ABCD</answernumbering>
<answer fraction="0" format="html"><text><![CDATA[甲&nbsp; 乙]]></text></answer>
<answer fraction="100" format="html"><text><![CDATA[丙~丁]]></text></answer>
<answer fraction="0" format="html"><text><![CDATA[%50]]></text></answer>
<tags><tag><text>知识点：甲</text></tag><tag><text>依据：《示例办法》第一条\\n第二款</text></tag><tag><text>难度：易</text></tag></tags>
</question>
</quiz>
`);
});

test('several blanks are one cloze question, in the places of ____', () => {
  expect(elementsOf(examples[5]!)).toEqual([
    '<question type="cloze">',
    '<questiontext format="html"><text><![CDATA[{1:SHORTANSWER:=甲~=乙}和{1:SHORTANSWER:=丙}]]></text></questiontext>',
    '<idnumber></idnumber>',
    '<tags><tag><text>填空：无序</text></tag></tags>',
  ]);
});

test('blanks that are shown in another way keep their look, and the fields follow', () => {
  const question: Question = { ...examples[5]!, type: 'blank', stem: '（  ）和（  ）{1}', answer: [['甲'], ['}']] };
  expect(elementsOf(question)[1]).toBe(
    '<questiontext format="html"><text><![CDATA[（&nbsp; ）和（&nbsp; ）&#123;1}<p class="blanks">{1:SHORTANSWER:=甲} {1:SHORTANSWER:=\\}}</p>]]></text></questiontext>',
  );
});

test('shares of a multiple choice add up to 100, and every wrong option costs all', () => {
  const options = ['甲', '乙', '丙', '丁'];
  const question: Question = { ...examples[1]!, type: 'multiple', options, answer: [0, 1, 3], shuffle: true };
  const fractions = [...moodleOf([question]).matchAll(/fraction="([^"]*)"/g)].map(([, fraction]) => fraction);
  expect(fractions).toEqual(['33.33333', '33.33333', '-100', '33.33333']);
});
