import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giftOf } from '@shared/bank/standards/gift.ts';
import { moodleOf } from '@shared/bank/standards/moodle.ts';
import { readGift } from '../../../../main/import/standards/gift/read-gift.ts';
import { readMoodle } from '../../../../main/import/standards/moodle/read-moodle.ts';
import { anyQuestions } from './questions.ts';
import { options, questionsOf } from './support.ts';

const rounds = { numRuns: 300 };

test('law: what is written as GIFT is read back as it was', () => {
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      expect(questionsOf(readGift(giftOf(questions), options))).toEqual(questions);
    }),
    rounds,
  );
});

test('law: what is written as Moodle XML is read back as it was', () => {
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      expect(questionsOf(readMoodle(moodleOf(questions), options))).toEqual(questions);
    }),
    rounds,
  );
});
