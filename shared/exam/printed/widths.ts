import { withoutEmphasis } from '../../bank/emphasis.ts';

export type OptionsPerLine = 1 | 2 | 4;

/** A line of the narrower page, A4 with its seal band, holds 37 characters of 小四; so many fit where 4 or 2 options share it. */
const fits = { four: 8.5, two: 17.5 } as const;

export function optionsPerLine(options: readonly string[]): OptionsPerLine {
  if (options.some((option) => option.includes('\n'))) return 1;
  const longest = Math.max(0, ...options.map((option) => charactersOf(withoutEmphasis(option))));
  if (longest <= fits.four) return 4;
  return longest <= fits.two ? 2 : 1;
}

/** Width of a text in Chinese characters; Latin ones count half. */
export const charactersOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u00ff' ? 1 : 0.5), 0);
