import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { variantFor } from '@shared/exam/quarterly/variants.ts';

test('a receipt is eight symbols that nobody mixes up', () => {
  expect(receiptOf('0'.repeat(64))).toBe('0000-0000');
  expect(receiptOf(`ffffffffff${'0'.repeat(54)}`)).toBe('ZZZZ-ZZZZ');
  expect(receiptOf(`0000000001${'0'.repeat(54)}`)).toBe('0000-0001');
  expect(receiptOf(`8000000000${'0'.repeat(54)}`)).toBe('G000-0000');
  expect(() => receiptOf('')).toThrow('a receipt needs a hash');
});

test('law: another beginning of the hash gives another receipt', () => {
  const beginning = fc.nat({ max: 2 ** 31 - 1 }).map((number) => number.toString(16).padStart(10, '0'));
  fc.assert(
    fc.property(beginning, beginning, (one, other) => {
      expect(receiptOf(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(receiptOf(one) === receiptOf(other)).toBe(one === other);
    }),
  );
});

test('law: everybody keeps one paper, in whatever order the papers are named', () => {
  fc.assert(
    fc.property(fc.string(), (person) => {
      expect(['A', 'B']).toContain(variantFor(person, ['A', 'B']));
      expect(variantFor(person, ['B', 'A'])).toBe(variantFor(person, ['A', 'B']));
      expect(variantFor(person, [''])).toBe('');
    }),
  );
  expect(() => variantFor('person-1', [])).toThrow('an exam without a paper');
});

test('the papers go about evenly over 489 people', () => {
  const people = Array.from({ length: 489 }, (_, number) => `示例员工${number}`);
  const ofA = people.filter((person) => variantFor(person, ['A', 'B']) === 'A').length;
  expect(ofA).toBeGreaterThan(215);
  expect(ofA).toBeLessThan(275);
});
