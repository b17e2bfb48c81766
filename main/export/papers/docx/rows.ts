import { convertMillimetersToTwip as twips, LeaderType, TabStopType, type IParagraphOptions, type IRunOptions, type Paragraph } from 'docx';
import { line } from '../../docx-text.ts';

/** One line of a question before it is known what it has to stay with. */
export interface Row {
  readonly text: string;
  readonly options?: IParagraphOptions;
  readonly run?: IRunOptions;
}

/** Rows that stay on one page: each is kept with the next, the last one where that is asked for. */
export const together = (rows: readonly Row[], keepLast = false): Paragraph[] =>
  rows.map(({ text, options = {}, run = {} }, n) =>
    line(text, { ...options, keepLines: true, keepNext: keepLast || n + 1 < rows.length }, run),
  );

/** A text with line breaks, a row each. */
export const textRows = (text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Row[] =>
  text.split('\n').map((each) => ({ text: each, options, run }));

/** Lines to write on, `width` millimetres long. */
export const ruledRows = (count: number, width: number): Row[] =>
  Array.from({ length: count }, () => ({
    text: '\t',
    options: { tabStops: [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.UNDERSCORE }], spacing: { before: 160 } },
  }));
