import Dexie from 'dexie';
import { historyOf } from '@shared/bank/work/history.ts';
import { changedSince, undoChanges } from '@shared/bank/work/undo.ts';
import type { BankBlock, BankChange, BankEntry, BankStep, EntryRef } from '@shared/model/bank.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { settle } from './batch-state.ts';
import { blocksAtOnce, inTurn } from './blocks.ts';
import { readEntry } from './entries.ts';
import type { Step, Task } from './steps.ts';
import { writeEdited, type Deed } from './write.ts';

/** A step as a list shows it. */
export interface ListedStep extends BankStep {
  /** Whether it has been taken back, and that has not been taken back again. */
  readonly undone: boolean;
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly entries: number }
  /** These entries were changed again afterwards, so that nothing was taken back. */
  | { readonly kind: 'changed-since'; readonly entries: readonly string[] }
  /** There is no such step. */
  | { readonly kind: 'nothing' };

/** The last steps of a bank, newest first. */
export async function readSteps(bankId: string, count: number): Promise<ListedStep[]> {
  const ofBank = database.bankSteps.where('[bankId+at]').between([bankId, Dexie.minKey], [bankId, Dexie.maxKey]);
  const steps = (await ofBank.toArray()).toReversed().slice(0, count);
  const undone = new Set<string>();
  // Newest first: whether an undo holds is known before the step that it takes back is met.
  return steps.map((step) => {
    const isUndone = undone.has(step.id);
    if (step.undoes !== '' && !isUndone) undone.add(step.undoes);
    return { ...step, undone: isUndone };
  });
}

/**
 * Takes a whole step back, as a new step that can be taken back in turn. Where some of its entries have been changed
 * since, nothing is done and they are named.
 */
export function undo(bankId: string, stepId: string, step: Step, task: Task): Promise<Result<UndoOutcome>> {
  return inTurn(async () => {
    const changeIds = (await database.bankChanges.where('stepId').equals(stepId).primaryKeys()).toReversed();
    if (changeIds.length === 0) return succeed({ kind: 'nothing' });
    const changed = await findChanged(changeIds);
    if (changed.length > 0) return succeed({ kind: 'changed-since', entries: changed });
    return takeBack({ bankId, what: 'undo', step, undoes: stepId }, changeIds, task);
  });
}

/** What happened to an entry, newest first, each time with the whole entry before and after. */
export async function readHistory(
  ref: EntryRef,
): Promise<{ readonly step: BankStep; readonly before: BankEntry | null; readonly after: BankEntry | null }[]> {
  const [entry, changes] = await Promise.all([readEntry(ref), database.bankChanges.where('blockId').equals(ref.blockId).toArray()]);
  const own = changes.filter(({ entries }) => entries.some(({ id }) => id === ref.id));
  const steps = new Map((await database.bankSteps.bulkGet(own.map(({ stepId }) => stepId))).map((step) => [step?.id, step]));
  const at = ({ stepId }: BankChange): number => steps.get(stepId)?.at ?? 0;
  const newestFirst = own.toSorted((one, other) => at(other) - at(one) || (one.id < other.id ? 1 : -1));
  return historyOf(ref.id, entry, newestFirst).flatMap(({ stepId, before, after }) => {
    const step = steps.get(stepId);
    return step ? [{ step, before, after }] : [];
  });
}

/** Entries that are no longer as the step left them. A step that changed a block twice is gone through backwards. */
async function findChanged(changeIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const undone = new Map<string, BankBlock>();
  for (let from = 0; from < changeIds.length; from += blocksAtOnce) {
    for (const { change, block } of await withBlocks(changeIds.slice(from, from + blocksAtOnce))) {
      const now = undone.get(block.id) ?? block;
      const changed = changedSince(now, change.entries);
      found.push(...changed);
      if (changed.length === 0) undone.set(block.id, undoChanges(now, change.entries).block);
    }
  }
  return found;
}

async function takeBack(deed: Deed, changeIds: readonly string[], task: Task): Promise<Result<UndoOutcome>> {
  const batchIds = new Set<string>();
  let entries = 0;
  for (let from = 0; from < changeIds.length;) {
    if (task.signal.aborted) return fail('cancelled');
    const pairs = withoutRepeats(await withBlocks(changeIds.slice(from, from + blocksAtOnce)));
    const edited = pairs.map(({ block, change }) => undoChanges(block, change.entries));
    const before = pairs.map(({ block }) => block);
    const result = await writeEdited(deed, before, edited);
    if (!result.ok) return result;
    const touched = [...before, ...edited.map(({ block }) => block)].flatMap((block) => block.entries);
    for (const { origin } of touched) if (origin) batchIds.add(origin.batchId);
    entries += result.value;
    from += Math.max(1, pairs.length);
    task.onProgress(from, changeIds.length);
  }
  for (const batch of await database.bankBatches.bulkGet([...batchIds])) if (batch) await settle(batch, false);
  return succeed({ kind: 'undone', entries });
}

/** As far as no block comes a second time: its second change is taken back from what the first has left. */
function withoutRepeats<T extends { readonly block: BankBlock }>(pairs: readonly T[]): readonly T[] {
  const end = pairs.findIndex(({ block }, at) => pairs.slice(0, at).some((earlier) => earlier.block.id === block.id));
  return end < 0 ? pairs : pairs.slice(0, end);
}

async function withBlocks(changeIds: readonly string[]): Promise<{ readonly change: BankChange; readonly block: BankBlock }[]> {
  const changes = (await database.bankChanges.bulkGet([...changeIds])).filter((change) => change !== undefined);
  const blocks = await database.bankBlocks.bulkGet(changes.map(({ blockId }) => blockId));
  return changes.flatMap((change, at) => {
    const block = blocks[at];
    return block ? [{ change, block }] : [];
  });
}
