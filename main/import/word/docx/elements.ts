import type { Block } from '../blocks.ts';
import { PieceWriter } from '../piece.ts';
import type { RunLook } from '../look.ts';
import { noNumbering, type NumberingUse } from './styles.ts';

/** A paragraph that is being read. */
export interface Paragraph {
  readonly writer: PieceWriter;
  style: string;
  numbering: NumberingUse;
  /** Null until its properties have been read. */
  label: string | null;
  /** Its end was deleted under 修订. */
  isDeleted: boolean;
  /** Blocks of the text boxes that hang on it. */
  readonly boxed: Block[];
}
export interface Run {
  look: RunLook;
  style: string;
}

export const newParagraph = (): Paragraph => ({
  writer: new PieceWriter(),
  style: '',
  numbering: noNumbering,
  label: null,
  isDeleted: false,
  boxed: [],
});

/** Elements that are not shown or only describe: taken back text, earlier properties, pinyin above characters. */
export const unread: ReadonlySet<string> = new Set(
  'w:del w:moveFrom w:delText w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:tblGridChange w:tblPrExChange w:sectPr w:sdtPr w:sdtEndPr w:tblPr w:rt'.split(
    ' ',
  ),
);
/** Kinds of aml:annotation in Word 2003's XML that are not shown. */
export const takenBack = /^Word\.(?:Deletion|Comment)$/;
export const signs: ReadonlyMap<string, string> = new Map([
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:noBreakHyphen', '-'],
]);
export const pictures: ReadonlySet<string> = new Set(['pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds']);
export const drawings: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);
