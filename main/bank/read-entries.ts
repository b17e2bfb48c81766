import type { Finding, ImportedFile, Problem, SourcePlace } from '@shared/bank/imported.ts';
import type { ReadEntry } from '@shared/ipc/contract.ts';

/** The entries of a file in the order of their source, and the problems that belong to none of them. */
export interface ReadEntries {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly Problem[];
}

type Building = Omit<ReadEntry, 'findings'> & { readonly findings: Finding[] };

/** As many findings of one entry as the tables of work take. */
const mostFindings = 100;

/** Merges questions, refused rows and what was found about either. `sheets` are the sheets in their order, where it is known. */
export function readEntries(file: ImportedFile, sheets: readonly (string | null)[]): ReadEntries {
  const entries = inSourceOrder([...file.questions.map(fromQuestion), ...file.refusals.map(fromRefusal)], sheets);
  const byRow = rowsOf(entries);
  const problems: Problem[] = [];
  for (const problem of file.problems) {
    const { severity, code, message } = problem;
    const entry = entryOf(byRow.get(keyOf(problem.sheet, problem.row)), problem);
    if (entry && entry.findings.length < mostFindings) entry.findings.push({ severity, code, message });
    else problems.push(problem);
  }
  return { entries, problems };
}

const fromQuestion = (one: ImportedFile['questions'][number]): Building => ({
  place: placeOf(one),
  question: one.question,
  draft: null,
  findings: [],
  score: one.score,
  entryId: one.entryId ?? '',
});

const fromRefusal = (one: ImportedFile['refusals'][number]): Building => ({
  place: placeOf(one),
  question: null,
  draft: one.draft,
  findings: [],
  score: null,
  entryId: one.entryId ?? '',
});

const placeOf = ({ sheet, row, lastRow }: SourcePlace): SourcePlace => ({ sheet, row, lastRow });

function inSourceOrder(entries: readonly Building[], sheets: readonly (string | null)[]): Building[] {
  const rank = new Map<string | null, number>();
  for (const sheet of [...sheets, ...entries.map(({ place }) => place.sheet)]) if (!rank.has(sheet)) rank.set(sheet, rank.size);
  const rankOf = (entry: Building): number => rank.get(entry.place.sheet) ?? 0;
  return entries.toSorted((one, other) => rankOf(one) - rankOf(other) || one.place.row - other.place.row);
}

/** The entries that take a row, those that start there before the one that ends there. In texts, several questions can share a line. */
interface SharedRow {
  readonly entries: Building[];
  readonly refused: Building[];
  /** How many errors were told to the refused ones. */
  told: number;
}

function rowsOf(entries: readonly Building[]): ReadonlyMap<string, SharedRow> {
  const byRow = new Map<string, SharedRow>();
  const enter = (entry: Building, row: number): void => {
    const key = keyOf(entry.place.sheet, row);
    const there = byRow.get(key) ?? { entries: [], refused: [], told: 0 };
    there.entries.push(entry);
    if (entry.draft) there.refused.push(entry);
    byRow.set(key, there);
  };
  for (const entry of entries) enter(entry, entry.place.row);
  for (const entry of entries) for (let row = entry.place.row + 1; row <= entry.place.lastRow; row += 1) enter(entry, row);
  return byRow;
}

/** Of the entries on a row, an error is about one that was refused: the errors follow each other as the refused ones do, so that none goes without its reason. */
function entryOf(there: SharedRow | undefined, { severity, row }: Problem): Building | undefined {
  if (!there) return undefined;
  const { entries, refused } = there;
  if (severity !== 'error' || refused.length === 0) return entries[0];
  const starting = refused.findLastIndex(({ place }) => place.row === row) + 1;
  return refused[there.told++ % (starting || refused.length)];
}

const keyOf = (sheet: string | null, row: number): string => `${sheet ?? ''}\n${row}`;
