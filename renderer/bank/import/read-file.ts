import { headerKey } from '@shared/bank/work/mapping.ts';
import type { BankReading, ReadRequest } from '@shared/ipc/contract.ts';
import type { ColumnMapping } from '@shared/model/bank.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { mappingFor } from '../../data/bank/mappings.ts';
import { stageReading, type StagedReading } from '../../data/bank/staging.ts';
import type { Step, Task } from '../../data/bank/steps.ts';
import { firstHeader } from './first-header.ts';

export interface ReadFile {
  readonly reading: BankReading;
  readonly asked: ReadRequest;
  /** Whose column mapping was applied, or ''. */
  readonly sender: string;
}

/** Reads a file; where its header is that of a sender whose columns were saved, it is read again as they are meant. */
export async function readFile(asked: ReadRequest, task: string): Promise<Result<ReadFile>> {
  const first = await request('bank:read', asked, task);
  if (!first.ok) return first;
  const reading = first.value;
  const mapping = asked.columns === null ? await savedMapping(reading) : null;
  if (!mapping) return succeed({ reading, asked, sender: '' });
  await request('bank:release', reading.reading);
  const again: ReadRequest = { ...asked, file: reading.sha256, columns: mapping.columns };
  const second = await request('bank:read', again, task);
  return second.ok ? succeed({ reading: second.value, asked: again, sender: mapping.sender }) : second;
}

async function savedMapping(reading: BankReading): Promise<ColumnMapping | null> {
  const titles = (await firstHeader(reading))?.titles ?? [];
  if (headerKey(titles) === '') return null;
  return mappingFor(titles);
}

interface StageFile {
  readonly bankId: string;
  readonly read: ReadFile;
  readonly step: Step;
  readonly task: Task;
}

/** Takes what was read into the bank, to wait there until it is accepted. Main lets go of the reading, whatever becomes of it. */
export async function stageFile({ bankId, read, step, task }: StageFile): Promise<Result<StagedReading>> {
  const { reading, asked } = read;
  const port = { entries: (id: string, from: number, count: number) => request('bank:entries', id, from, count) };
  try {
    return await stageReading({ bankId, batchId: crypto.randomUUID(), reading, request: asked, port, step, task });
  } finally {
    await request('bank:release', reading.reading);
  }
}
