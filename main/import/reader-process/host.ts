import type { Job } from './messages.ts';

/** Starts reader processes. Node and Electron do it differently; which of them is chosen where the program starts. */
export interface ReaderHost {
  start(job: Job, listener: ReaderListener): ReaderProcess;
}

export interface ReaderListener {
  readonly onMessage: (message: unknown) => void;
  /** The process is gone. `outOfMemory` where the engine gave up because its heap was full; `said` is what it wrote last. */
  readonly onEnd: (end: { readonly outOfMemory: boolean; readonly said: string }) => void;
}

export interface ReaderProcess {
  /** Ends the process at once, whatever it is doing. */
  kill(): void;
  /** Bytes that it holds in memory, or null where that cannot be told. */
  memory(): number | null;
}

/** How much of what a process wrote to standard error is kept, in characters. */
const saidAtMost = 4_000;

/** Collects what a process says before it ends. */
export function listenTo(stream: NodeJS.ReadableStream | null): () => { outOfMemory: boolean; said: string } {
  let said = '';
  let outOfMemory = false;
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => {
    const all = said + text;
    outOfMemory ||= /heap out of memory|heap limit|invalid array length|last resort; GC/i.test(all);
    said = all.slice(-saidAtMost);
  });
  return () => ({ outOfMemory, said });
}
