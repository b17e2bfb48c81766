import { tidy } from './cells.ts';

/** Several persons in one cell: 韦敏、李强. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；/\n]/)
    .map((name) => tidy(name))
    .filter((name) => name !== '');

/** Names in a cell of owners that nobody bears who is known. What the plan has as one owner is known as it stands. */
export function unknownNames(text: string, known: ReadonlySet<string>): string[] {
  if (known.has(tidy(text))) return [];
  return namesIn(text).filter((name) => !known.has(name));
}
