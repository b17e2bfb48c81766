import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BlockIndex } from '@shared/model/package.ts';
import { difficulties, questionTypes } from '@shared/model/question.ts';
import { questionSchema } from '@shared/model/schemas/content.ts';
import { packIndex, UnpackedIndex } from '@shared/packages/packed-index.ts';

/** What main lets through as the id or topic of a question. */
const isAllowed = (part: { readonly id?: string; readonly topic?: string }): boolean => {
  const question = {
    id: 'q',
    section: '党章',
    topic: '',
    stem: '题',
    explanation: '',
    basis: '',
    difficulty: 'easy',
    type: 'judge',
    answer: true,
  };
  return questionSchema.safeParse({ ...question, ...part }).success;
};
const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('', ' ', ' ', '党 章', '\u2028', '\u0085', '\n'));
const digit = fc.constantFrom(...'0123456789abcdef');

const entry = fc.record({
  id: line.filter((id) => isAllowed({ id })),
  topic: line.filter((topic) => isAllowed({ topic })),
  type: fc.constantFrom(...questionTypes),
  difficulty: fc.constantFrom(...difficulties),
  revision: fc.array(digit, { minLength: 16, maxLength: 16 }).map((digits) => digits.join('')),
});

const plain = ({ section, ids, types, topics, difficulties: levels, revisions }: BlockIndex): BlockIndex => ({
  section,
  ids,
  types,
  topics,
  difficulties: levels,
  revisions,
});

it('an index that was packed and unpacked is the index, also one without questions', () => {
  const index = fc.array(entry, { maxLength: 12 }).map((entries): BlockIndex => ({
    section: '党章',
    ids: entries.map(({ id }) => id),
    topics: entries.map(({ topic }) => topic),
    types: entries.map(({ type }) => type),
    difficulties: entries.map(({ difficulty }) => difficulty),
    revisions: entries.map(({ revision }) => revision),
  }));
  fc.assert(
    fc.property(index, (whole) => {
      expect(plain(new UnpackedIndex(packIndex(whole)))).toEqual(whole);
    }),
    { examples: [[{ section: '党章', ids: [], topics: [], types: [], difficulties: [], revisions: [] }]], numRuns: 300 },
  );
});
