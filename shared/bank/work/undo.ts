import type { BankBlock, BankEntry, EntryChange } from '../../model/bank.ts';
import { entryOf, hasFields, same, withFields } from './fields.ts';
import type { EditedBlock } from './blocks.ts';

/** Entries of a change that are no longer as the change left them: taking it back would undo what was done since. */
export function changedSince(block: BankBlock, changes: readonly EntryChange[]): string[] {
  const now = new Map(block.entries.map((entry) => [entry.id, entry]));
  return changes.filter((change) => !isAsLeft(now.get(change.id) ?? null, change)).map(({ id }) => id);
}

/** Takes a change of a block back: afterwards it is, entry by entry and in order, what it was. Throws where it no longer fits. */
export function undoChanges(block: BankBlock, changes: readonly EntryChange[]): EditedBlock {
  if (changedSince(block, changes).length > 0) throw new Error(`block ${block.id} was changed since`);
  const byId = new Map(changes.map((change) => [change.id, change]));
  const entries = block.entries.flatMap((entry) => restored(entry, byId.get(entry.id)));
  for (const { id, place, before } of changes.filter(isRemoval).toSorted((one, other) => one.place - other.place)) {
    if (before) entries.splice(place, 0, entryOf(id, before));
  }
  return { block: { ...block, entries }, changes: changes.map(reversed) };
}

function isAsLeft(entry: BankEntry | null, { after, before, id }: EntryChange): boolean {
  if (!after || !entry) return !after && !entry;
  return before ? hasFields(entry, after) : same(entry, entryOf(id, after));
}

/** The entry as it was before; nothing where the change had added it. */
function restored(entry: BankEntry, change: EntryChange | undefined): BankEntry[] {
  if (!change) return [entry];
  return change.before ? [withFields(entry, change.before)] : [];
}

const isRemoval = (change: EntryChange): boolean => change.after === null;
const reversed = ({ id, place, before, after }: EntryChange): EntryChange => ({ id, place, before: after, after: before });
