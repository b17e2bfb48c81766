import type { BlockPositions } from '@shared/study/catalogue.ts';
import type { FoundQuery } from '@shared/study/sets.ts';
import type { FoundFacets, FoundRow } from '@shared/study/search/content-index.ts';

/** What is found: how many, and those of the window that was asked for. */
export interface FoundWindow {
  readonly total: number;
  readonly rows: readonly FoundRow[];
}

/** What can be asked, and what the answer is. */
export interface Questions {
  find: { readonly ask: { readonly query: FoundQuery; readonly from: number; readonly count: number }; readonly answer: FoundWindow };
  facets: { readonly ask: { readonly text: string }; readonly answer: FoundFacets };
  all: { readonly ask: { readonly query: FoundQuery }; readonly answer: readonly BlockPositions[] };
}

export type Asking = { readonly [K in keyof Questions]: { readonly kind: K } & Questions[K]['ask'] }[keyof Questions];

/** From the page to the worker. */
export interface ToSearch {
  readonly number: number;
  readonly asking: Asking;
}

/** From the worker to the page. `changed`: ask again; `complete` once all installed banks have been read in. */
export type FromSearch =
  | { readonly kind: 'changed'; readonly complete: boolean }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Questions[keyof Questions]['answer'] };
