import type { JournalReplay, JournalRows } from '@shared/ipc/contract.ts';
import type { JournalMark, JournalRecord } from '@shared/model/work.ts';
import type { Changes } from './fold.ts';
import { readRecords, type Segment } from './segments.ts';
import { readPage } from './snapshot.ts';

/**
 * What a journal holds at one moment. Later commits do not show in it, and the next compaction leaves its files alone,
 * because two snapshots are kept.
 */
export interface View {
  readonly directory: string;
  /** Where the newest snapshot ends. */
  readonly base: JournalMark;
  /** The files behind it, in order. */
  readonly segments: readonly Segment[];
  /** The last record. */
  readonly mark: JournalMark;
}

/** Records folded at once; commits waiting meanwhile get their turn in between. */
const recordsAtOnce = 1_000;
/** Bytes of records read at once, unless a single one is longer: what the window takes in without a pause. */
const bytesAtOnce = 500_000;

/** Up to `limit` records behind a mark, or the mark of the snapshot where the mark that was asked for is not in the view. */
export async function replay(view: View, mark: JournalMark, limit: number): Promise<JournalReplay> {
  const last = view.mark.n;
  if (!(await holds(view, mark))) return { reset: true, records: [], mark: view.base, last };
  const records = await readRange(view, mark.n + 1, mark.n + limit);
  const { n, hash } = records.at(-1) ?? mark;
  return { reset: false, records, mark: { n, hash }, last };
}

/** Some rows of the view's snapshot; null where that is another than the one asked for. */
export async function rowsOf({ directory, base }: View, snapshot: JournalMark, from: number): Promise<JournalRows | null> {
  if (snapshot.n !== base.n || snapshot.hash !== base.hash) return null;
  return base.n === 0 ? { rows: [], next: null } : readPage(directory, base, from);
}

/** What the records behind the view's snapshot changed. */
export function changesOf(view: View): Changes {
  return async function* () {
    for (let from = view.base.n + 1; from <= view.mark.n;) {
      const records = await readRange(view, from, from + recordsAtOnce - 1);
      for (const { ops } of records) yield ops;
      from += records.length;
    }
  };
}

async function holds(view: View, { n, hash }: JournalMark): Promise<boolean> {
  if (n === view.base.n) return hash === view.base.hash;
  if (n < view.base.n || n > view.mark.n) return false;
  const [record] = await readRange(view, n, n);
  return record?.hash === hash;
}

/** Records `from` to `to`, both inclusive, as far as the view and `bytesAtOnce` reach; at least one where there is one. */
async function readRange({ segments, mark }: View, from: number, to: number): Promise<readonly JournalRecord[]> {
  const parts: (readonly JournalRecord[])[] = [];
  let room: number = bytesAtOnce;
  for (const segment of segments) {
    const low = Math.max(from, segment.first);
    const high = Math.min(to, mark.n, segment.first + segment.starts.length - 1);
    if (low > high) continue;
    const last = Math.max(lastWithin(segment, low, high, room), parts.length === 0 ? low : 0);
    if (last >= low) parts.push(await readRecords(segment, low, last));
    if (last < high) break;
    room -= startOf(segment, last + 1) - startOf(segment, low);
  }
  return parts.flat();
}

/** The last record from `low` to `high` that ends within so many bytes; `low - 1` where not even that one does. */
function lastWithin(segment: Segment, low: number, high: number, bytes: number): number {
  let last = high;
  while (last >= low && startOf(segment, last + 1) - startOf(segment, low) > bytes) last -= 1;
  return last;
}

const startOf = (segment: Segment, n: number): number => segment.starts[n - segment.first] ?? segment.bytes;
