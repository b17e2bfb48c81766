import { SSF } from '@e965/xlsx';

const [month, day, whole, hour, second] = ['yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"', 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'];

/** Dates of Chinese workbooks, which have a number but no code in the file (ECMA-376 18.8.30, zh-cn); times without 上午 and 下午. */
export const eastAsianDates: ReadonlyMap<number, string> = new Map([
  ...[27, 36, 50, 52, 57].map((id) => [id, month] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, day] as const),
  ...[32, 34, 55].map((id) => [id, hour] as const),
  ...[33, 35, 56].map((id) => [id, second] as const),
  [30, 'yyyy-mm-dd'],
  [31, whole],
]);

/** Makes the workbook library read them. */
export function learnDates(): void {
  for (const [id, code] of eastAsianDates) SSF.load(code, id);
}
