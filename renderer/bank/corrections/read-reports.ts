import { correctionsOf, type CorrectionSheet } from '@shared/bank/work/corrections.ts';
import type { BankReading, ChosenFile } from '@shared/ipc/contract.ts';
import { succeed, type Failure, type Result } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { receiveCorrections } from '../../data/bank/corrections.ts';
import type { Task } from '../../data/bank/steps.ts';

/** What became of one chosen 纠错单. */
export type ReportOutcome =
  | {
      readonly kind: 'received';
      readonly file: string;
      readonly fresh: number;
      readonly known: number;
      readonly refused: CorrectionSheet['refused'];
    }
  | { readonly kind: 'no-report'; readonly file: string }
  | { readonly kind: 'failed'; readonly file: string; readonly failure: Failure };

/** Lets the person choose 纠错单 and takes their rows, one file after another. The same row twice changes nothing. */
export async function readReports(task: Task): Promise<readonly ReportOutcome[]> {
  const files = await request('bank:choose-files');
  const outcomes: ReportOutcome[] = [];
  for (const [place, file] of files.entries()) {
    if (task.signal.aborted) break;
    outcomes.push(await readReport(file, task.signal));
    task.onProgress(place + 1, files.length);
  }
  return outcomes;
}

async function readReport({ token, name }: ChosenFile, signal: AbortSignal): Promise<ReportOutcome> {
  const sheet = await readSheet(token, signal);
  if (!sheet.ok) return { kind: 'failed', file: name, failure: sheet.failure };
  if (!sheet.value) return { kind: 'no-report', file: name };
  const { corrections, refused } = sheet.value;
  const received = await receiveCorrections(corrections);
  return received.ok
    ? { kind: 'received', file: name, ...received.value, refused }
    : { kind: 'failed', file: name, failure: received.failure };
}

/** The importer reads the file like any other; its rows are then looked at as a 纠错单. */
async function readSheet(file: string, signal: AbortSignal): Promise<Result<CorrectionSheet | null>> {
  const name = crypto.randomUUID();
  signal.addEventListener('abort', () => void request('tasks:cancel', name));
  const read = await request('bank:read', { file, section: '', encoding: null, columns: null }, name);
  if (!read.ok) return read;
  await request('bank:release', read.value.reading);
  if (read.value.sha256 === '') return succeed(null);
  for (const sheet of sheetsOf(read.value)) {
    const rows = await readRows(read.value.sha256, sheet);
    if (!rows.ok) return rows;
    const found = correctionsOf(rows.value);
    if (found) return succeed(found);
  }
  return succeed(null);
}

/** Names of the sheets, as far as the importer said something of each; it speaks of every sheet without questions. */
const sheetsOf = ({ headers, problems }: BankReading): ReadonlySet<string | null> =>
  new Set([...headers.map(({ sheet }) => sheet), ...problems.map(({ sheet }) => sheet), null]);

/** Rows that main gives at once, and most rows of a report. */
const pageRows = 1_000;
const mostRows = 20_000;

async function readRows(sha256: string, sheet: string | null): Promise<Result<readonly (readonly string[])[]>> {
  const all: (readonly string[])[] = [];
  for (let row = 1; row <= mostRows; row += pageRows) {
    const page = await request('bank:source', sha256, { sheet, row, lastRow: row + pageRows - 1 });
    if (!page.ok) return page;
    if (page.value.length === 0) break;
    for (const { row: number, cells } of page.value) all[number - 1] = cells;
  }
  return succeed(Array.from(all, (cells) => cells ?? [])); // rows without content stay empty, so that row numbers hold
}
