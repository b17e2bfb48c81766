import { packEntries } from '@shared/bank/work/blocks.ts';
import { idFromHash, identityOf } from '@shared/bank/identity.ts';
import type { ProblemCode } from '@shared/bank/imported.ts';
import { labelled, restored, withdrawn, withQuestion, writtenEntry, type Labels } from '@shared/bank/work/edits.ts';
import { changeOf } from '@shared/bank/work/fields.ts';
import { mendFor } from '@shared/bank/work/mend.ts';
import type { BankStepKind, EntryRef } from '@shared/model/bank.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { blocksOf, inTurn, nextPlace } from './blocks.ts';
import { hashText } from './hash.ts';
import { unwatched, type Step, type Task } from './steps.ts';
import { editEntries, writeEdited, type Deed, type Edit } from './write.ts';

/** Gives an entry the question that a person wrote; also makes one of a row that was none. The id of the entry stays. */
export const editEntry = (bankId: string, ref: EntryRef, question: Question, step: Step): Promise<Result<null>> =>
  one(bankId, 'edit', ref, (entry) => withQuestion(entry, question), step);

/** Adds a question that is written here. Its id is its own where the bank has none such, else one made from what it asks. */
export function addQuestion(bankId: string, question: Question, step: Step): Promise<Result<EntryRef>> {
  return inTurn(async () => {
    const taken = await idsOf(bankId);
    const isTaken = (id: string): boolean => taken.has(id);
    const hash = await hashText(identityOf(question));
    const id = question.id !== '' && !isTaken(question.id) ? question.id : idFromHash(hash, isTaken);
    const entry = writtenEntry(id, question);
    const place = await nextPlace(bankId);
    const [block] = packEntries([entry], { bankId, place, newId: () => crypto.randomUUID() });
    const change = changeOf(0, null, entry);
    if (!block || !change) throw new Error('an entry fills a block');
    const result = await writeEdited({ bankId, what: 'add', step, undoes: '' }, [], [{ block, changes: [change] }]);
    return result.ok ? succeed({ id, blockId: block.id }) : result;
  });
}

/** Gives many entries a section, a topic or a difficulty. Says how many changed. */
export const bulkEdit = (bankId: string, refs: readonly EntryRef[], labels: Labels, step: Step, task: Task): Promise<Result<number>> =>
  editEntries(deed(bankId, 'label', step), refs, (entry) => labelled(entry, labels), task);

/** Takes questions out of the bank: the next version leaves them out. */
export const withdraw = (bankId: string, refs: readonly EntryRef[], step: Step, task: Task): Promise<Result<number>> =>
  editEntries(deed(bankId, 'withdraw', step), refs, withdrawn, task);

/** Takes withdrawn questions back in. */
export const restore = (bankId: string, refs: readonly EntryRef[], step: Step, task: Task): Promise<Result<number>> =>
  editEntries(deed(bankId, 'restore', step), refs, restored, task);

/** Mends one problem wherever it can be mended without knowing the subject. Says how many it mended. */
export function mendAll(bankId: string, refs: readonly EntryRef[], code: ProblemCode, step: Step, task: Task): Promise<Result<number>> {
  return editEntries(deed(bankId, 'mend', step), refs, (entry) => mendFor(code, entry)?.entry ?? entry, task);
}

/** Of questions that are the same, one stays and the others are withdrawn; those that still wait in an import go. */
export function mergeDuplicates(bankId: string, stays: EntryRef, goes: readonly EntryRef[], step: Step): Promise<Result<number>> {
  const others = goes.filter(({ id }) => id !== stays.id);
  const merge: Edit = (entry) => (entry.state === 'staged' ? null : withdrawn(entry));
  return editEntries(deed(bankId, 'merge', step), others, merge, unwatched());
}

async function one(bankId: string, what: BankStepKind, ref: EntryRef, edit: Edit, step: Step): Promise<Result<null>> {
  const result = await editEntries(deed(bankId, what, step), [ref], edit, unwatched());
  return result.ok ? succeed(null) : result;
}

async function idsOf(bankId: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const page of blocksOf(bankId)) for (const { entries } of page) for (const { id } of entries) ids.add(id);
  return ids;
}

const deed = (bankId: string, what: BankStepKind, step: Step): Deed => ({ bankId, what, step, undoes: '' });
