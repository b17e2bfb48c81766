import { judgementOf } from '../answer.ts';
import { letterOf } from '../options.ts';
import { plain } from './plain.ts';

export interface CellPiece {
  /** What stands before the cell's text in a running text: '3. ', 'B. ', '答案：'. */
  readonly sign: string;
  readonly cell: string;
  /** Where the cell begins in the text of its row, whose cells are joined by tabs. */
  readonly from: number;
}

const numberCell = /^\s*\d{1,4}\s*[.、]?\s*$/;
const lettered = /^\s*\(?[A-La-l]\s*[.、:)]/;

/** The filled cells of a row without a known header, in order: 序号│题目│答案, 题目│答案, options side by side, or text. */
export function cellPieces(cells: readonly string[]): CellPiece[] {
  const pieces = cells.map((cell, place) => ({
    sign: '',
    cell,
    from: cells.slice(0, place).reduce((sum, { length }) => sum + length + 1, 0),
  }));
  const filled = pieces.filter(({ cell }) => cell.trim() !== '');
  const numbered = numberCell.test(plain(filled[0]?.cell ?? ''));
  const body = numbered ? filled.slice(1) : filled;
  const [stem, ...rest] = body;
  if (!stem || (!numbered && rest.length === 0)) return filled;
  const answered = isAnswer(rest.at(-1)?.cell ?? '') && plain(stem.cell).trim().length > 4;
  if (!answered && !numbered) return filled;
  const options = answered || (numbered && rest.length === 1) ? rest.slice(0, -1) : rest;
  const answer = rest.slice(options.length);
  const number = numbered ? `${/\d+/.exec(plain(filled[0]?.cell ?? ''))?.[0] ?? ''}. ` : '';
  return [
    { ...stem, sign: number },
    ...options.map((option, place) => ({ ...option, sign: lettered.test(plain(option.cell)) ? '' : `${letterOf(place)}. ` })),
    ...answer.map((piece) => ({ ...piece, sign: '答案：' })),
  ];
}

const isAnswer = (cell: string): boolean => /^\s*[A-L](?:[\s,、]*[A-L])*\s*$/.test(plain(cell)) || judgementOf(cell) !== null;
