import type { BankFacets, BankQuery } from '@shared/bank/search.ts';
import type { EntryRef } from '@shared/model/bank.ts';

/** What is found: how many, and those of the window that was asked for. */
export interface FoundPage {
  readonly total: number;
  readonly refs: readonly EntryRef[];
}

/** What can be asked, and what the answer is. */
export interface Questions {
  find: { readonly ask: { readonly query: BankQuery; readonly from: number; readonly count: number }; readonly answer: FoundPage };
  placeOf: { readonly ask: { readonly query: BankQuery; readonly id: string }; readonly answer: number };
  facets: { readonly ask: { readonly query: BankQuery }; readonly answer: BankFacets };
  refOf: { readonly ask: { readonly id: string }; readonly answer: EntryRef | null };
}

export type Asking = { readonly [K in keyof Questions]: { readonly kind: K } & Questions[K]['ask'] }[keyof Questions];

/** From the page to the worker. */
export type ToSearch =
  | { readonly kind: 'open'; readonly bankId: string }
  | { readonly kind: 'blocks'; readonly blockIds: readonly string[] }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'ask'; readonly number: number; readonly asking: Asking };

/** From the worker to the page. `changed`: ask again; `complete` once the whole bank has been read in. */
export type FromSearch =
  | { readonly kind: 'changed'; readonly complete: boolean }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown };
