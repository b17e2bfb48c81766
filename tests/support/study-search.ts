import { onTestFinished, vi } from 'vitest';
import type { FromSearch, ToSearch } from '../../renderer/data/search/messages.ts';
import { endSearch } from '../../renderer/data/search/search.ts';
import { ContentSearchServer } from '../../renderer/data/search/server.ts';

/** Until the test ends, the worker that searches runs in the page: jsdom has none. Messages are cloned as between threads. */
export function installSearchWorker(): void {
  vi.stubGlobal('Worker', PageWorker);
  onTestFinished(() => {
    endSearch();
    vi.unstubAllGlobals();
  });
}

class PageWorker extends EventTarget {
  readonly #server = new ContentSearchServer((message: FromSearch) => this.#say(message));
  #ended = false;

  postMessage(message: ToSearch): void {
    void this.#hear(structuredClone(message));
  }

  terminate(): void {
    this.#ended = true;
  }

  /** What a worker still reads when it is ended goes with it. */
  async #hear(message: ToSearch): Promise<void> {
    try {
      await this.#server.hear(message);
    } catch (error) {
      if (!this.#ended) throw error;
    }
  }

  #say(message: FromSearch): void {
    const data = structuredClone(message);
    queueMicrotask(() => this.#ended || this.dispatchEvent(new MessageEvent('message', { data })));
  }
}
