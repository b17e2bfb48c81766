import type { BankFacets, BankQuery } from '@shared/bank/search.ts';
import type { EntryRef } from '@shared/model/bank.ts';
import { onBlocks } from '../blocks.ts';
import { onCorrections } from '../corrections.ts';
import type { Asking, FoundPage, FromSearch, Questions, ToSearch } from './messages.ts';

export type { FoundPage } from './messages.ts';

/** The list of one bank, searched in a worker of its own. It follows every write by itself. */
export interface BankSearch {
  /** The found entries from `from` on, at most `count`, and how many there are in all. */
  find(query: BankQuery, from: number, count: number): Promise<FoundPage>;
  /** Everything that is found, for steps on all of it. */
  all(query: BankQuery): Promise<readonly EntryRef[]>;
  /** The place of an entry in what is found, counted from 0; −1 where it is not found. */
  placeOf(query: BankQuery, id: string): Promise<number>;
  refOf(id: string): Promise<EntryRef | null>;
  facets(query: BankQuery): Promise<BankFacets>;
  /** Whether the whole bank has been read in; until then what is found grows. */
  readonly complete: boolean;
  /** Calls when the answers may be others than before; gives the function that ends it. */
  onChange(listener: () => void): () => void;
  /** Ends the worker; what is still asked is never answered. */
  close(): void;
}

export function openBankSearch(bankId: string): BankSearch {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  return new WorkerSearch(worker, bankId);
}

class WorkerSearch implements BankSearch {
  readonly #worker: Worker;
  readonly #listeners = new Set<() => void>();
  readonly #asked = new Map<number, (answer: unknown) => void>();
  readonly #ends: readonly (() => void)[];
  #numbers = 0;
  #complete = false;

  constructor(worker: Worker, bankId: string) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => this.#hear(data));
    this.#ends = [
      onBlocks((changed, blockIds) => changed === bankId && this.#tell({ kind: 'blocks', blockIds })),
      onCorrections(() => this.#tell({ kind: 'corrections' })),
    ];
    this.#tell({ kind: 'open', bankId });
  }

  get complete(): boolean {
    return this.#complete;
  }

  find(query: BankQuery, from: number, count: number): Promise<FoundPage> {
    return this.#ask<'find'>({ kind: 'find', query, from, count });
  }

  async all(query: BankQuery): Promise<readonly EntryRef[]> {
    return (await this.find(query, 0, Infinity)).refs;
  }

  placeOf(query: BankQuery, id: string): Promise<number> {
    return this.#ask<'placeOf'>({ kind: 'placeOf', query, id });
  }

  refOf(id: string): Promise<EntryRef | null> {
    return this.#ask<'refOf'>({ kind: 'refOf', id });
  }

  facets(query: BankQuery): Promise<BankFacets> {
    return this.#ask<'facets'>({ kind: 'facets', query });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#worker.terminate();
  }

  #ask<K extends keyof Questions>(asking: Asking): Promise<Questions[K]['answer']> {
    this.#numbers += 1;
    const number = this.#numbers;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#asked.set(number, resolve);
    this.#tell({ kind: 'ask', number, asking });
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

  #tell(message: ToSearch): void {
    this.#worker.postMessage(message, []);
  }
}
