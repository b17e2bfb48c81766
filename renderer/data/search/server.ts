import { never } from '@shared/never.ts';
import { ContentIndex } from '@shared/study/search/content-index.ts';
import { readBankKeys, readQuestions } from '../content.ts';
import type { Asking, FromSearch, Questions, ToSearch } from './messages.ts';

/** While banks are being read in, the page is told to look again this often, in blocks. */
const blocksBetweenNews = 20;

/** The side of the worker: holds the texts of the installed banks, follows what is installed, answers. */
export class ContentSearchServer {
  readonly #index = new ContentIndex();
  readonly #say: (message: FromSearch) => void;
  #following: Promise<void> | null = null;

  constructor(say: (message: FromSearch) => void) {
    this.#say = say;
  }

  /**
   * Answers from what has been read in, also while it reads. Only what is to be complete waits for the rest. At each question it looks
   * whether other banks have been installed since.
   */
  async hear({ number, asking }: ToSearch): Promise<void> {
    const following = this.#follow();
    if (asking.kind === 'all') await following;
    this.#say({ kind: 'answer', number, answer: this.#answer(asking) });
    await following;
  }

  #follow(): Promise<void> {
    this.#following ??= this.#readIn().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #readIn(): Promise<void> {
    const keys = await readBankKeys();
    const known = new Set(this.#index.keys);
    const missing = keys.filter((key) => !known.has(key));
    if (missing.length === 0 && known.size === keys.length) return;
    for (const [place, key] of missing.entries()) {
      this.#index.put(key, await readQuestions(key));
      if (place % blocksBetweenNews !== 0) continue;
      this.#index.arrange(keys);
      this.#say({ kind: 'changed', complete: false });
    }
    this.#index.arrange(keys);
    this.#say({ kind: 'changed', complete: true });
  }

  #answer(asking: Asking): Questions[keyof Questions]['answer'] {
    switch (asking.kind) {
      case 'find':
        return this.#index.find(asking.query, asking.from, asking.count);
      case 'facets':
        return this.#index.facets(asking.text);
      case 'all':
        return this.#index.all(asking.query);
      default:
        return never(asking);
    }
  }
}
