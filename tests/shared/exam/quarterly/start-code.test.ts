import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeStartCode, readStartCode, startCodeBits, startCodeBytes } from '@shared/exam/quarterly/start-code.ts';

const bytes = fc.uint8Array({ minLength: startCodeBytes, maxLength: startCodeBytes });

test('a start code has 60 bits in 12 letters and digits, none of them easily mixed up', () => {
  expect(startCodeBits).toBe(60);
  fc.assert(
    fc.property(bytes, (random) => {
      expect(makeStartCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
});

test('every one of the 60 bits counts', () => {
  const zeros = makeStartCode(new Uint8Array(startCodeBytes));
  const codes = Array.from({ length: 60 }, (_, bit) => {
    const random = new Uint8Array(startCodeBytes);
    const place = startCodeBytes - 1 - Math.floor(bit / 8);
    random[place] = 1 << (bit % 8);
    return makeStartCode(random);
  });
  expect(new Set([zeros, ...codes]).size).toBe(61);
});

test('fewer than eight bytes make no code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: startCodeBytes - 1 }), (random) => {
      expect(() => makeStartCode(random)).toThrow(RangeError);
    }),
  );
});

test('a code is read however it is typed', () => {
  const typings = fc.constantFrom<(code: string) => string>(
    (code) => code.toLowerCase(),
    (code) => code.replaceAll('-', ''),
    (code) => code.replaceAll('-', ' '),
    (code) => ` ${[...code].join(' ')} `,
    (code) => code.replaceAll('-', '—'),
    (code) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
    (code) => code.replaceAll('0', 'o').replaceAll('1', 'I'),
  );
  fc.assert(
    fc.property(bytes, fc.array(typings, { maxLength: 3 }), fc.boolean(), (random, how, isWide) => {
      const code = makeStartCode(random);
      const typed = how.reduce((text, typing) => typing(text), code);
      expect(readStartCode(isWide ? widened(typed) : typed)).toBe(code);
    }),
  );
});

/** As an input method for Chinese types letters in full width. */
const widened = (text: string): string =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMNP', 'ABCD-EFGH-JKMU', 'ABCD_EFGH_JKMN', '一二三四五六七八九十一二', '123456'])(
  '%j is no start code',
  (typed) => {
    expect(readStartCode(typed)).toBeNull();
  },
);
