import type { Accounted, ImportedFile, SourcePlace } from './imported.ts';
import { fittingDraft, fittingFinding, fittingQuestion } from './fitting.ts';
import { lintQuestions } from './lint.ts';

/** What a reader made of the content of a file. */
export type Reading = Omit<ImportedFile, 'file' | 'format'>;

export interface ReadOptions {
  /** The section of questions whose source names none; may be ''. */
  readonly section: string;
  /** Longest text of one cell or paragraph, in characters. */
  readonly longestCell: number;
}

export type Counts = Omit<Accounted, 'source'>;
export const nothingCounted: Counts = { questions: 0, headings: 0, refused: 0, ignored: 0 };

export const addCounts = (one: Counts, other: Counts): Counts => ({
  questions: one.questions + other.questions,
  headings: one.headings + other.headings,
  refused: one.refused + other.refused,
  ignored: one.ignored + other.ignored,
});

/**
 * Closes a reading: puts what was found into a form that can be stored, adds what the checks find, and proves that every
 * one of the `source` rows with content was counted once and every refused row has an error that says why. Throws where
 * that does not hold, because it is a bug of the reader.
 */
export function closeReading(source: number, counts: Counts, found: Omit<Reading, 'accounted'>): Reading {
  const counted = counts.questions + counts.headings + counts.refused + counts.ignored;
  if (counted !== source) throw new Error(`${source} rows were read but ${counted} accounted for`);
  const errors = new Set(found.problems.flatMap(({ severity, sheet, row }) => (severity === 'error' ? [placeKey(sheet, row)] : [])));
  const unexplained = found.refusals.find((refusal) => !explained(refusal, errors));
  if (unexplained) throw new Error(`row ${unexplained.row} was refused without a reason`);
  const questions = found.questions.map((one) => ({ ...one, question: fittingQuestion(one.question) }));
  const refusals = found.refusals.map((one) => ({ ...one, draft: fittingDraft(one.draft) }));
  const problems = [...found.problems, ...lintQuestions(questions)].map(fittingFinding);
  return { questions, refusals, problems, accounted: { source, ...counts } };
}

function explained({ sheet, row, lastRow }: SourcePlace, errors: ReadonlySet<string>): boolean {
  for (let at = row; at <= lastRow; at += 1) if (errors.has(placeKey(sheet, at))) return true;
  return false;
}

const placeKey = (sheet: string | null, row: number): string => `${row} ${sheet ?? ''}`;
