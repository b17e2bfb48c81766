import type { BankEntry, EntryRef } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';
import { likeness } from '../checks/grams.ts';
import { identityOf } from '../identity.ts';
import type { SourcePlace } from '../imported.ts';
import { foldText } from '../text.ts';

/** What of a row decides which entry of the bank it is. */
export interface ReadRow {
  readonly place: SourcePlace;
  readonly question: Question | null;
  /** Id of the entry that an error workbook brings back; '' elsewhere. */
  readonly entryId: string;
}

/** `source`: the row stood at this place of the same file, read in the same way, before. */
export interface Match {
  readonly by: 'entry' | 'id' | 'text' | 'source';
  readonly ref: EntryRef;
}

/** Running numbers are no ids of their own: two files may both begin at 1. They hold only where the stems are alike. */
const runningNumber = /^\d{1,6}$/;
const alikeEnough = 0.4;

/** The entries of a bank as an import looks for them. Each is found once: a file that repeats a question has it twice. */
export class KnownEntries {
  readonly #ids = new Map<string, EntryRef>();
  readonly #texts = new Map<string, EntryRef[]>();
  readonly #places = new Map<string, EntryRef>();
  readonly #numberedStems = new Map<string, string>();
  readonly #found = new Set<string>();
  readonly #sameSource: ReadonlySet<string>;

  /** `sameSource`: batches of the same file, read in the same way. */
  constructor(sameSource: ReadonlySet<string>) {
    this.#sameSource = sameSource;
  }

  add(entry: BankEntry, blockId: string): void {
    const { id, question, state, origin } = entry;
    const ref = { id, blockId };
    this.#ids.set(id, ref);
    if (origin && this.#sameSource.has(origin.batchId)) this.#places.set(placeKey(origin), ref);
    if (!question) return;
    if (runningNumber.test(id)) this.#numberedStems.set(id, foldText(question.stem));
    if (state === 'staged') return; // it may still be dropped, and accepting looks again
    const identity = identityOf(question);
    const alike = this.#texts.get(identity);
    if (alike) alike.push(ref);
    else this.#texts.set(identity, [ref]);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  refOf(id: string): EntryRef | null {
    return this.#ids.get(id) ?? null;
  }

  /** The entry that a row is, or null where the bank does not know it. */
  find(row: ReadRow): Match | null {
    const match = this.#byEntry(row) ?? this.#bySource(row) ?? this.#byId(row) ?? this.#byText(row);
    if (match) this.#found.add(match.ref.id);
    return match;
  }

  #byEntry({ entryId }: ReadRow): Match | null {
    const ref = entryId === '' ? undefined : this.#ids.get(entryId);
    return ref ? { by: 'entry', ref } : null;
  }

  #bySource({ place }: ReadRow): Match | null {
    const ref = this.#places.get(placeKey(place));
    return ref ? { by: 'source', ref } : null;
  }

  #byId({ question }: ReadRow): Match | null {
    const ref = question && this.#ids.get(question.id);
    if (!ref || this.#found.has(ref.id)) return null;
    const stem = this.#numberedStems.get(ref.id);
    return stem === undefined || likeness(stem, foldText(question.stem)) >= alikeEnough ? { by: 'id', ref } : null;
  }

  #byText({ question }: ReadRow): Match | null {
    const refs = question ? (this.#texts.get(identityOf(question)) ?? []) : [];
    const ref = refs.find(({ id }) => !this.#found.has(id));
    return ref ? { by: 'text', ref } : null;
  }
}

const placeKey = ({ sheet, row }: Pick<SourcePlace, 'sheet' | 'row'>): string => `${sheet ?? ''}\n${row}`;
