import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { Asking, FromAssembly, Questions, ToAssembly } from './messages.ts';

export type { BlueprintCheck, DrawRequest, PoolChoice, PoolCount } from './messages.ts';

/** Draws papers in a worker of its own. */
export interface Assembler {
  /** Fails only as cancelled, when `cancel` or `close` came before the answer. */
  ask<K extends keyof Questions>(kind: K, ask: Questions[K]['ask']): Promise<Result<Questions[K]['answer']>>;
  /** Ends what is under way; what is asked after it begins anew. */
  cancel(): void;
  close(): void;
}

export const openAssembler = (): Assembler => new WorkerAssembler();

interface Waiting {
  readonly resolve: (answer: Result<Questions[keyof Questions]['answer']>) => void;
  readonly reject: (error: Error) => void;
}

class WorkerAssembler implements Assembler {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #numbers = 0;

  async ask<K extends keyof Questions>(kind: K, ask: Questions[K]['ask']): Promise<Result<Questions[K]['answer']>> {
    const number = (this.#numbers += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Result<Questions[keyof Questions]['answer']>>();
    this.#waiting.set(number, { resolve, reject });
    const message: ToAssembly = { number, asking: { kind, ...ask } as Asking }; // kind and ask go together by the signature
    this.#start().postMessage(message, []);
    return promise;
  }

  cancel(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { resolve } of this.#waiting.values()) resolve(fail('cancelled'));
    this.#waiting.clear();
  }

  close(): void {
    this.cancel();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./assembly.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromAssembly>) => this.#hear(data));
    worker.addEventListener('error', (event) => this.#break(new Error(`drawing a paper: ${event.message}`)));
    this.#worker = worker;
    return worker;
  }

  #hear({ number, answer }: FromAssembly): void {
    this.#waiting.get(number)?.resolve(succeed(answer));
    this.#waiting.delete(number);
  }

  #break(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
