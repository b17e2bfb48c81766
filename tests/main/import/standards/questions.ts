import fc from 'fast-check';
import type { BlankQuestion, CaseQuestion, Question, SimpleQuestion } from '@shared/model/question.ts';

/** Pieces that hurt: what GIFT, XML, cloze and HTML read as their own, and marks of our stems. */
const nasty =
  String.raw`~ = # { } : :: \ \n %50% -> // #### $CATEGORY:x [html] [id:1] * ** **重点** \* <b> </text> &amp; &#123; &nbsp; ]]> <![CDATA[
 {1:SHORTANSWER:=x} _ ____ （） " ' 党 电网 甲 A. 1. 😀 ， ｛＝～｝ 𠀀 TRUE 答案：A class="blanks" / | ； \" \}`
    .split(/\s+/)
    .concat('\n', '\n\n', '  ', '<p class="blanks">', '\ufdd3', '（  ）', ' ~甲');

/** What formats do not carry is taken out first: spaces at the ends of lines, nothing but spaces, characters that are no text. */
const carried = (text: string): string =>
  text
    .replace(/[\ufdd0-\ufdef]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 })
  .map((pieces) => carried(pieces.join('').replace(/\p{Cc}(?<!\n)|[\u00a0\u2028\u2029\ufeff]/gu, '')));
const filled = (maxLength: number) => text.map((body) => carried(Array.from(`${body}文`).slice(-maxLength).join('')) || '文');
const label = fc.stringMatching(/^[甲乙丙A-C0-9&<"/ $.]{0,12}$/).map((body) => body.replaceAll(/\s+/g, ' ').trim());
const name = label.filter((body) => !/^(?:top|\$\w+\$)?$/.test(body) && !/^\/|\/$|\/\//.test(body));

const base = fc.record({
  id: fc.stringMatching(/^[\w\-\]\\[:]{0,12}$/),
  section: name,
  topic: label,
  stem: filled(200),
  explanation: text,
  basis: text,
  difficulty: fc.constantFrom('easy', 'medium', 'hard'),
});

const options = fc.array(filled(40), { minLength: 2, maxLength: 12 });
const places = (count: number, atLeast: number) =>
  fc.uniqueArray(fc.nat(count - 1), { minLength: atLeast, maxLength: count }).map((found) => found.toSorted((one, other) => one - other));

const single = fc
  .tuple(base, options, fc.boolean())
  .chain(([own, texts, shuffle]) =>
    fc.nat(texts.length - 1).map((right): SimpleQuestion => ({ ...own, type: 'single', options: texts, answer: [right], shuffle })),
  );
const multiple = fc
  .tuple(base, options, fc.boolean())
  .chain(([own, texts, shuffle]) =>
    places(texts.length, 1).map((answer): SimpleQuestion => ({ ...own, type: 'multiple', options: texts, answer, shuffle })),
  );
const judge = fc.tuple(base, fc.boolean()).map(([own, answer]): SimpleQuestion => ({ ...own, type: 'judge', answer }));
const blank = fc
  .tuple(base, fc.array(fc.array(filled(20), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([own, answer, unordered]): BlankQuestion => ({ ...own, type: 'blank', answer, ...(unordered ? { unordered: true } : {}) }));
const short = fc.tuple(base, filled(100)).map(([own, answer]): SimpleQuestion => ({ ...own, type: 'short', answer }));

const simple = fc.oneof(single, multiple, judge, blank, short);
const ofCase = fc
  .tuple(base, fc.array(fc.tuple(simple, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 3 }))
  .map(([own, parts]): CaseQuestion => ({
    ...own,
    type: 'case',
    parts: parts.map(([part], place) => ({
      ...part,
      section: own.section,
      topic: own.topic,
      basis: own.basis,
      difficulty: own.difficulty,
      id: own.id && `${own.id}/${place + 1}`,
    })),
    weights: parts.map(([, weight]) => weight),
  }));

/** Questions of every type with texts that try the formats. */
export const anyQuestions = fc.array(fc.oneof({ arbitrary: simple, weight: 4 }, { arbitrary: ofCase, weight: 1 }), {
  minLength: 1,
  maxLength: 4,
}) as fc.Arbitrary<Question[]>;
