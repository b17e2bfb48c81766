import { acceptEntry, type Acceptance } from '@shared/bank/work/accept.ts';
import type { KnownEntries } from '@shared/bank/work/matching.ts';
import type { BankEntry, EntryRef } from '@shared/model/bank.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { blocksAtOnce } from './blocks.ts';
import { readEntries } from './entries.ts';
import { editBlocksNow, type Deed } from './write.ts';

/** What accepting did. */
export interface Accepted {
  /** New questions of the bank. */
  readonly accepted: number;
  /** Questions of the bank that took another form. */
  readonly changed: number;
  /** Rows that the bank had just so by now. */
  readonly unchanged: number;
  /** Rows that are no question and go on waiting. */
  readonly refused: number;
  /** Questions that turned out to be others of the bank in another form: they wait to be looked at beside those. */
  readonly conflicting: number;
}

/** Whether an entry is among those that the person means. */
export type IsMeant = (entry: BankEntry) => boolean;

/** Accepting a batch, some blocks at a time. `known`: what the bank had before. */
export class Accepting {
  readonly #deed: Deed;
  readonly #known: KnownEntries;
  readonly #counts = { accepted: 0, changed: 0, unchanged: 0, refused: 0, conflicting: 0 };

  constructor(deed: Deed, known: KnownEntries) {
    this.#deed = deed;
    this.#known = known;
  }

  get counts(): Accepted {
    return this.#counts;
  }

  /** Accepts what is meant in a few blocks. The blocks of the questions that change may be others. */
  async take(blockIds: readonly string[], isMeant: IsMeant): Promise<Result<null>> {
    const blocks = (await database.bankBlocks.bulkGet([...blockIds])).filter((block) => block !== undefined);
    const staged = blocks.flatMap((block) => block.entries.filter(isMeant).map((entry) => ({ entry, blockId: block.id })));
    const refs = staged.map(({ entry }) => this.#matchOf(entry));
    const found = new Map((await readEntries(refs.filter((ref) => ref !== null))).map((entry) => [entry?.id, entry]));
    const edits = new Edits();
    for (const [at, { entry, blockId }] of staged.entries()) {
      const ref = refs[at] ?? null;
      const acceptance = acceptEntry(entry, (ref && found.get(ref.id)) ?? null);
      this.#note(acceptance, entry, blockId, ref, edits);
      if (edits.blocks >= 4 * blocksAtOnce) {
        const result = await this.#write(edits);
        if (!result.ok) return result;
      }
    }
    return this.#write(edits);
  }

  #matchOf({ matches, question, id }: BankEntry): EntryRef | null {
    if (!question) return null;
    if (matches !== null) return this.#known.refOf(matches);
    const place = { sheet: null, row: 0, lastRow: 0 };
    const found = this.#known.find({ place, question: { ...question, id: '' }, entryId: '' })?.ref ?? null;
    return found?.id === id ? null : found;
  }

  #note(acceptance: Acceptance, entry: BankEntry, blockId: string, ref: EntryRef | null, edits: Edits): void {
    if (acceptance.kind === 'none') this.#counts.refused += 1;
    if (acceptance.kind === 'known') this.#counts.unchanged += 1;
    if (acceptance.kind === 'ask') this.#counts.conflicting += 1;
    if (acceptance.kind === 'new') this.#counts.accepted += 1;
    if (acceptance.kind === 'change') this.#counts.changed += 1;
    if (acceptance.kind === 'new' || acceptance.kind === 'ask') edits.set(blockId, entry.id, acceptance.entry);
    if (acceptance.kind === 'known' || acceptance.kind === 'change') edits.set(blockId, entry.id, null);
    if (acceptance.kind === 'change' && ref) edits.set(ref.blockId, ref.id, acceptance.entry);
  }

  async #write(edits: Edits): Promise<Result<null>> {
    const result = await editBlocksNow(this.#deed, edits.take());
    return result.ok ? succeed(null) : result;
  }
}

/** What is to become of entries, by block. */
class Edits {
  readonly #byBlock = new Map<string, Map<string, BankEntry | null>>();

  get blocks(): number {
    return this.#byBlock.size;
  }

  set(blockId: string, entryId: string, entry: BankEntry | null): void {
    const own = this.#byBlock.get(blockId) ?? new Map<string, BankEntry | null>();
    this.#byBlock.set(blockId, own.set(entryId, entry));
  }

  take(): ReadonlyMap<string, (entry: BankEntry) => BankEntry | null> {
    const edits = [...this.#byBlock].map(([blockId, own]) => {
      const edit = (entry: BankEntry): BankEntry | null => (own.has(entry.id) ? (own.get(entry.id) ?? null) : entry);
      return [blockId, edit] as const;
    });
    this.#byBlock.clear();
    return new Map(edits);
  }
}
