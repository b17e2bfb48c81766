import { formatDay } from './days.ts';
import { plain } from './typed.ts';

/** Which end of a stretch of time is meant: a node that starts in the middle third of September starts on the 11th and ends on the 20th. */
export type DateEnd = 'start' | 'finish';

const yearPart = String.raw`(?:(\d{4}|\d{2})年)?`;
const before = '(前|之前|以前)?(?:左右|内|起|开始|完成)?';
const month = new RegExp(`^${yearPart}(\\d{1,2})月份?(上旬|初|中旬|中|下旬|底|末)?${before}$`);
const monthOfNumbers = /^(\d{4})[-/.](\d{1,2})$/;
const day = new RegExp(`^${yearPart}(\\d{1,2})月(\\d{1,2})[日号]?${before}$`);
const shortYear = /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const stretch = new RegExp(`^(?:(\\d{4}|\\d{2})?年)?(?:第?([一二三四1-4])季度|([上下])半年)?(底|末|初)?${before}$`);

/**
 * The day that somebody probably means who wrote no day: 9月底前, 9月中旬, 2026年9月, 三季度末, 年底, 26.9.5. It is only a
 * proposal for a person to take or not. Without a year it takes `year`. Null where there is nothing to propose.
 */
export function proposeDate(text: string, year: number, end: DateEnd): string | null {
  const typed = plain(text);
  return ofDay(typed, year) ?? ofMonth(typed, year, end) ?? ofStretch(typed, year, end);
}

function ofDay(typed: string, year: number): string | null {
  const [, ownYear, monthText, dayText] = shortYear.exec(typed) ?? day.exec(typed) ?? [];
  return monthText === undefined ? null : formatDay(yearOf(ownYear, year), Number(monthText), Number(dayText));
}

function ofMonth(typed: string, year: number, end: DateEnd): string | null {
  const [, ownYear, monthText, third, isBefore] = month.exec(typed) ?? monthOfNumbers.exec(typed) ?? [];
  if (monthText === undefined) return null;
  const [wantedYear, wanted] = [yearOf(ownYear, year), Number(monthText)];
  if (wanted < 1 || wanted > 12) return null;
  if (isBefore !== undefined && third === undefined) return dayBefore(wantedYear, wanted); // 9月前: not in September any more
  const [first, last] = thirds[third ?? ''] ?? [1, lastDay];
  return dayIn(wantedYear, wanted, end === 'start' ? first : last);
}

/** First and last day of a part of a month. */
const lastDay = 31;
const thirds: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  中: [11, 20],
  下旬: [21, lastDay],
  底: [lastDay, lastDay],
  末: [lastDay, lastDay],
};

/** 三季度末, 上半年, 年底, 2026年. */
function ofStretch(typed: string, year: number, end: DateEnd): string | null {
  const match = stretch.exec(typed);
  if (!match || !/[年季]/u.test(typed)) return null;
  const [, ownYear, quarter, half, edge] = match;
  if (ownYear === undefined && !quarter && !half && !edge) return null;
  const [first, last] = quarter ? quarterMonths(quarter) : half ? (half === '上' ? [1, 6] : [7, 12]) : [1, 12];
  const atStart = edge === '初' || (edge === undefined && end === 'start');
  return atStart ? dayIn(yearOf(ownYear, year), first, 1) : dayIn(yearOf(ownYear, year), last, lastDay);
}

function quarterMonths(text: string): readonly [number, number] {
  const place = '一二三四'.includes(text) ? '一二三四'.indexOf(text) : Number(text) - 1;
  return [place * 3 + 1, place * 3 + 3];
}

const yearOf = (text: string | undefined, year: number): number =>
  text === undefined ? year : text.length === 2 ? 2000 + Number(text) : Number(text);

/** A day of a month, the last one where the month is shorter. */
const dayIn = (year: number, monthNumber: number, dayNumber: number): string | null =>
  formatDay(year, monthNumber, Math.min(dayNumber, daysIn(year, monthNumber)));

const dayBefore = (year: number, monthNumber: number): string | null =>
  monthNumber === 1 ? dayIn(year - 1, 12, lastDay) : dayIn(year, monthNumber - 1, lastDay);

const daysIn = (year: number, monthNumber: number): number => new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
