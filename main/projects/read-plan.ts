import path from 'node:path';
import type { FileRefusal } from '@shared/bank/imported.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { PlanFile } from '@shared/model/plan-file.ts';
import { openFile } from '../import/open-file.ts';
import type { ReaderHost } from '../import/reader-process/host.ts';
import type { End } from '../import/reader-process/messages.ts';
import { runReader } from '../import/reader-process/run.ts';

export interface PlanReading {
  readonly host: ReaderHost;
  readonly signal: AbortSignal;
  readonly log: (message: string, error: unknown) => void;
}

/**
 * Reads a plan in a process of its own, bounded in time and memory. A file that cannot be read at all comes back without
 * rows, with one error of row 0 that says why. Failures: too-large, cancelled.
 */
export async function readPlan(file: string, { host, signal, log }: PlanReading): Promise<Result<PlanFile>> {
  const name = path.basename(file);
  const opened = await openFile(file, name);
  if ('code' in opened) return refused(name, opened);
  await opened.handle.close();
  try {
    const end = await runReader({ kind: 'plan', file, name }, { host, size: opened.size, signal, onPage: () => undefined });
    if ('reason' in end) log(`reading a plan: ${end.kind}`, new Error(end.reason));
    return end.kind === 'plan-read' ? succeed(end.plan) : refused(name, refusalOf(end));
  } catch (error) {
    if (signal.aborted) return fail('cancelled', name);
    throw error;
  }
}

function refused(name: string, { code, message }: FileRefusal): Result<PlanFile> {
  if (code === 'file-too-large') return fail('too-large', name);
  const problems = [{ sheet: '', row: 0, severity: 'error', code, message } as const];
  const accounted = { source: 0, rows: 0, headings: 0, refused: 0, ignored: 0 };
  return succeed({ name, format: 'xlsx', projectId: '', title: '', rows: [], exported: [], calendar: [], problems, accounted });
}

function refusalOf(end: End): FileRefusal {
  if (end.kind === 'refused' || end.kind === 'broken') return end.refusal;
  if (end.kind === 'fault')
    return { code: 'file-unreadable', message: '程序读不懂这个文件的内容；请另存为 .xlsx 后再试，并把文件交给维护人员。' };
  throw new Error(`the reader ended with ${end.kind}`);
}
