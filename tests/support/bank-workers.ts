import { onTestFinished, vi } from 'vitest';
import { runCheck } from '../../renderer/data/bank/checks/run.ts';
import type { FromSearch, ToSearch } from '../../renderer/data/bank/search/messages.ts';
import { SearchServer } from '../../renderer/data/bank/search/server.ts';

/** Until the test ends, the bank's workers run in the page: jsdom has none. Messages are cloned as between threads. */
export function installBankWorkers(): void {
  vi.stubGlobal('Worker', PageWorker);
  onTestFinished(() => void vi.unstubAllGlobals());
}

class PageWorker extends EventTarget {
  readonly #server: SearchServer | null;
  #ended = false;

  constructor(url: URL) {
    super();
    this.#server = url.href.includes('search.worker') ? new SearchServer((message: FromSearch) => this.#say(message)) : null;
  }

  postMessage(message: ToSearch | string): void {
    const cloned = structuredClone(message);
    if (typeof cloned === 'string') void this.#check(cloned);
    else void this.#hear(cloned);
  }

  terminate(): void {
    this.#ended = true;
  }

  /** What a worker still reads when it is ended goes with it. */
  async #hear(message: ToSearch): Promise<void> {
    try {
      await this.#server?.hear(message);
    } catch (error) {
      if (!this.#ended) throw error;
    }
  }

  async #check(bankId: string): Promise<void> {
    const report = await runCheck(bankId, (share) => this.#say({ kind: 'progress', share }));
    this.#say({ kind: 'report', report });
  }

  #say(message: unknown): void {
    const data: unknown = structuredClone(message);
    queueMicrotask(() => this.#ended || this.dispatchEvent(new MessageEvent('message', { data })));
  }
}
