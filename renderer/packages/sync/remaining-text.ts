import type { Messages } from '@shared/messages/index.ts';

/** Seconds that it will still take, in words that promise no more than is known. Null: nobody can tell. */
export function remainingText(seconds: number | null, words: Messages['packages']): string {
  if (seconds === null) return words.remainingUnknown;
  if (seconds < 60) return words.underMinute;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return words.minutes(minutes);
  // above an hour nobody needs the single minute
  const tens = Math.ceil(minutes / 10) * 10;
  return tens < 24 * 60 ? words.hours(Math.floor(tens / 60), tens % 60) : words.aboveDay;
}
