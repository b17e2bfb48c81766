import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAttempt, gradeItem } from '@shared/exam/grade.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import { scoringRules } from '@shared/model/policy.ts';
import type { Answer, SimpleAnswer, SimpleQuestion } from '@shared/model/question.ts';
import { naiveGrade } from './naive-grader.ts';
import { blank, caseOf, choice, judge, paper, short } from './questions.ts';

const words = ['甲', '乙', '丙', '丁'] as const;
const alternatives = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 });
const someOptions = fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 4 }).map((all) => all.toSorted());

const simple: fc.Arbitrary<SimpleQuestion> = fc.oneof(
  someOptions.map((answer) => choice('q', answer)),
  fc.boolean().map((value) => judge('q', value)),
  fc.array(alternatives, { minLength: 1, maxLength: 10 }).map((answer) => blank('q', answer)),
  fc.array(alternatives, { minLength: 1, maxLength: 4 }).map((answer) => ({ ...blank('q', answer), unordered: true as const })),
  fc.constant(short('q')),
);

/** Mostly of the kind that is asked for. */
const answerTo = (question: SimpleQuestion): fc.Arbitrary<SimpleAnswer | null> => {
  const options = fc.array(fc.nat({ max: 3 }), { maxLength: 5 }).map((chosen) => ({ kind: 'options' as const, chosen }));
  const texts = fc.array(fc.constantFrom('', '戊', ...words), { maxLength: 10 }).map((all) => ({ kind: 'blanks' as const, texts: all }));
  const value = fc.boolean().map((given) => ({ kind: 'judge' as const, value: given }));
  const text = fc.constant({ kind: 'text' as const, text: '要点' });
  const own = { judge: value, blank: texts, short: text, single: options, multiple: options }[question.type];
  const right: SimpleAnswer | null =
    question.type === 'judge'
      ? { kind: 'judge', value: question.answer }
      : question.type === 'blank'
        ? { kind: 'blanks', texts: question.answer.map(([first]) => first!) }
        : question.type === 'short'
          ? null
          : { kind: 'options', chosen: question.answer };
  return fc.oneof(
    { weight: 5, arbitrary: own },
    { weight: 2, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom(null) },
    fc.oneof(options, texts, value, text),
  );
};

const alone = simple.chain((question) => fc.tuple(fc.constant(question), answerTo(question)));
const together = fc.array(fc.tuple(alone, fc.integer({ min: 1, max: 7 })), { minLength: 1, maxLength: 4 }).map((all) => {
  const parts = all.map(([[question]], n) => ({ ...question, id: `q/${n + 1}` }));
  const answer: Answer = { kind: 'parts', answers: all.map(([[, given]]) => given) };
  return [
    caseOf(
      'q',
      parts,
      all.map(([, weight]) => weight),
    ),
    answer,
  ] as const;
});
const scored = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: alone }, together),
    fc.integer({ min: 1, max: 2_000 }),
    fc.constantFrom(undefined, ...scoringRules),
  )
  .map(([[question, answer], hundredths, scoring]) => {
    const item: PaperItem = { question, optionOrder: [], score: hundredths / 100, ...(scoring && { scoring }) };
    return { item, answer };
  });

test('law: 20,000 items score what a clerk gives them, by every rule, to the hundredth', () => {
  fc.assert(
    fc.property(scored, ({ item, answer }) => {
      const { score, correct } = gradeItem(item, answer);
      const naive = naiveGrade(item, answer);
      expect([score * 100, correct]).toEqual([expect.closeTo(naive.hundredths, 6), naive.right]);
    }),
    { numRuns: 20_000 },
  );
});

test('law: a paper is the sum of its items in whole hundredths, in whatever order they stand, and its verdict follows', () => {
  fc.assert(
    fc.property(fc.array(scored, { maxLength: 25 }), fc.integer({ min: 0, max: 100 }), (all, passLine) => {
      const numbered = all.map(({ item, answer }, n) => ({ item: { ...item, question: { ...item.question, id: `n${n}` } }, answer }));
      const answers = new Map(numbered.flatMap(({ item, answer }) => (answer ? [[item.question.id, answer] as const] : [])));
      const items = numbered.map(({ item }) => item);
      const result = gradeAttempt(paper(...items), answers, passLine);
      const sum = numbered.reduce((total, { item, answer }) => total + naiveGrade(item, answer).hundredths, 0);
      const full = items.reduce((total, { score }) => total + Math.round(score * 100), 0);
      const marked = full - Math.round(result.unmarked * 100);
      expect([result.score, result.full]).toEqual([sum / 100, full / 100]);
      expect(result.passed).toBe(marked > 0 && 100 * sum >= passLine * marked);
      const turned = gradeAttempt(paper(...items.toReversed()), new Map([...answers].toReversed()), passLine);
      expect({ ...turned, items: [] }).toEqual({ ...result, items: [] });
    }),
    { numRuns: 500 },
  );
});
