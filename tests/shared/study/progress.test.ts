import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockIndex } from '@shared/model/package.ts';
import type { QuestionType } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { latestResponses, partsOfSection, progressBySection } from '@shared/study/progress.ts';

const block = (section: string, ids: string[]): BlockIndex => ({
  section,
  ids,
  types: [],
  topics: [],
  difficulties: [],
  revisions: ids.map((id) => `${id}-2`),
});
const blocks = [block('党史', ['a', 'b']), block('党章', ['c']), block('党史', ['d'])];
let count = 0;
const response = (questionId: string, correct: boolean, at: number, revision = `${questionId}-2`): Response => ({
  id: `r${(count += 1)}`,
  personId: 'p',
  questionId,
  section: '',
  revision,
  answer: { kind: 'judge', value: correct },
  correct,
  mode: 'random',
  at,
});

test('the latest response to the installed revision counts', () => {
  const responses = [
    response('a', true, 1),
    response('a', false, 2),
    response('b', false, 4),
    response('b', true, 5),
    response('c', true, 1, 'c-1'),
    response('withdrawn', true, 1),
  ];
  expect(progressBySection(blocks, latestResponses(responses))).toEqual([
    { section: '党史', total: 3, answered: 2, right: 1 },
    { section: '党章', total: 1, answered: 0, right: 0 },
  ]);
});

test('a case of a test counts when every part was answered', () => {
  const judged = { kind: 'judge', value: true } as const;
  const half = { ...response('a', false, 1), mode: 'mock', answer: { kind: 'parts', answers: [judged, null] } } as const;
  const whole = { ...response('b', true, 1), answer: { kind: 'parts', answers: [judged, judged] } } as const;
  expect(progressBySection(blocks, latestResponses([half, whole]))[0]).toEqual({ section: '党史', total: 3, answered: 1, right: 1 });
});

test('a short answer that was only thought counts while studying, and not in a test', () => {
  const thought = { ...response('a', true, 1), answer: { kind: 'text', text: '' } } as const;
  expect(progressBySection(blocks, latestResponses([thought]))[0]).toEqual({ section: '党史', total: 3, answered: 1, right: 1 });
  expect(progressBySection(blocks, latestResponses([{ ...thought, mode: 'exam' }]))[0]).toEqual({
    section: '党史',
    total: 3,
    answered: 0,
    right: 0,
  });
});

test('law: topics and types each sum up to their section', () => {
  const topics = fc.array(fc.constantFrom('甲', '乙', ''), { minLength: 8, maxLength: 8 });
  const answers = fc.array(fc.record({ place: fc.nat(7), correct: fc.boolean(), old: fc.boolean() }), { maxLength: 20 });
  fc.assert(
    fc.property(topics, answers, (labels, given) => {
      const ids = labels.map((_, place) => `q${place}`);
      const types = labels.map((_, place): QuestionType => (place % 3 === 0 ? 'judge' : 'single'));
      const own = [{ ...block('党史', ids), topics: labels, types }];
      const responses = given.map(({ place, correct, old }, at) => response(`q${place}`, correct, at, old ? 'older' : undefined));
      const parts = partsOfSection(own, latestResponses(responses));
      const [whole] = progressBySection(own, latestResponses(responses));
      for (const rows of [parts.topics, parts.types]) {
        const sum = (part: 'total' | 'answered' | 'right'): number => rows.reduce((total, row) => total + row[part], 0);
        expect({ section: '党史', total: sum('total'), answered: sum('answered'), right: sum('right') }).toEqual(whole);
      }
    }),
  );
});

test('law: the order in which responses are read changes nothing', () => {
  const responses = [
    response('a', true, 1),
    response('a', false, 1),
    response('b', true, 3),
    response('d', false, 2),
    response('d', true, 9),
  ];
  const whole = progressBySection(blocks, latestResponses(responses));
  fc.assert(
    fc.property(fc.shuffledSubarray(responses, { minLength: 5 }), (shuffled) => {
      expect(progressBySection(blocks, latestResponses(shuffled))).toEqual(whole);
    }),
  );
});
