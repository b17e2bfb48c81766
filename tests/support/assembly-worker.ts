import { onTestFinished, vi } from 'vitest';
import type { FromAssembly, ToAssembly } from '../../renderer/data/assembly/messages.ts';
import { AssemblyServer } from '../../renderer/data/assembly/server.ts';

/** Until the test ends, the worker that draws papers runs in the page: jsdom has none. Others stay as they were. Messages are cloned as between threads. */
export function installAssemblyWorker(): void {
  const before = globalThis.Worker as typeof Worker | undefined;
  const stub = function PageWorkers(url: URL, options?: WorkerOptions): object {
    if (url.href.includes('assembly.worker')) return new PageWorker();
    if (!before) throw new Error(`no worker for ${url.href}`);
    return new before(url, options);
  };
  vi.stubGlobal('Worker', stub);
  onTestFinished(() => void vi.stubGlobal('Worker', before));
}

class PageWorker extends EventTarget {
  readonly #server = new AssemblyServer((message: FromAssembly) => this.#say(message));
  #ended = false;

  postMessage(message: ToAssembly): void {
    void this.#hear(structuredClone(message));
  }

  terminate(): void {
    this.#ended = true;
  }

  /** What a worker still reads when it is ended goes with it. */
  async #hear(message: ToAssembly): Promise<void> {
    try {
      await this.#server.hear(message);
    } catch (error) {
      if (!this.#ended) throw error;
    }
  }

  #say(message: FromAssembly): void {
    const data = structuredClone(message);
    queueMicrotask(() => this.#ended || this.dispatchEvent(new MessageEvent('message', { data })));
  }
}
