import { editBlock, recount, type EditedBlock } from '@shared/bank/work/blocks.ts';
import type { Bank, BankBlock, BankEntry, BankStep, BankStepKind, EntryRef } from '@shared/model/bank.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { blocksAtOnce, inTurn, tellBlocks } from './blocks.ts';
import type { Step, Task } from './steps.ts';

/** What an edit makes of an entry: the same one back where nothing changes, null where it goes. */
export type Edit = (entry: BankEntry) => BankEntry | null;

/** What a person does to a bank, and under which name it is remembered. */
export interface Deed {
  readonly bankId: string;
  readonly what: BankStepKind;
  readonly step: Step;
  /** Id of the step that this one takes back, or ''. */
  readonly undoes: string;
}

/** Applies one edit to many entries, some blocks a commit. Says how many changed. */
export async function editEntries(deed: Deed, refs: readonly EntryRef[], edit: Edit, task: Task): Promise<Result<number>> {
  const wanted = Map.groupBy(refs, ({ blockId }) => blockId);
  const blockIds = [...wanted.keys()];
  let changed = 0;
  for (let from = 0; from < blockIds.length; from += blocksAtOnce) {
    if (task.signal.aborted) return fail('cancelled');
    const edits = blockIds.slice(from, from + blocksAtOnce).map((blockId) => {
      const ids = new Set(wanted.get(blockId)?.map(({ id }) => id));
      return [blockId, (entry: BankEntry) => (ids.has(entry.id) ? edit(entry) : entry)] as const;
    });
    const result = await editBlocks(deed, new Map(edits));
    if (!result.ok) return result;
    changed += result.value;
    task.onProgress(Math.min(from + blocksAtOnce, blockIds.length), blockIds.length);
  }
  return succeed(changed);
}

/** Applies an edit to each of a few blocks, in one commit. Says how many entries changed. */
export function editBlocks(deed: Deed, edits: ReadonlyMap<string, Edit>): Promise<Result<number>> {
  return inTurn(() => editBlocksNow(deed, edits));
}

/** The same for work that has its turn already. */
export async function editBlocksNow(deed: Deed, edits: ReadonlyMap<string, Edit>): Promise<Result<number>> {
  const before = (await database.bankBlocks.bulkGet([...edits.keys()])).filter((block) => block !== undefined);
  const edited = before.map((block) => editBlock(block, edits.get(block.id) ?? ((entry) => entry)));
  return writeEdited(deed, before, edited);
}

/** Writes blocks with what was changed in them, and the step that did it: all of it or nothing. */
export async function writeEdited(deed: Deed, before: readonly BankBlock[], edited: readonly EditedBlock[]): Promise<Result<number>> {
  const changed = edited.filter(({ changes }) => changes.length > 0);
  const count = changed.reduce((sum, { changes }) => sum + changes.length, 0);
  if (count === 0) return succeed(0);
  const { number, step, bank } = await readAround(deed, count);
  const ops: WorkOp[] = changed.flatMap(({ block, changes }, place) => [
    { table: 'bankBlocks', put: block } as const,
    { table: 'bankChanges', put: { ...changeOf(deed, block, number + place), entries: changes } } as const,
  ]);
  const after = changed.map(({ block }) => block);
  const old = before.filter(({ id }) => after.some((block) => block.id === id));
  const result = await commit(`bank.${deed.what}`, [...ops, { table: 'bankSteps', put: step }, countsOf(bank, old, after)]);
  if (!result.ok) return result;
  tellBlocks(
    deed.bankId,
    after.map(({ id }) => id),
  );
  return succeed(count);
}

/** The bank with the counts that these blocks give it. */
export async function countsOp(bankId: string, before: readonly BankBlock[], after: readonly BankBlock[]): Promise<WorkOp> {
  return countsOf(await mustHave(bankId), before, after);
}

const countsOf = (bank: Bank, before: readonly BankBlock[], after: readonly BankBlock[]): WorkOp => ({
  table: 'banks',
  put: { ...bank, counts: recount(bank.counts, before, after) },
});

export async function mustHave(bankId: string): Promise<Bank> {
  const bank = await database.banks.get(bankId);
  if (!bank) throw new Error(`there is no bank ${bankId}`);
  return bank;
}

/**
 * What is written beside the blocks, read in one transaction because each costs as much as its reading. A long step is
 * written in pieces: `number` is that of its next change, and its row counts what they have changed so far.
 */
function readAround({ bankId, what, step: { id, personId, at }, undoes }: Deed, count: number) {
  const tables = [database.banks, database.bankSteps, database.bankChanges];
  return database.transaction('r', tables, async () => {
    const [bank, known, number] = await Promise.all([
      mustHave(bankId),
      database.bankSteps.get(id),
      database.bankChanges.where('stepId').equals(id).count(),
    ]);
    const step: BankStep = { id, bankId, what, at, personId, undoes, count: (known?.count ?? 0) + count };
    return { bank, step, number };
  });
}

/** Ids in the order of the changes: a step may change a block more than once. */
const changeOf = ({ bankId, step }: Deed, block: BankBlock, number: number) => ({
  id: `${step.id}/${String(number).padStart(6, '0')}`,
  bankId,
  blockId: block.id,
  stepId: step.id,
});
