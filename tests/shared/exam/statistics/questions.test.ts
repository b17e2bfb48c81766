import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestAnswers, type QuestionStatistics } from '@shared/exam/statistics/questions.ts';
import { figuresOf } from '@shared/exam/statistics/statistics.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import { answerTo, candidate, examOf, materialOf, recordOf, storedPaper } from '../../../support/exam-material.ts';
import { choice, item, judge } from '../questions.ts';

/** Twenty judgements that sort the people: person n of `count` gets the first n/count of them right. */
const ladder = Array.from({ length: 20 }, (_, n) => judge(`ladder-${n}`, true));

/** How a question works when it stands beside the ladder; `answer` of person n of `count`, the best last. */
function statisticsOf(question: Question, count: number, answer: (n: number) => Answer): QuestionStatistics {
  const people = Array.from({ length: count }, (_, n) => candidate(n));
  const paper = storedPaper([...ladder, question].map((each) => item(each, 5)));
  const records = people.map((person, n) =>
    recordOf(person, [
      ...ladder.map((each, rung) => [each.id, answerTo(each, rung < (20 * n) / count)] as const),
      [question.id, answer(n)] as const,
    ]),
  );
  const { questions } = figuresOf(materialOf({ exam: examOf(people), papers: [paper], records }));
  const found = questions.find(({ id }) => id === question.id);
  if (!found) throw new Error('the question is not among the statistics');
  return found;
}

const key = choice('q', [0]);
const chose = (option: number): Answer => ({ kind: 'options', chosen: [option] });

test('a question that only the better half knows divides the groups wholly', () => {
  expect(statisticsOf(key, 100, (n) => chose(n >= 50 ? 0 : 1))).toMatchObject({
    answers: 100,
    facility: 0.5,
    discrimination: 1,
    flags: [],
    options: [
      { chosen: 50, right: true },
      { chosen: 50, right: false },
      { chosen: 0, right: false },
      { chosen: 0, right: false },
    ],
  });
});

test('a question that everybody knows divides nobody', () => {
  expect(statisticsOf(key, 60, () => chose(0))).toMatchObject({ facility: 1, discrimination: 0, flags: [] });
});

test('a key that is wrong shows: the better people choose another option', () => {
  expect(statisticsOf(key, 100, (n) => chose(n >= 40 ? 2 : 0))).toMatchObject({ discrimination: -1, flags: ['negative', 'distractor'] });
  const many = choice('q', [0, 1]);
  const answer = (n: number): Answer => ({ kind: 'options', chosen: n >= 40 ? [0, 2] : [0, 1] });
  expect(statisticsOf(many, 100, answer).flags).toEqual(['negative', 'distractor']);
  expect(statisticsOf(judge('q', true), 100, (n) => ({ kind: 'judge', value: n < 40 })).flags).toEqual(['negative', 'distractor']);
});

test('a hard question is not flagged for being hard', () => {
  expect(statisticsOf(key, 100, (n) => chose(n >= 80 ? 0 : (n % 3) + 1)).flags).toEqual([]);
});

test('below thirty answers nothing is judged', () => {
  const wrongKey = (n: number): Answer => chose(n >= 10 ? 2 : 0);
  expect(statisticsOf(key, fewestAnswers - 1, wrongKey)).toMatchObject({ answers: 29, discrimination: null, flags: [] });
  expect(statisticsOf(key, fewestAnswers, wrongKey).discrimination).toBe(-1);
});

test('law: discrimination lies between −1 and 1, and a key turned round turns its sign', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (given) => {
      const answer = (n: number): Answer => ({ kind: 'judge', value: given[n] ?? false });
      const straight = statisticsOf(judge('q', true), 40, answer);
      const turned = statisticsOf(judge('q', false), 40, answer);
      expect(Math.abs(straight.discrimination ?? 9)).toBeLessThanOrEqual(1);
      expect((straight.discrimination ?? 0) + (turned.discrimination ?? 0)).toBeCloseTo(0, 5);
      expect(straight.facility + turned.facility).toBeCloseTo(1, 5);
    }),
    { numRuns: 15 },
  );
});
