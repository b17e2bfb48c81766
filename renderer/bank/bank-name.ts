import { packageNamePattern } from '@shared/model/package-name.ts';

export const isPackageName = (name: string): boolean => packageNamePattern.test(name);

/** A package name from the syllables and words of a title: 党务 Test 题库 → dang-wu-test-ti-ku. 'bank' where nothing remains. */
export function packageNameFrom(syllables: readonly string[]): string {
  const words = syllables.flatMap(
    (syllable) =>
      syllable
        .normalize('NFKD')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? [],
  );
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  const fitting = words.slice(Math.max(0, first)).reduce((name, word) => {
    const longer = name === '' ? word : `${name}-${word}`;
    return longer.length > 40 ? name : longer;
  }, '');
  return isPackageName(fitting) ? fitting : 'bank';
}

/** The first of name, name-2, name-3, … that no bank has yet. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number += 1) {
    if (!taken.includes(name)) return name;
    const tail = `-${number}`;
    const next = `${name.replace(/-\d+$/, '').slice(0, 40 - tail.length)}${tail}`;
    if (!taken.includes(next)) return next;
  }
}
