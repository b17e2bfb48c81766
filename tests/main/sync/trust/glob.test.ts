import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern } from '../../../../main/sync/trust/glob.ts';

test.each<[string, string, boolean]>([
  ['a.txt', 'a.txt', true],
  ['a.txt', 'A.txt', false],
  ['*', 'a.txt', true],
  ['*', '', true],
  ['*', '.hidden', true],
  ['*', 'a/b', false],
  ['*/*', 'a/b', true],
  ['**', 'a/b', false],
  ['foo/*.tgz', 'foo/bar.tgz', true],
  ['foo/*.tgz', 'foo/bar/baz.tgz', false],
  ['foo-version-?.tgz', 'foo-version-a.tgz', true],
  ['foo-version-?.tgz', 'foo-version-alpha.tgz', false],
  ['?', '题', true],
  ['?', '😀', true],
  ['a*b*c', 'aXbYbZc', true],
  ['a*b*c', 'aXbYbZ', false],
  ['[abc]', 'b', true],
  ['[a-c]x', 'bx', true],
  ['[a-c]x', 'dx', false],
  ['[!a-c]x', 'dx', true],
  ['[]x]', ']', true],
  ['[-a]', '-', true],
  ['[a', '[a', true],
  ['{a,b}', 'a', false],
  ['!a', '!a', true],
  ['!a', 'b', false],
  ['#a', '#a', true],
  ['+(a)', '+(a)', true],
  ['a.b', 'axb', false],
])('%j and %j: %s', (pattern, target, matches) => {
  expect(matchesPattern(pattern, target)).toBe(matches);
});

const plain = fc.stringMatching(/^[a-c.#!{}+题]{0,12}$/);

test('a name is a pattern of itself, and a star stands for any part of it', () => {
  fc.assert(
    fc.property(plain, plain, plain, (before, middle, after) => {
      const name = before + middle + after;
      expect(matchesPattern(name, name)).toBe(true);
      expect(matchesPattern(`${before}*${after}`, name)).toBe(true);
      expect(matchesPattern(`*${middle}*`, name)).toBe(true);
    }),
  );
});

test('a pattern that is made to take long does not', () => {
  const began = performance.now();
  expect(matchesPattern('*a'.repeat(200), `${'a'.repeat(2_000)}b`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(1_000);
});
