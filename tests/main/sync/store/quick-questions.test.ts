import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '@shared/bank/changes.ts';
import { blockSchemas } from '@shared/model/schemas/content.ts';
import { readQuickly } from '../../../../main/sync/store/reading/quick-questions.ts';

/** Whatever JSON can hold in the place of a field, the limits of the schema among it. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, 1.5, -1, 12, -0, true, false, [], {}, 'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(501)),
  fc.constantFrom<unknown>(
    'x'.repeat(32_768),
    '两\n行',
    '\u0085',
    ['甲'],
    [['甲']],
    [['']],
    [0],
    [0, 12],
    Array(13).fill('甲'),
    Array(13).fill(0),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const sound = fc.oneof(
  record({
    type: fc.constantFrom('single', 'multiple'),
    options: texts(2, 12),
    answer: fc.array(fc.nat(11), { minLength: 1 }),
    shuffle: fc.boolean(),
  }),
  record({ type: fc.constant('judge'), answer: fc.boolean() }),
  record({ type: fc.constant('short'), answer: text(1) }),
  record({ type: fc.constant('blank'), answer: fc.array(texts(1, 3), { minLength: 1, maxLength: 3 }) }),
  record({ type: fc.constant('blank'), answer: fc.array(texts(1, 3), { minLength: 1, maxLength: 3 }), unordered: fc.constant(true) }),
);

test('law: what is read quickly is what the schema makes of it, as canonical JSON', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(sound, { maxLength: 3 }), (questions) => {
      const quickly = readQuickly({ questions, more: 1 });
      if (quickly) read += 1;
      expect(JSON.stringify(quickly)).toBe(canonicalJson(blockSchemas.bank.parse({ questions }).questions));
    }),
  );
  expect(read).toBe(100);
});

test('law: with any field replaced, added or taken away, nothing is read that the schema refuses', () => {
  const fields = [
    'id',
    'section',
    'topic',
    'stem',
    'explanation',
    'basis',
    'difficulty',
    'type',
    'answer',
    'options',
    'shuffle',
    'unordered',
  ];
  fc.assert(
    fc.property(sound, fc.constantFrom(...fields), fc.option(strange, { nil: undefined }), (question, field, value) => {
      const changed: unknown = JSON.parse(JSON.stringify({ questions: [{ ...question, [field]: value }] })); // undefined takes it away
      const quickly = readQuickly(changed);
      const parsed = blockSchemas.bank.safeParse(changed);
      if (quickly) expect(canonicalJson(quickly)).toBe(canonicalJson(parsed.data?.questions));
    }),
    { numRuns: 3_000 },
  );
});

test('a case, and what is no block, are left to the schema', () => {
  expect(readQuickly({ questions: [{ type: 'case' }] })).toBeNull();
  for (const value of [null, [], 'x', {}, { questions: {} }, { questions: [null] }]) expect(readQuickly(value)).toBeNull();
});

function text(minLength: number) {
  return fc.string({ minLength, maxLength: 20, unit: 'grapheme' });
}

function texts(minLength: number, maxLength: number) {
  return fc.array(text(1), { minLength, maxLength });
}

function record(own: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  const line = fc.stringMatching(/^[^\p{Cc}]{1,8}$/u);
  const difficulty = fc.constantFrom('easy', 'medium', 'hard');
  return fc.record({ ...own, id: line, section: line, topic: line, stem: text(1), explanation: text(0), basis: text(0), difficulty });
}
