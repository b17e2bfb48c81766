import type { Difficulty, Question, QuestionType } from '../model/question.ts';

export const importFormats = [
  'xlsx',
  'xls',
  'xlsb',
  'ods',
  'csv',
  'docx',
  'doc',
  'html',
  'text',
  'json',
  'gift',
  'aiken',
  'moodle',
  'qti',
  'anki',
  'unknown',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What the importer found in one file. Nothing is dropped without a word: `accounted` says where every source row went. */
export interface ImportedFile {
  /** Name of the file without its folder. */
  readonly file: string;
  readonly format: ImportFormat;
  readonly questions: readonly ImportedQuestion[];
  /** What looks like a question but could not be read as one; each has at least one problem of severity error. */
  readonly refusals: readonly Refusal[];
  readonly problems: readonly Problem[];
  readonly accounted: Accounted;
}

/** Where something stands in its source. */
export interface SourcePlace {
  /** Name of the sheet; null where the format has none. */
  readonly sheet: string | null;
  /** 1-based row as the spreadsheet program shows it; in csv the number of the record, in texts the line, in Word the paragraph (table rows count as one). */
  readonly row: number;
  /** The last row that belongs to it; `row` itself where it is one row. */
  readonly lastRow: number;
}

/** By what a person finds a place again: the rows of a sheet and the lines of a text are counted by the programs that show them, Word counts paragraphs. */
export type SourceUnit = 'row' | 'paragraph';

const paragraphed: ReadonlySet<ImportFormat> = new Set(['docx', 'doc', 'html']);

export const unitOf = (format: ImportFormat): SourceUnit => (paragraphed.has(format) ? 'paragraph' : 'row');

/** A row that is no question yet, as far as it was understood: the mend form starts with it. */
export interface Refusal extends SourcePlace {
  readonly draft: Draft;
  /** Id of the entry that an error workbook brings back. */
  readonly entryId?: string;
}

export interface Draft {
  /** Null where no type was named and none can be told. */
  readonly type: QuestionType | null;
  readonly stem: string;
  /** By their places; '' where the source has a letter or column without text. */
  readonly options: readonly string[];
  /** As the source has it. */
  readonly answer: string;
  readonly explanation: string;
  readonly basis: string;
  readonly section: string;
  readonly topic: string;
  /** Absent where the source names none. */
  readonly difficulty?: Difficulty;
}

export interface ImportedQuestion extends SourcePlace {
  /** Its id is '' where the source has no 题目编码, its section '' where neither the source nor the caller named one. */
  readonly question: Question;
  /** 分值 as the source gives it. Papers take their scores from the blueprint; this is kept for the preview. */
  readonly score: number | null;
  /** Id of the entry that an error workbook brings back. */
  readonly entryId?: string;
}

export interface Problem {
  readonly sheet: string | null;
  /** 1-based row; 0 where the problem concerns the whole file or sheet. */
  readonly row: number;
  /** An error keeps the row from being a question, or has to be mended before publishing; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  /** One Chinese sentence for the person who mends the file. */
  readonly message: string;
}

/** A problem before it is known where it stands. */
export type Finding = Pick<Problem, 'severity' | 'code' | 'message'>;

/**
 * Each source row (in texts: paragraph or line) with content is counted once: source = questions + headings + refused +
 * ignored. In texts a question takes several rows.
 */
export interface Accounted {
  readonly source: number;
  /** Rows that went into questions. */
  readonly questions: number;
  /** Titles and header rows. */
  readonly headings: number;
  /** Rows that look like questions but could not be read; each has a problem of severity error. */
  readonly refused: number;
  /** Notes for people who fill in the form, rows of sheets that hold no questions. */
  readonly ignored: number;
}

/** Problems that refuse a file as a whole. */
export const fileProblemCodes = [
  'lock-file',
  'file-empty',
  'file-encrypted',
  'file-too-large',
  'file-unreadable',
  'file-too-demanding',
  'format-unknown',
  'too-many-rows',
  'no-questions',
] as const;

/** Problems of one sheet or row. */
const rowProblemCodes = [
  'sheet-without-header',
  'row-ignored',
  'quotes-unbalanced',
  'not-well-formed',
  'media-left-out',
  'stem-missing',
  'type-unknown',
  'type-unsupported',
  'options-missing',
  'options-too-many',
  'options-identical',
  'option-gap',
  'parts-missing',
  'parts-too-many',
  'parent-missing',
  'case-without-parts',
  'formula-without-value',
  'answer-key-unclear',
  'exact-edited',
  'answer-missing',
  'answer-not-understood',
  'answer-beyond-options',
  'single-with-several',
  'multiple-with-one',
  'blank-count',
  'section-missing',
  'basis-missing',
  'cell-too-long',
  'difficulty-unknown',
  'stem-repeated',
  'answer-contradicts',
  'id-repeated',
] as const;

/** Why a reader does not open a file at all. */
export interface FileRefusal {
  readonly code: (typeof fileProblemCodes)[number];
  /** One Chinese sentence. */
  readonly message: string;
}

export type ProblemCode = (typeof fileProblemCodes)[number] | (typeof rowProblemCodes)[number];

/** Whether nothing of the file was taken: it could not be opened or holds no questions. */
export function isRefusedWhole(file: ImportedFile): boolean {
  const codes: readonly ProblemCode[] = fileProblemCodes;
  return file.problems.some((problem) => codes.includes(problem.code));
}
