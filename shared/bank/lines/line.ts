import type { Mark, SourceLine } from '../source-text.ts';
import { plain } from './plain.ts';
import { cellPieces } from './table-rows.ts';

/** One line as it is seen on the page: a paragraph, or what stands between two soft breaks, or a cell of a table. */
export interface Line {
  readonly row: number;
  readonly text: string;
  /** `text` with one width, for matching; the places are the same. */
  readonly plain: string;
  readonly marks: readonly Mark[];
  /** Cells of the table row that the line came from; null elsewhere. */
  readonly cells: readonly string[] | null;
}

/** The lines of a document, without the empty ones. */
export const linesOfText = (source: readonly SourceLine[]): Line[] =>
  source.flatMap((line) => (line.cells ? rowLines(line, line.cells) : softLines(line)));

function softLines(line: SourceLine): Line[] {
  const shown = withLabel(line);
  let from = 0;
  return shown.text.split('\n').flatMap((text) => {
    const start = from;
    from += text.length + 1;
    return text.trim() === '' ? [] : [lineFrom(line.row, '', text, shown.marks, start, null)];
  });
}

/** A text that begins with its own number or letter is not given another one by its list. */
const ownSign =
  /^\s*(?:\d{1,4}\s*[.、:)](?!\d)|\(\s*\d{1,4}\s*\)|[A-L]\s*[.、:)]|[[【(]?\s*(?:正确|参考|标准)?答案|[【[]|解析|第\s*\d+\s*题|[一二三四五六七八九十]+、|Answer)/;

function withLabel({ text, label, marks }: SourceLine): { text: string; marks: readonly Mark[] } {
  if (label.trim() === '' || !/[\p{L}\p{N}]/u.test(label) || ownSign.test(plain(text))) return { text, marks };
  const lead = /[.、．:：)）]\s*$/.test(label) ? `${label.trim()} ` : `${label.trim()}. `;
  return { text: lead + text, marks: marks.map((mark) => ({ ...mark, from: mark.from + lead.length, to: mark.to + lead.length })) };
}

/** The cells one under the other; a number, a stem and an answer side by side get the signs that they have in a running text. */
function rowLines(line: SourceLine, cells: readonly string[]): Line[] {
  return cellPieces(cells).flatMap(({ sign, cell, from }) => {
    let at = from;
    return cell.split('\n').flatMap((text, place) => {
      const start = at;
      at += text.length + 1;
      return text.trim() === '' ? [] : [lineFrom(line.row, place === 0 ? sign : '', text, line.marks, start, cells)];
    });
  });
}

function lineFrom(row: number, sign: string, text: string, marks: readonly Mark[], start: number, cells: readonly string[] | null): Line {
  const end = start + text.length;
  const own = marks
    .filter((mark) => mark.from < end && mark.to > start)
    .map((mark) => ({ ...mark, from: Math.max(mark.from, start) - start + sign.length, to: Math.min(mark.to, end) - start + sign.length }));
  return { row, text: sign + text, plain: plain(sign + text), marks: own, cells };
}
