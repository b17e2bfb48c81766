import type { BankDecision, BankEntry, EntryRef } from '../../model/bank.ts';
import type { Finding } from '../imported.ts';
import type { SupersededDocument } from './documents.ts';

/** An entry and where it stands. */
export interface PlacedEntry {
  readonly ref: EntryRef;
  readonly entry: BankEntry;
}

/**
 * What a check of a whole bank puts before a person. contradiction: the same question, answers that cannot both be
 * right · duplicate: nearly the same text · similar: the same but for figures or a negation · document: it rests on a
 * superseded document · finding: something about the question by itself.
 */
export type CheckProblem =
  | ({ readonly kind: 'contradiction' } & AlikePair)
  | ({ readonly kind: 'duplicate' } & AlikePair)
  | {
      readonly kind: 'similar';
      readonly pair: Pair;
      /** What stands in the one and in the other, in order; '' where nothing does. */
      readonly differences: readonly (readonly [string, string])[];
      readonly decided: BankDecision | null;
      readonly blocks: false;
    }
  | {
      readonly kind: 'document';
      readonly entry: EntryRef;
      readonly document: SupersededDocument;
      /** The year that the question names; null where the title alone is out of force. */
      readonly year: number | null;
      readonly decided: BankDecision | null;
      readonly blocks: false;
    }
  | { readonly kind: 'finding'; readonly entry: EntryRef; readonly finding: Finding; readonly decided: null; readonly blocks: boolean };

export type Pair = readonly [EntryRef, EntryRef];

interface AlikePair {
  readonly pair: Pair;
  /** 0 to 1, of their texts. */
  readonly similarity: number;
  readonly decided: BankDecision | null;
  readonly blocks: boolean;
}

export interface CheckReport {
  /** How many questions were looked at. */
  readonly checked: number;
  /** In the order of the kinds above, at most `mostOfAKind` of each. */
  readonly problems: readonly CheckProblem[];
  /** How many of all problems keep the bank from being published. */
  readonly blocking: number;
  /** How many more problems there are than are listed. */
  readonly left: number;
  /** False where the bank is so full of look-alikes that not all pairs were compared. */
  readonly complete: boolean;
}

export const mostOfAKind = 2_000;
