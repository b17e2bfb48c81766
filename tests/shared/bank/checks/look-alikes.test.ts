import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf, maskOf } from '@shared/bank/checks/figures.ts';
import { likeness } from '@shared/bank/checks/grams.ts';
import { findLookAlikes } from '@shared/bank/checks/look-alikes.ts';

const text = fc.string({ unit: fc.constantFrom('党', '员', '大', '会', '每'), minLength: 0, maxLength: 14 });

test('finds exactly the pairs that comparing every two finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.85), (texts, threshold) => {
      const search = findLookAlikes(texts, [...texts.keys()], threshold);
      let step = search.next();
      while (!step.done) step = search.next();
      const expected = texts.flatMap((one, at) =>
        texts.flatMap((other, otherAt) => {
          const similarity = likeness(one, other);
          return at < otherAt && one !== '' && similarity >= threshold ? [`${at}/${otherAt}/${similarity}`] : [];
        }),
      );
      expect(step.value.pairs.map(({ one, other, similarity }) => `${one}/${other}/${similarity}`).toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300 },
  );
});

test('what differs between texts of one mask, put back in, makes the other of them', () => {
  expect(maskOf('每三个月不得少于2次')).toBe(maskOf('每6个月得少于十二次'));
  expect(differencesOf('每三个月不得少于2次', '每6个月得少于十二次')).toEqual([
    ['三', '6'],
    ['不', ''],
    ['2', '十二'],
  ]);
  expect(differencesOf('一样', '一样')).toEqual([]);
});
