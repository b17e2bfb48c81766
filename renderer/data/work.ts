import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { JournalMark, WorkOp } from '@shared/model/work.ts';
import { database } from './database.ts';
import { port } from './journal/port.ts';
import { appliedMark, applyNext } from './journal/projection.ts';
import { replayFrom } from './journal/replaying.ts';
import { returnWhatIsLost } from './journal/returning.ts';

export { connectJournal } from './journal/port.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes work. Resolves ok when the journal has the ops on disk and the screens can read them: for steps after which
 * something is read. Commits are applied in the order they were made; this and `confirm` are the only ways.
 */
export const commit = (what: string, ops: readonly WorkOp[]): Promise<Result<null>> => write(what, ops).readable;

/** Like commit, but resolves ok as soon as the ops are on disk; the screens follow a moment later. For an answer in sight. */
export const confirm = (what: string, ops: readonly WorkOp[]): Promise<Result<null>> => write(what, ops).durable;

interface Writing {
  readonly durable: Promise<Result<null>>;
  readonly readable: Promise<Result<null>>;
}

function write(what: string, ops: readonly WorkOp[]): Writing {
  const durable = Promise.withResolvers<Result<null>>();
  const readable = inOrder(async () => {
    const acknowledged = await port().commit({ what, ops });
    const result = acknowledged.ok ? succeed(null) : fail(acknowledged.failure.kind, acknowledged.failure.subject);
    durable.resolve(result);
    if (acknowledged.ok) await project(ops, acknowledged.value);
    return result;
  });
  readable.catch(durable.reject); // a bug before the acknowledgement; afterwards this does nothing
  durable.promise.catch(() => undefined); // whoever waits for the other one is told
  return { durable: durable.promise, readable };
}

/**
 * Brings the work tables to the state of the journal: replays what is missing, or rebuilds everything when the
 * database is new. Where the journal knows less than the database (it was lost or replaced), the database's rows are
 * first written to the journal: nothing that anybody did is given up. The same where the journal was damaged and lost
 * records (`journalLostRecords`) that the database still shows.
 */
export function catchUp(journalLostRecords: boolean): Promise<void> {
  return inOrder(async () => {
    const mark = await appliedMark();
    if (mark.n > 0) await returnWhatIsLost(mark, journalLostRecords);
    await replayFrom(await appliedMark());
  });
}

/** Runs steps one after another, whatever becomes of the step before. */
function inOrder<T>(step: () => Promise<T>): Promise<T> {
  const result = last.then(step, step);
  last = result.catch(() => undefined);
  return result;
}

/**
 * The ops are durable already. A database that refuses them (it closes itself on a full disk) is reopened; one that has
 * refused others before them gets those too.
 */
async function project(ops: readonly WorkOp[], mark: JournalMark): Promise<void> {
  try {
    if (await applyNext({ ops }, mark)) return;
  } catch {
    database.close();
    await database.open();
  }
  await replayFrom(await appliedMark());
}
