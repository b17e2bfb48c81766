import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeStartCode, readStartCode, symbolsIn } from '@shared/exam/quarterly/start-code.ts';
import { isWhole, nextGroup, typeInto } from '../../../../renderer/exam/quarterly/start-code-groups.ts';

const empty = ['', '', ''];

test('typing flows from group to group, and goes on where there is room', () => {
  expect(typeInto(empty, 0, 'abc')).toEqual(['ABC', '', '']);
  expect(typeInto(['ABCD', '', ''], 0, 'ABCDE')).toEqual(['ABCD', 'E', '']);
  expect(typeInto(['ABCD', 'EFGH', 'JKMN'], 1, 'E0GH')).toEqual(['ABCD', 'E0GH', 'JKMN']);
  expect(nextGroup(['ABC', '', ''], 0)).toBe(0);
  expect(nextGroup(['ABCD', '', ''], 0)).toBe(1);
  expect(nextGroup(['ABCD', 'EFGH', 'JKMN'], 2)).toBe(2);
  expect([isWhole(['ABCD', 'EFGH', 'JKMN']), isWhole(['ABCD', 'EFGH', 'JKM'])]).toEqual([true, false]);
});

test('what looks alike is one, and what is in no code is left out', () => {
  expect(symbolsIn('oO iIlL')).toBe('001111');
  expect(symbolsIn('ＡＢ－c d')).toBe('ABCD');
  expect(symbolsIn('u!中')).toBe('');
});

test('law: every start code, pasted in any writing, is the code again', () => {
  const code = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(makeStartCode);
  const writing = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => text.replaceAll('-', ' '),
    (text) => text.replaceAll('0', 'o').replaceAll('1', 'l'),
  );
  fc.assert(
    fc.property(code, writing, (right, write) => {
      expect(readStartCode(typeInto(empty, 0, write(right)).join('-'))).toBe(right);
    }),
  );
});
