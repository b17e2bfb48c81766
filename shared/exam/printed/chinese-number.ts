/** 1 to 99 as 一 to 九十九. */
export function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(number / 10);
  const ones = number % 10 > 0 || number === 0 ? (digits[number % 10] ?? '') : '';
  return tens === 0 ? ones : `${tens > 1 ? digits[tens] : ''}十${ones}`;
}
