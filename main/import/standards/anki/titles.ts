import { letterOf } from '@shared/bank/options.ts';

/** Names of fields in Anki's own note types and in common ones, as the heading of a workbook that means the same. */
const known: readonly (readonly [RegExp, string])[] = [
  [/^(?:front|正面|text|文字|问题|question|q|题目|题干|stem)$/i, '题干'],
  [/^(?:back|背面|answer|答案|a|ans|正确答案|correct(?: answer)?)$/i, '答案'],
  [/^(?:back extra|extra|背面额外|额外|remarks?|备注|notes?|解析|explanation|analysis|详解)$/i, '解析'],
  [/^(?:options?|选项|choices?)$/i, '选项'],
];
const optionName = /^(?:option|选项|choice|opt)[\s_]*([A-L]|\d{1,2})$/i;

/** Headings for the fields of a note: by their names, or where they have none by what stands in them. */
export function titlesFor(names: readonly string[] | null, cells: readonly string[]): string[] {
  return names ? names.map(titleOf) : titlesByShape(cells);
}

function titleOf(name: string): string {
  const plain = name.trim();
  const found = known.find(([pattern]) => pattern.test(plain))?.[1];
  if (found) return found;
  const option = optionName.exec(plain)?.[1];
  if (option === undefined) return plain;
  return `选项${/\d/.test(option) ? letterOf(Number(option) - 1) : option.toUpperCase()}`;
}

/** Stem and answer; with more fields the last one of letters is the answer, what stands before it the options. */
function titlesByShape(cells: readonly string[]): string[] {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  const letters = cells.slice(0, filled).findLastIndex((cell, place) => place >= 2 && /^[A-L](?:[\s,，、]*[A-L])*$/i.test(cell.trim()));
  if (letters < 0) return ['题干', '答案', '解析'];
  const options = letters === 2 ? ['选项'] : Array.from({ length: letters - 1 }, (_, place) => `选项${letterOf(place)}`);
  return ['题干', ...options, '答案', '解析'];
}
