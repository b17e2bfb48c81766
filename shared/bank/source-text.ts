/** A text document (Word, txt, html) as its reader hands it to the splitter: paragraphs and table rows in reading order. */
export interface SourceText {
  readonly lines: readonly SourceLine[];
}

export interface SourceLine {
  /** 1-based number of the line (txt) or paragraph (Word; a table row and a text box's paragraph count as one each). */
  readonly row: number;
  /** Without the automatic number. A soft line break is '\n', a tab '\t'. In a table row the cells' texts joined by '\t'. */
  readonly text: string;
  /** The automatic number or letter that Word shows before the paragraph but does not keep in the text: '1.', 'A.', '（一）'; '' where there is none. */
  readonly label: string;
  /** Texts of the cells where the line is a row of a table, else null. */
  readonly cells: readonly string[] | null;
  /** Which table the row belongs to, counted from 1; 0 outside tables. */
  readonly table: number;
  /** Stretches of `text` that look different, in order and not overlapping within one look. */
  readonly marks: readonly Mark[];
}

/** From `from` up to but not including `to`, counted in UTF-16 units of the line's text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** `underline` · `colour` (a font colour or highlight other than black and automatic) · `strong` (bold, or 着重号). */
  readonly look: 'underline' | 'colour' | 'strong';
}
