import type { Floor, TrustFloor } from '@shared/model/trust.ts';
import type { JournalMark, WorkOp } from '@shared/model/work.ts';
import type { Journal } from '../../journal/journal.ts';
import { once } from '../../once.ts';
import type { FloorKeeper } from './publishers.ts';

/** Records asked for at once. */
const page = 2_000;

/**
 * Floors in the journal of work, whose loss is the loss of everything: so losing or replacing the content folder opens no
 * way for an older stick. The journal is read through once, at the first floor that is missing elsewhere.
 */
export function journalFloors(journal: () => Promise<Journal>): FloorKeeper {
  const kept = new Map<string, Floor>();
  const folded = once(async () => foldFloors(await journal()));
  return {
    read: async (fingerprint) => kept.get(fingerprint) ?? (await folded()).get(fingerprint) ?? null,
    async keep(fingerprint, floor) {
      const put: TrustFloor = { id: fingerprint, ...floor };
      await (await journal()).commit({ what: 'trust.floor', ops: [{ table: 'trustFloors', put }] });
      kept.set(fingerprint, floor);
    },
  };
}

async function foldFloors(journal: Journal): Promise<ReadonlyMap<string, Floor>> {
  const floors = new Map<string, Floor>();
  for (let mark: JournalMark = { n: 0, hash: '' }; ;) {
    const replay = await journal.since(mark, page);
    if (replay.reset) {
      floors.clear();
      if (!(await foldSnapshot(journal, replay.mark, floors))) continue; // compacted meanwhile
    }
    for (const op of replay.records.flatMap(({ ops }) => ops)) fold(floors, op);
    mark = replay.mark;
    if (!replay.reset && mark.n >= replay.last) return floors;
  }
}

/** False where the snapshot was superseded. */
async function foldSnapshot(journal: Journal, snapshot: JournalMark, floors: Map<string, Floor>): Promise<boolean> {
  for (let from: number | null = 0; from !== null;) {
    const rows = await journal.rows(snapshot, from);
    if (!rows) return false;
    for (const { table, row } of rows.rows) fold(floors, { table, put: row } as WorkOp); // paired in the line
    from = rows.next;
  }
  return true;
}

function fold(floors: Map<string, Floor>, op: WorkOp): void {
  if (op.table !== 'trustFloors') return;
  if (!('put' in op)) return void floors.delete(op.remove);
  const { id, ...floor } = op.put;
  floors.set(id, floor);
}
