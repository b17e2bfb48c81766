import type { BankBatch } from '@shared/model/bank.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { dropBatch } from '../../../data/bank/batches.ts';
import type { Step, Task } from '../../../data/bank/steps.ts';
import { readFile, stageFile } from '../read-file.ts';
import type { ReadAs, ReadFileAs } from './read-as.ts';

interface Reread {
  readonly bankId: string;
  readonly source: ReadFileAs;
  /** What came of the file before and still waits; null where nothing did. */
  readonly batch: BankBatch | null;
  readonly readAs: ReadAs;
  readonly newStep: () => Step;
  readonly task: Task;
}

/**
 * Reads the kept copy of a file in another way and puts what comes of it in the place of what waited. Resolves to the
 * id of the new batch. The old one goes only when the file could be read.
 */
export async function reread({ bankId, source, batch, readAs, newStep, task }: Reread): Promise<Result<string>> {
  const name = crypto.randomUUID();
  task.signal.addEventListener('abort', () => void request('tasks:cancel', name));
  const read = await readFile({ file: source.sha256, ...readAs }, name);
  if (!read.ok) return read;
  if (read.value.reading.entries === 0) {
    await request('bank:release', read.value.reading.reading);
    return fail('not-understood', source.file);
  }
  const dropped = batch && (await dropBatch(bankId, batch.id, null, newStep(), task));
  if (dropped && !dropped.ok) return dropped;
  const staged = await stageFile({ bankId, read: read.value, step: newStep(), task });
  return staged.ok ? succeed(staged.value.batch.id) : staged;
}
