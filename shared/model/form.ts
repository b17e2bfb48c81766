/** A form as offices print it: a table of labelled fields, with room to sign. */
export interface Form {
  readonly title: string;
  /** Lines between title and table. */
  readonly head: readonly string[];
  /** Widths of the columns of its grid, in shares. */
  readonly columns: readonly number[];
  readonly rows: readonly FormRow[];
  /** Lines below the table. */
  readonly foot: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** Without ending; made safe in main. */
  readonly fileName: string;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** At least so high, in millimetres; 0 for as high as its text. */
  readonly height: number;
}

export interface FormCell {
  readonly text: string;
  readonly kind: 'label' | 'value' | 'signature';
  /** How many columns of the grid it covers. */
  readonly span: number;
}
