import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '@shared/bank/changes.ts';
import { same } from '@shared/bank/work/fields.ts';

/** Few different values, so that two are often the same. */
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, fc.constantFrom(null, true, 0, 1, '', '0', 'a'), tie('list'), tie('fields')),
  list: fc.array(tie('any'), { maxLength: 2 }),
  fields: fc.dictionary(fc.constantFrom('0', 'a', 'b'), tie('any'), { maxKeys: 2, noNullPrototype: true }),
})).any;

it('two values are the same exactly when their canonical JSON is', () => {
  fc.assert(fc.property(value, value, (one, other) => same(one, other) === (canonicalJson(one) === canonicalJson(other))));
});

it('neither the order of fields nor one that is undefined makes a difference', () => {
  expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], d: undefined, a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: null })).toBe(false);
});
