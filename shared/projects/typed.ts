import { formatDay } from './days.ts';

const separated = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A date as people type it: 2026-9-5, 2026/9/5, 2026.9.5, 2026年9月5日, 20260905, or without its year 9-5 and 9月5日, which
 * then takes `year`. Full-width digits count too. 'YYYY-MM-DD', '' for an empty cell, null for anything else.
 */
export function parseTypedDate(text: string, year: number): string | null {
  const typed = plain(text);
  if (typed === '') return '';
  const match = packed.exec(typed) ?? separated.exec(typed);
  if (!match) return null;
  return formatDay(match[1] === undefined ? year : Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A progress as people type it: 50, 50%, 33.5; an empty cell is 0. NaN for anything else; the range is not checked. */
export function parseTypedProgress(text: string): number {
  const typed = plain(text);
  if (typed === '') return 0;
  return /^\d+(\.\d+)?%?$/.test(typed) ? Number(typed.replace('%', '')) : Number.NaN;
}

/** Half-width and without spaces: an input method leaves ２０２６－９－５ as easily as 2026-9-5. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
