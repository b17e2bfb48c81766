import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packageName } from '@shared/model/schemas/content.ts';
import { freeName, isPackageName, packageNameFrom } from '../../../renderer/bank/bank-name.ts';
import { columnLetters } from '../../../renderer/bank/import/reread/column-letters.ts';

it('makes a package name of the syllables of a title', () => {
  expect(packageNameFrom(['dang', 'wu', 'Test', '2026', 'tí', 'kù'])).toBe('dang-wu-test-2026-ti-ku');
  expect(packageNameFrom(['2026', 'dang', 'shi'])).toBe('dang-shi');
  expect(packageNameFrom(['！', '—'])).toBe('bank');
  expect(packageNameFrom([])).toBe('bank');
});

it('proposes only names that a package may have, and that are free', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.constantFrom('bank', 'bank-2', 'bank-3')), (syllables, taken) => {
      const name = freeName(packageNameFrom(syllables), taken);
      expect(packageName.safeParse(name).success).toBe(true);
      expect(isPackageName(name)).toBe(true);
      expect(taken).not.toContain(name);
    }),
  );
});

it('names columns as a spreadsheet does', () => {
  const letters = columnLetters(703);
  expect([letters[0], letters[25], letters[26], letters[701], letters[702]]).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
