import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockIndex } from '@shared/model/package.ts';
import type { Response } from '@shared/model/study.ts';
import { progressBySection } from '@shared/study/progress.ts';

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
  expect(progressBySection(blocks, responses)).toEqual([
    { section: '党史', total: 3, answered: 2, right: 1 },
    { section: '党章', total: 1, answered: 0, right: 0 },
  ]);
});

test('a case counts when every part was answered', () => {
  const judged = { kind: 'judge', value: true } as const;
  const half = { ...response('a', false, 1), answer: { kind: 'parts', answers: [judged, null] } } as const;
  const whole = { ...response('b', true, 1), answer: { kind: 'parts', answers: [judged, judged] } } as const;
  expect(progressBySection(blocks, [half, whole])[0]).toEqual({ section: '党史', total: 3, answered: 1, right: 1 });
});

test('law: the order in which responses are read changes nothing', () => {
  const responses = [
    response('a', true, 1),
    response('a', false, 1),
    response('b', true, 3),
    response('d', false, 2),
    response('d', true, 9),
  ];
  const whole = progressBySection(blocks, responses);
  fc.assert(
    fc.property(fc.shuffledSubarray(responses, { minLength: 5 }), (shuffled) => {
      expect(progressBySection(blocks, shuffled)).toEqual(whole);
    }),
  );
});
