import type { Assembly, Notes, Refusal } from '@shared/exam/assembly/assemble.ts';
import type { Drawn } from '@shared/exam/assembly/draw.ts';
import type { PairAssembly } from '@shared/exam/assembly/pair.ts';
import type { PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';

/** Where the questions come from. */
export interface PoolChoice {
  /** All installed packages with question banks. */
  readonly installed: boolean;
  /** The bureau's own banks: what they keep. */
  readonly bankIds: readonly string[];
}

/** Which earlier papers make a question come last: those of the bureau, or the mock tests of one person. */
export type ExposureOf = { readonly kind: 'papers' } | { readonly kind: 'mocks'; readonly personId: string };

export interface DrawRequest {
  readonly pool: PoolChoice;
  readonly blueprint: Blueprint;
  readonly seed: number;
  readonly exposure: ExposureOf;
}

/** How many questions of one kind a pool has. */
export interface PoolCount extends Omit<PoolEntry, 'id'> {
  readonly count: number;
}

export type BlueprintCheck = ({ readonly ok: true } & Notes) | Refusal;

/** What can be asked, and what the answer is. */
export interface Questions {
  counts: { readonly ask: { readonly pool: PoolChoice }; readonly answer: readonly PoolCount[] };
  /** `shared`: of two papers, how many questions they have in common; null for one. */
  check: {
    readonly ask: { readonly pool: PoolChoice; readonly blueprint: Blueprint; readonly shared: number | null };
    readonly answer: BlueprintCheck;
  };
  draw: { readonly ask: DrawRequest; readonly answer: Drawn<Assembly> };
  drawPair: { readonly ask: DrawRequest & { readonly shared: number }; readonly answer: Drawn<PairAssembly> };
  /** By id or words of the text; at most `most`. */
  find: { readonly ask: { readonly pool: PoolChoice; readonly text: string; readonly most: number }; readonly answer: readonly Question[] };
  read: { readonly ask: { readonly pool: PoolChoice; readonly ids: readonly string[] }; readonly answer: readonly Question[] };
  /** Questions that may stand in place of one of the paper: of its kind, not on the papers, asking nothing that they ask. The least used first. */
  instead: {
    readonly ask: Pick<DrawRequest, 'pool' | 'blueprint' | 'exposure'> & {
      readonly question: Question;
      readonly onPapers: readonly Question[];
      readonly most: number;
    };
    readonly answer: readonly Question[];
  };
}

export type Asking = { readonly [K in keyof Questions]: { readonly kind: K } & Questions[K]['ask'] }[keyof Questions];

/** From the page to the worker. */
export interface ToAssembly {
  readonly number: number;
  readonly asking: Asking;
}

/** From the worker to the page. */
export interface FromAssembly {
  readonly number: number;
  readonly answer: Questions[keyof Questions]['answer'];
}
