import type { SignedRecord } from '../../model/exam-record.ts';
import type { ExamRecord } from '../../model/examining.ts';
import { factsOfRecord } from '../quarterly/record.ts';

/**
 * What a record that came in is beside those that are here. `new`: the first of its sitting · `known`: nothing that was not
 * here · `longer`: goes on where the one here ends · `conflict`: two records of one sitting tell different stories (two
 * computers, a copied disk, a restored backup); a person decides which counts.
 */
export type MergeOutcome = 'new' | 'known' | 'longer' | 'conflict';

export interface Merge {
  readonly outcome: MergeOutcome;
  /** Rows to write; none where nothing is new. */
  readonly puts: readonly ExamRecord[];
}

export interface Incoming {
  readonly record: SignedRecord;
  readonly receipt: string;
}

/**
 * Adds a record to those of the same sitting, all of them checked. In whatever order and however often records come in, the
 * same ones stay, and a fork is always seen. `importedAt` in milliseconds since 1970.
 */
export function mergeRecord(here: readonly ExamRecord[], incoming: Incoming, importedAt: number): Merge {
  const { record } = incoming;
  if (here.some((row) => startsWith(row.record, record))) return { outcome: 'known', puts: [] };
  const shorter = here.find((row) => startsWith(record, row.record));
  if (shorter) return { outcome: 'longer', puts: [longer(shorter, incoming, importedAt)] };
  const fresh = rowOf(incoming, importedAt);
  if (here.length === 0) return { outcome: 'new', puts: [fresh] };
  const forked: ExamRecord = { ...fresh, id: `${fresh.id}#${lastHash(record).slice(0, 8)}`, state: 'conflict' };
  const rivals = here.filter(({ state }) => state !== 'setAside' && state !== 'conflict');
  return { outcome: 'conflict', puts: [...rivals.map((row): ExamRecord => ({ ...row, state: 'conflict' })), forked] };
}

/** A person has decided which record of a sitting counts; the others are kept and set aside. */
export function settleConflict(here: readonly ExamRecord[], keptId: string): readonly ExamRecord[] {
  return here.map((row) => ({ ...row, state: row.id === keptId ? stateOf(row.record) : 'setAside' }));
}

function longer(row: ExamRecord, { record, receipt }: Incoming, importedAt: number): ExamRecord {
  const isOpen = row.state === 'complete' || row.state === 'unfinished';
  return { ...row, record, receipt, importedAt, state: isOpen ? stateOf(record) : row.state };
}

function rowOf({ record, receipt }: Incoming, importedAt: number): ExamRecord {
  const { attemptId, examId, personId } = factsOfRecord(record.events).header;
  return { id: attemptId, examId, personId, record, receipt, importedAt, state: stateOf(record) };
}

const stateOf = ({ events }: SignedRecord): 'complete' | 'unfinished' =>
  events.at(-1)?.happening.kind === 'handedIn' ? 'complete' : 'unfinished';

/** Whether a record holds all of another one. Each hash covers everything before it, so one place tells. */
const startsWith = ({ events }: SignedRecord, other: SignedRecord): boolean =>
  events.length >= other.events.length && events[other.events.length - 1]?.hash === lastHash(other);

const lastHash = ({ events }: SignedRecord): string => events.at(-1)?.hash ?? '';
