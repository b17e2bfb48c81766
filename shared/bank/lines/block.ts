import type { NamedType } from '../question-type.ts';
import type { Line } from './line.ts';
import type { LabelField } from './signs/label-signs.ts';

/** What the headings above a question say. */
export interface Context {
  readonly type: NamedType | null;
  /** Whether the heading leaves open how many options are right. */
  readonly open: boolean;
  readonly chapter: string;
  /** Counts the type headings of the document: questions of one section share it. */
  readonly section: number;
  /** The number of the section's heading: 3 for 三、; 0 without one. */
  readonly ordinal: number;
  /** Counts the papers of the document; each has its own key. */
  readonly paper: number;
}

export const noContext: Context = { type: null, open: true, chapter: '', section: 0, ordinal: 0, paper: 0 };

/** A part of a line. */
export interface Stretch {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** What belongs to one question, sorted by what it is. */
export interface Block {
  readonly context: Context;
  readonly number: number | null;
  /** The answer that stood before the number. */
  readonly mark: string;
  readonly tag: NamedType | null;
  /** Basis that a line above the question names. */
  readonly basis: readonly Stretch[];
  readonly stem: Stretch[];
  /** `sign` is the letter with its mark. */
  readonly options: { readonly place: number; readonly sign: Stretch; readonly text: Stretch[] }[];
  readonly fields: { readonly field: LabelField; readonly text: Stretch[] }[];
  /** Questions on the text of the stem, where there are any. */
  readonly parts: Block[];
  /** Rows of the source, ascending. */
  readonly rows: number[];
  /** Whether what looks like the options of another question stands in it. */
  runOn: boolean;
}

export const emptyBlock = (
  context: Context,
  number: number | null,
  mark: string,
  tag: NamedType | null,
  basis: readonly Stretch[],
): Block => ({
  context,
  number,
  mark,
  tag,
  basis,
  stem: [],
  options: [],
  fields: [],
  parts: [],
  rows: [],
  runOn: false,
});

export const wholeLine = (line: Line): Stretch => ({ line, from: 0, to: line.text.length });
export const plainOf = ({ line, from, to }: Stretch): string => line.plain.slice(from, to);

/** How the text behind the answer label begins; '' where nothing stands there, null without a label. */
export function answerHead(block: Block): string | null {
  const found = block.fields.filter(({ field }) => field === 'answer');
  const first = found.flatMap(({ text }) => text.slice(0, 1))[0];
  if (found.length === 0) return null;
  return first ? first.line.plain.slice(first.from, Math.min(first.to, first.from + 200)).trim() : '';
}

const lettersOrMark =
  /^[([（]?\s*(?:[A-L](?:[\s,、;]*[A-L])*|[a-l](?:[\s,、]*[a-l]){0,7}|√|✓|✔|×|✗|✘|对|错|正确|错误|是|否|[TFYN])\s*[)\]）]?\s*(?:[。.;,(《【]|$)/;

/** Whether the answer names options or a judgement, so that what follows it is no more of it. */
export const isShortAnswer = (answer: string): boolean => lettersOrMark.test(answer.slice(0, 60));
