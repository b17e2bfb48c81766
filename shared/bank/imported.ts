import type { Question } from '../model/question.ts';

export const importFormats = ['xlsx', 'csv', 'unknown'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What the importer found in one file. Nothing is dropped without a word: `accounted` says where every source row went. */
export interface ImportedFile {
  /** Name of the file without its folder. */
  readonly file: string;
  readonly format: ImportFormat;
  readonly questions: readonly ImportedQuestion[];
  readonly problems: readonly Problem[];
  readonly accounted: Accounted;
}

export interface ImportedQuestion {
  /** Name of the sheet; null where the format has none. */
  readonly sheet: string | null;
  /** 1-based row as the spreadsheet program shows it; in csv the number of the record. */
  readonly row: number;
  /** Its id is '' where the source has no 题目编码, its section '' where neither the source nor the caller named one. */
  readonly question: Question;
  /** 分值 as the source gives it. Papers take their scores from the blueprint; this is kept for the preview. */
  readonly score: number | null;
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

/** Each source row with content is counted once: source = questions + headings + refused + ignored. */
export interface Accounted {
  readonly source: number;
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
  'format-unknown',
  'too-many-rows',
  'no-questions',
] as const;

/** Problems of one sheet or row. */
const rowProblemCodes = [
  'sheet-without-header',
  'quotes-unbalanced',
  'stem-missing',
  'type-unknown',
  'type-unsupported',
  'options-missing',
  'options-too-many',
  'options-identical',
  'option-gap',
  'answer-missing',
  'answer-not-understood',
  'answer-beyond-options',
  'single-with-several',
  'multiple-with-one',
  'blank-count',
  'blanks-unordered',
  'basis-missing',
  'cell-too-long',
  'difficulty-unknown',
  'stem-repeated',
  'answer-contradicts',
  'id-repeated',
] as const;

export type ProblemCode = (typeof fileProblemCodes)[number] | (typeof rowProblemCodes)[number];

/** Whether nothing of the file was taken: it could not be opened or holds no questions. */
export function isRefusedWhole(file: ImportedFile): boolean {
  const codes: readonly ProblemCode[] = fileProblemCodes;
  return file.problems.some((problem) => codes.includes(problem.code));
}
