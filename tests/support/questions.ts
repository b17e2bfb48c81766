import fc from 'fast-check';
import { difficulties, type CaseQuestion, type Question, type SimpleQuestion } from '@shared/model/question.ts';

/** Texts that spreadsheets and readers like to change: numbers, marks, separators, formulas, spaces, line ends. */
const nasty = [
  '1、示例',
  '（A）',
  '（√）',
  'A.甲',
  '=1+1',
  '+86',
  '-5',
  '@示例',
  '甲|乙；丙',
  '甲、乙',
  ' 示例 ',
  '示例\n第二行',
  '\t',
  '示例____（  ）',
  '【出题：示例】',
  '答案：A',
  '_x000D_',
  '\u00a0',
  '对',
  'B',
  '\\',
  '（单选）示例',
  '<b>&amp;"\'',
  '😀',
  '\r\n',
];
const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...nasty) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) });
const anyText = fc.array(piece, { minLength: 0, maxLength: 3 }).map((pieces) => pieces.join(''));
const someText = anyText.filter((text) => text.length > 0);
const line = anyText.map((text) => text.replace(/\p{Cc}/gu, ''));
const someLine = line.filter((text) => text.length > 0);

const base = {
  section: someLine,
  topic: line,
  stem: someText,
  explanation: anyText,
  basis: anyText,
  difficulty: fc.constantFrom(...difficulties),
};

const choice = fc
  .record({ ...base, options: fc.array(someText, { minLength: 2, maxLength: 12 }), shuffle: fc.boolean() })
  .chain((shared) =>
    fc
      .uniqueArray(fc.nat({ max: shared.options.length - 1 }), { minLength: 1, maxLength: shared.options.length })
      .chain((places) =>
        fc
          .constantFrom('single' as const, 'multiple' as const)
          .map((type) => ({ ...shared, type, answer: places.toSorted((one, other) => one - other) })),
      ),
  );
const judge = fc.record({ ...base, type: fc.constant('judge' as const), answer: fc.boolean() });
const blank = fc
  .record({
    ...base,
    answer: fc.array(fc.array(someText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    unordered: fc.boolean(),
  })
  .map(({ unordered, ...rest }) => ({ ...rest, type: 'blank' as const, ...(unordered ? { unordered } : {}) }));
const short = fc.record({ ...base, type: fc.constant('short' as const), answer: someText });
const simple = fc.oneof(choice, judge, blank, short);

const caseQuestion = fc
  .record({
    ...base,
    parts: fc.array(fc.tuple(simple, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 4 }),
  })
  .map(({ parts, ...shared }) => ({ ...shared, type: 'case' as const, parts }));

/** Any valid question without an id; parts of cases repeat what they have from their case. */
const anyQuestion = fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: caseQuestion });

/** Any valid questions with scores, each with an id of its own. */
export const anyBank = fc
  .array(fc.tuple(anyQuestion, fc.option(fc.integer({ min: 1, max: 50 }).map((halves) => halves / 2)), someLine), { maxLength: 6 })
  .map((items) => items.map(([question, score, id], place) => ({ question: withId(question, `${place}${id}`), score })));

type WithoutId = typeof anyQuestion extends fc.Arbitrary<infer Shape> ? Shape : never;

function withId(question: WithoutId, id: string): Question {
  if (question.type !== 'case') return { ...question, id };
  const { section, topic, basis, difficulty } = question;
  const parts = question.parts.map(([part], place): SimpleQuestion => ({
    ...part,
    section,
    topic,
    basis,
    difficulty,
    id: `${id}/${place + 1}`,
  }));
  const found: CaseQuestion = { ...question, id, parts, weights: question.parts.map(([, halves]) => halves / 2) };
  return found;
}
