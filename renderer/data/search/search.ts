import type { BlockPositions } from '@shared/study/catalogue.ts';
import type { FoundFacets } from '@shared/study/search/content-index.ts';
import type { FoundQuery } from '@shared/study/sets.ts';
import type { Asking, FoundWindow, FromSearch, Questions, ToSearch } from './messages.ts';

export type { FoundWindow } from './messages.ts';

/** The search over all installed banks, in a worker of its own. It follows what is installed by itself. */
export interface ContentSearch {
  /** The found questions from `from` on, at most `count`, and how many there are in all. */
  find(query: FoundQuery, from: number, count: number): Promise<FoundWindow>;
  facets(text: string): Promise<FoundFacets>;
  /** Everything that is found. Waits until all banks have been read in. */
  all(query: FoundQuery): Promise<readonly BlockPositions[]>;
  /** Whether all banks have been read in; until then what is found grows. */
  readonly complete: boolean;
  /** Calls when the answers may be others than before; gives the function that ends it. */
  onChange(listener: () => void): () => void;
}

/** So long the texts stay in memory after the last screen that searches was left (ms). */
const keptFor = 120_000;

let shared: WorkerSearch | null = null;
let borrowers = 0;
let ending: ReturnType<typeof setTimeout> | undefined;

/** The one search of this page; started by the first who asks, and ended some time after the last has given it back. */
export function borrowSearch(): { readonly search: ContentSearch; readonly giveBack: () => void } {
  clearTimeout(ending);
  shared ??= new WorkerSearch(new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }));
  borrowers += 1;
  return { search: shared, giveBack };
}

function giveBack(): void {
  borrowers -= 1;
  if (borrowers > 0) return;
  ending = setTimeout(endSearch, keptFor);
}

/** Ends the worker; what is still asked is never answered. */
export function endSearch(): void {
  clearTimeout(ending);
  shared?.close();
  shared = null;
}

class WorkerSearch implements ContentSearch {
  readonly #worker: Worker;
  readonly #listeners = new Set<() => void>();
  readonly #asked = new Map<number, (answer: unknown) => void>();
  #numbers = 0;
  #complete = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => this.#hear(data));
  }

  get complete(): boolean {
    return this.#complete;
  }

  find(query: FoundQuery, from: number, count: number): Promise<FoundWindow> {
    return this.#ask<'find'>({ kind: 'find', query, from, count });
  }

  facets(text: string): Promise<FoundFacets> {
    return this.#ask<'facets'>({ kind: 'facets', text });
  }

  all(query: FoundQuery): Promise<readonly BlockPositions[]> {
    return this.#ask<'all'>({ kind: 'all', query });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask<K extends keyof Questions>(asking: Asking): Promise<Questions[K]['answer']> {
    this.#numbers += 1;
    const number = this.#numbers;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#asked.set(number, resolve);
    const message: ToSearch = { number, asking };
    this.#worker.postMessage(message, []);
    return promise as Promise<Questions[K]['answer']>; // the server answers each kind with its own
  }

  #hear(message: FromSearch): void {
    if (message.kind === 'answer') {
      this.#asked.get(message.number)?.(message.answer);
      this.#asked.delete(message.number);
      return;
    }
    this.#complete = message.complete;
    for (const listener of this.#listeners) listener();
  }
}
