import { expect, test } from 'vitest';
import { packageName } from '@shared/model/schemas/content.ts';

const isName = (name: string): boolean => packageName.safeParse(name).success;

test('a package name is a folder on every system', () => {
  expect(['bank', 'a', 'dang-shi-2026', 'console', 'con-2', 'com10', 'a'.repeat(40)].filter((name) => !isName(name))).toEqual([]);
  expect(['', 'Bank', '2026', '-a', 'a/b', 'a.b', 'a b', '..', 'a'.repeat(41), '党史'].filter(isName)).toEqual([]);
});

test('what Windows keeps for devices is no package name', () => {
  expect(['con', 'prn', 'aux', 'nul', 'com1', 'com9', 'lpt0', 'lpt1'].filter(isName)).toEqual([]);
});
