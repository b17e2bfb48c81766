import type { JournalMark } from '@shared/model/work.ts';
import { forEachPage, port, replayPage } from './port.ts';
import { appliedMark, apply, clearWork, putRows, setApplied } from './projection.ts';

/** Brings the work tables from a mark to the state of the journal, or builds them anew where the journal does not know the mark. */
export async function replayFrom(start: JournalMark): Promise<void> {
  for (let mark = start; ;) {
    const replay = await port().since(mark, replayPage);
    if (replay.reset) await rebuild(replay.mark);
    else await apply(replay.records, replay.mark);
    mark = await appliedMark();
    if (!replay.reset && mark.n >= replay.last) return;
  }
}

/** Takes the rows of a snapshot. Where it was superseded meanwhile, the tables stay without a mark and it begins again. */
async function rebuild(snapshot: JournalMark): Promise<void> {
  await clearWork();
  if (await forEachPage(snapshot, putRows)) await setApplied(snapshot);
}
