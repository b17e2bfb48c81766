import type { Finding, ImportedFile, Problem, SourcePlace } from '@shared/bank/imported.ts';
import type { ReadEntry } from '@shared/ipc/contract.ts';

/** The entries of a file in the order of their source, and the problems that belong to none of them. */
export interface ReadEntries {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly Problem[];
}

type Building = Omit<ReadEntry, 'findings'> & { readonly findings: Finding[] };

/** Merges questions, refused rows and what was found about either. `sheets` are the sheets in their order, where it is known. */
export function readEntries(file: ImportedFile, sheets: readonly (string | null)[]): ReadEntries {
  const entries = inSourceOrder([...file.questions.map(fromQuestion), ...file.refusals.map(fromRefusal)], sheets);
  const byRow = rowsOf(entries);
  const problems: Problem[] = [];
  for (const problem of file.problems) {
    const { severity, code, message } = problem;
    const entry = entryOf(byRow.get(keyOf(problem.sheet, problem.row)) ?? [], problem);
    if (entry) entry.findings.push({ severity, code, message });
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

/** The entries by each row that they take. In texts, several questions can share a line. */
function rowsOf(entries: readonly Building[]): ReadonlyMap<string, readonly Building[]> {
  const byRow = new Map<string, Building[]>();
  for (const entry of entries) {
    for (let row = entry.place.row; row <= entry.place.lastRow; row += 1) {
      const key = keyOf(entry.place.sheet, row);
      const there = byRow.get(key);
      if (there) there.push(entry);
      else byRow.set(key, [entry]);
    }
  }
  return byRow;
}

/** Of the entries on a row, an error is about the one that was refused, and about the one that starts there rather than one that ends there. */
function entryOf(there: readonly Building[], { severity, row }: Problem): Building | undefined {
  const refused = severity === 'error' ? there.filter(({ draft }) => draft !== null) : [];
  const likely = refused.length > 0 ? refused : there;
  return likely.find(({ place }) => place.row === row) ?? likely[0];
}

const keyOf = (sheet: string | null, row: number): string => `${sheet ?? ''}\n${row}`;
