import { stretchesOf } from '../emphasis.ts';
import type { Mark, SourceLine, SourceText } from '../source-text.ts';

/** Text files as lines: \r\n, \n, \r and the separators of Unicode end one; <br> and form feeds are soft breaks within it. Lines without content are left out. */
export function linesOf(text: string): SourceText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  return { lines: lines.flatMap((line, place) => sourceLine(line, place + 1)) };
}

function sourceLine(line: string, row: number): SourceLine[] {
  const soft = withoutMarkdown(line.replace(/<br\s{0,5}\/?>|[\f\v]/gi, '\n'));
  if (soft.trim() === '') return [];
  return [{ row, ...marked(soft), label: '', cells: null, table: 0 }];
}

/** Markdown's signs of a heading, a quotation or a list, where what follows shows that they are no text of their own. */
const withoutMarkdown = (line: string): string =>
  line
    .replace(/^\s{0,8}[-+*] +\[([ xX])\] +(?=[A-La-l][.、．)])(.*)$/, (_, tick: string, option: string) =>
      tick === ' ' ? option : `${option.trimEnd()} √`,
    )
    .replace(/^ {0,3}#{1,6} +(?=\S)/, '')
    .replace(/^\s{0,8}[-+*>] +(?=(?:\*\*)?(?:[A-La-l][.、．)]|\d{1,4}[.、．]|【|答案|解析|正确答案|参考答案))/, '');

/** **…** is how Markdown writes what Word shows in bold. */
function marked(line: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  for (const stretch of stretchesOf(line)) {
    if (stretch.strong) marks.push({ from: text.length, to: text.length + stretch.text.length, look: 'strong' });
    text += stretch.text;
  }
  return { text, marks };
}
