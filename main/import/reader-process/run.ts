import type { FileRefusal } from '@shared/bank/imported.ts';
import { limits } from '../../limits.ts';
import type { ReaderHost, ReaderListener } from './host.ts';
import type { End, Job, Message, Page } from './messages.ts';

export interface ReaderRun {
  readonly host: ReaderHost;
  /** Length of the file in bytes; longer files may take longer. */
  readonly size: number;
  readonly signal: AbortSignal;
  readonly onPage: (page: Page) => void;
}

/** How often the memory of a reader is looked at (ms). */
const watchEvery = 250;

/**
 * Has a job done by a process of its own, which is gone when this returns. One that takes too long, too much memory or
 * crashes refuses the file as too demanding. Throws the signal's reason when the person cancels.
 */
export async function runReader(job: Job, { host, size, signal, onPage }: ReaderRun): Promise<End> {
  signal.throwIfAborted();
  const { promise, resolve } = Promise.withResolvers<End>();
  let end: End | null = null;
  const onMessage = (message: unknown): void => {
    const told = message as Message; // our own entry.ts speaks
    if (end) return;
    if (isPage(told)) onPage(told);
    else stop(told);
  };
  const onEnd: ReaderListener['onEnd'] = (how) => resolve(end ?? brokenOff(how));
  const reader = host.start(job, { onMessage, onEnd });
  const stop = (why: End): void => {
    end ??= why;
    reader.kill();
  };
  const seconds = secondsFor(size);
  const clock = setTimeout(() => stop(demanding(`读取这个文件超过了 ${seconds} 秒，已停止。${advice}`)), seconds * 1_000);
  const watch = setInterval(() => {
    if ((reader.memory() ?? 0) > limits.importMemory) stop(outOfMemory);
  }, watchEvery);
  const cancel = (): void => stop(cancelled);
  signal.addEventListener('abort', cancel);
  try {
    const how = await promise;
    if (how === cancelled) signal.throwIfAborted();
    return how;
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    signal.removeEventListener('abort', cancel);
  }
}

/** A long file may take longer, but no file may take a minute. */
function secondsFor(size: number): number {
  const time = limits.importTime + (size / 1e6) * limits.importTimePerMegabyte;
  return Math.round(Math.min(time, limits.importTimeAtMost) / 1_000);
}

const advice = '请用办公软件打开，检查是否有异常大的内容，另存或拆成几个文件后再试。';
const refusal = (message: string): FileRefusal => ({ code: 'file-too-demanding', message });
const demanding = (message: string): End => ({ kind: 'refused', refusal: refusal(message) });
const outOfMemory = demanding(`读取这个文件需要的内存太多，已停止。${advice}`);
const cancelled = demanding('读取已取消。');

function brokenOff(how: Parameters<ReaderListener['onEnd']>[0]): End {
  if (how.outOfMemory) return outOfMemory;
  return { kind: 'broken', refusal: refusal(`读取这个文件时程序中断。${advice}`), reason: `the reader broke off: ${how.said}` };
}

const pages: readonly Message['kind'][] = ['total', 'questions', 'refusals', 'problems', 'rows'] satisfies readonly Page['kind'][];
const isPage = (message: Message): message is Page => pages.includes(message.kind);

/** What reading with the memory given cannot bring to an end, told by the engine as an error of its own. */
export function refusalOfError(error: unknown): FileRefusal | null {
  const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
  return error instanceof RangeError || tooLong
    ? { code: 'file-too-demanding', message: `文件中有异常长或嵌套过深的内容，不能读取。${advice}` }
    : null;
}
