import { formatDay } from './days.ts';

const separated = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^[3-7]\d{4}$/;

/**
 * A date as people type it: 2026-9-5, 2026/9/5, 2026.9.5, 2026年9月5日, 20260905, or without its year 9-5 and 9月5日, which
 * then takes `year`; also the number that Excel shows where a date lost its format, of the years 2000 to 2099. Full-width
 * digits count too. 'YYYY-MM-DD', '' for an empty cell, null for anything else.
 */
export function parseTypedDate(text: string, year: number): string | null {
  const typed = plain(text);
  if (typed === '') return '';
  if (serial.test(typed)) return serialDay(Number(typed));
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

/** A weight as people type it: 2, 0.5; an empty cell is 1, which every node has at first. NaN for anything else. */
export function parseTypedWeight(text: string): number {
  const typed = plain(text);
  if (typed === '') return 1;
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** Half-width and without spaces: an input method leaves ２０２６－９－５ as easily as 2026-9-5. */
export const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

const dayMs = 86_400_000;
const [firstSerial, lastSerial] = [36_526, 73_050]; // 2000-01-01 and 2099-12-31

/** Days of the 1900 system of Excel: day 0 is 1899-12-30, because Excel believes in a 29 February 1900. */
function serialDay(days: number): string | null {
  if (days < firstSerial || days > lastSerial) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * dayMs).toISOString().slice(0, 10);
}
