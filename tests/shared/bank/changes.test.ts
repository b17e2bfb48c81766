import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, changesBetween } from '../../../shared/bank/changes.ts';

const contents = fc.dictionary(fc.stringMatching(/^[a-e]$/), fc.stringMatching(/^[xyz]$/));
const asMap = (record: Record<string, string>) => new Map(Object.entries(record));

test('added, changed and withdrawn stand in the order of their version', () => {
  const before = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
    ['d', '1'],
  ]);
  const after = new Map([
    ['f', '1'],
    ['d', '2'],
    ['a', '1'],
    ['e', '1'],
    ['b', '2'],
  ]);
  expect(changesBetween(before, after)).toEqual({ added: ['f', 'e'], changed: ['d', 'b'], withdrawn: ['c'] });
});

test('law: a version has no changes against itself', () => {
  fc.assert(
    fc.property(contents, (record) => {
      expect(changesBetween(asMap(record), asMap(record))).toEqual({ added: [], changed: [], withdrawn: [] });
    }),
  );
});

test('law: the changes are exactly what makes the one version of the other', () => {
  fc.assert(
    fc.property(contents, contents, (one, other) => {
      const [before, after] = [asMap(one), asMap(other)];
      const { added, changed, withdrawn } = changesBetween(before, after);
      const rebuilt = new Map(before);
      for (const id of withdrawn) rebuilt.delete(id);
      for (const id of [...added, ...changed]) rebuilt.set(id, after.get(id) ?? '');
      expect(Object.fromEntries(rebuilt)).toEqual(Object.fromEntries(after));
      expect(added.length + changed.length + withdrawn.length).toBeLessThanOrEqual(new Set([...before.keys(), ...after.keys()]).size);
    }),
  );
});

test('law: canonical JSON does not depend on the order of keys, and loses nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(record));
      expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
    }),
  );
});

test('the order of a list does count', () => {
  expect(canonicalJson({ options: ['甲', '乙'], id: 1 })).toBe('{"id":1,"options":["甲","乙"]}');
  expect(canonicalJson(['乙', '甲'])).not.toBe(canonicalJson(['甲', '乙']));
});

test('law: values that are equal have one canonical text, whose keys are sorted everywhere', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  };
  const keyed = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.integer()),
      fc.array(tie('value')),
      fc.dictionary(fc.stringMatching(/^[a-eA-C]{1,3}$/), tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(keyed, (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(value);
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: 2 })).toBe('{"a":2,"b":[{"d":1}]}');
});
