import { BankIndex } from '@shared/bank/search.ts';
import { never } from '@shared/never.ts';
import { database } from '../../database.ts';
import { blocksOf } from '../blocks.ts';
import type { Asking, FromSearch, Questions, ToSearch } from './messages.ts';
import { readingsOf } from './readings.ts';

/** While a bank is being read in, the list is told to look again this often, in pages. */
const pagesBetweenNews = 20;

/** The side of the worker: holds the texts of one bank, follows what is written, answers. */
export class SearchServer {
  readonly #index = new BankIndex(readingsOf);
  readonly #say: (message: FromSearch) => void;
  #bankId = '';
  #complete = false;
  #last: Promise<void> = Promise.resolve();

  constructor(say: (message: FromSearch) => void) {
    this.#say = say;
  }

  /** Answers at once what is asked, also while it reads; what it is told, it does one after the other. */
  async hear(message: ToSearch): Promise<void> {
    if (message.kind === 'ask') return this.#say({ kind: 'answer', number: message.number, answer: this.#answer(message.asking) });
    this.#last = this.#last.then(() => this.#follow(message));
    return this.#last;
  }

  async #follow(message: Exclude<ToSearch, { kind: 'ask' }>): Promise<void> {
    if (message.kind === 'open') await this.#open(message.bankId);
    else if (message.kind === 'blocks') await this.#reread(message.blockIds);
    else await this.#readCorrections();
    this.#say({ kind: 'changed', complete: this.#complete });
  }

  async #open(bankId: string): Promise<void> {
    this.#bankId = bankId;
    await this.#readCorrections();
    let pages = 0;
    for await (const page of blocksOf(bankId)) {
      for (const block of page) this.#index.put(block);
      pages += 1;
      if (pages % pagesBetweenNews === 1) this.#say({ kind: 'changed', complete: false });
    }
    this.#complete = true;
  }

  async #reread(blockIds: readonly string[]): Promise<void> {
    const blocks = await database.bankBlocks.bulkGet([...blockIds]);
    for (const [at, id] of blockIds.entries()) this.#index.put(blocks[at] ?? { id, bankId: this.#bankId, place: 0, entries: [] });
  }

  async #readCorrections(): Promise<void> {
    const bank = await database.banks.get(this.#bankId);
    const corrections = bank ? await database.corrections.where('package').equals(bank.name).toArray() : [];
    this.#index.setCorrections(new Set(corrections.filter(({ reply }) => reply === null).map(({ questionId }) => questionId)));
  }

  #answer(asking: Asking): Questions[keyof Questions]['answer'] {
    switch (asking.kind) {
      case 'find':
        return this.#index.find(asking.query, asking.from, asking.count);
      case 'placeOf':
        return this.#index.placeOf(asking.query, asking.id);
      case 'facets':
        return this.#index.facets(asking.query);
      case 'refOf':
        return this.#index.refOf(asking.id);
      default:
        return never(asking);
    }
  }
}
