import type { CheckReport } from '@shared/bank/checks/report.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { Task } from '../steps.ts';
import type { FromCheck } from './messages.ts';

const whole = 1_000;

/** Checks a whole bank in a worker of its own, which a cancel ends. Progress is told in thousandths. */
export function checkBank(bankId: string, { onProgress, signal }: Task): Promise<Result<CheckReport>> {
  if (signal.aborted) return Promise.resolve(fail('cancelled'));
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<Result<CheckReport>>();
  const cancel = (): void => resolve(fail('cancelled'));
  signal.addEventListener('abort', cancel);
  worker.addEventListener('error', (event) => reject(new Error(`checking ${bankId}: ${event.message}`)));
  worker.addEventListener('message', ({ data }: MessageEvent<FromCheck>) => {
    if (data.kind === 'report') resolve(succeed(data.report));
    else onProgress(Math.round(data.share * whole), whole);
  });
  worker.postMessage(bankId, []);
  return promise.finally(() => {
    signal.removeEventListener('abort', cancel);
    worker.terminate();
  });
}
