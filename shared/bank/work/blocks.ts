import { entriesPerBlock, type BankBlock, type BankCounts, type BankEntry, type EntryChange } from '../../model/bank.ts';
import { changeOf } from './fields.ts';

export const noEntries: BankCounts = { kept: 0, withdrawn: 0, staged: 0, refused: 0 };

/** What an edit made of a block: the new row, and for each entry that differs what became of it. */
export interface EditedBlock {
  readonly block: BankBlock;
  readonly changes: readonly EntryChange[];
}

/** Applies an edit to every entry: the same entry back means no change, null takes it out. */
export function editBlock(block: BankBlock, edit: (entry: BankEntry) => BankEntry | null): EditedBlock {
  const edited = block.entries.map((entry) => edit(entry));
  const changes = block.entries.flatMap((before, place) => changeOf(place, before, edited[place] ?? null) ?? []);
  return { block: changes.length === 0 ? block : { ...block, entries: edited.filter((entry) => entry !== null) }, changes };
}

/** Puts entries into full blocks behind the last place; `newId` is asked once a block. */
export function packEntries(
  entries: readonly BankEntry[],
  { bankId, place, newId }: { readonly bankId: string; readonly place: number; readonly newId: () => string },
): BankBlock[] {
  const count = Math.ceil(entries.length / entriesPerBlock);
  return Array.from({ length: count }, (_, number) => ({
    id: newId(),
    bankId,
    place: place + number,
    entries: entries.slice(number * entriesPerBlock, (number + 1) * entriesPerBlock),
  }));
}

/** The counts of a bank after its blocks changed from one form to another. */
export function recount(counts: BankCounts, before: readonly BankBlock[], after: readonly BankBlock[]): BankCounts {
  const tally = { ...counts };
  for (const entry of before.flatMap(({ entries }) => entries)) tally[kindOf(entry)] -= 1;
  for (const entry of after.flatMap(({ entries }) => entries)) tally[kindOf(entry)] += 1;
  return tally;
}

const kindOf = ({ state, question }: BankEntry): keyof BankCounts => (state === 'staged' && !question ? 'refused' : state);
