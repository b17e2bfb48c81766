import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { BankReading, ReadEntry, ReadRequest, TaskProgress } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { fileFailure } from '../files.ts';
import { refusedWhole, type FileReading } from '../import/file-reading.ts';
import { importQuestions } from '../import/index.ts';
import type { ReaderHost } from '../import/reader-process/host.ts';
import { limits } from '../limits.ts';
import type { KeptFile, KeptFiles } from './kept-files.ts';
import { readEntries } from './read-entries.ts';

export type Progress = (step: Omit<TaskProgress, 'task'>) => void;

export interface ReadingsOptions {
  readonly kept: () => Promise<KeptFiles>;
  /** The file behind a token, or null. */
  readonly fileOf: (token: string) => string | null;
  readonly host: ReaderHost;
  readonly log: (message: string, error: unknown) => void;
}

/** Files that have been read and wait to be taken over page by page. */
export interface Readings {
  read(request: ReadRequest, signal: AbortSignal, progress: Progress): Promise<Result<BankReading>>;
  /** Throws for a reading that is not open. */
  entries(reading: string, from: number, count: number): readonly ReadEntry[];
  release(reading: string): void;
}

export function createReadings({ kept, fileOf, host, log }: ReadingsOptions): Readings {
  const open = new Map<string, readonly ReadEntry[]>();

  async function fileFor({ file }: ReadRequest, signal: AbortSignal) {
    const files = await kept();
    const chosen = fileOf(file);
    return chosen === null ? files.find(file) : files.keep(chosen, path.basename(chosen), signal);
  }

  async function readKept(file: KeptFile, request: ReadRequest, signal: AbortSignal, progress: Progress): Promise<FileReading> {
    const { section, encoding, columns } = request;
    const onProgress = (done: number, total: number): void => progress({ phase: 'read', done, total });
    const reading = await importQuestions(file.path, { name: file.name, section, encoding, columns, host, signal, onProgress });
    if (reading.fault) log(`reading ${file.name}`, reading.fault);
    await (await kept()).remember(file, reading.encoding);
    return reading;
  }

  function take(reading: FileReading, sha256: string): BankReading {
    const { file, format, encoding, accounted, headers } = reading;
    const { entries, problems } = readEntries(
      reading,
      headers.map(({ sheet }) => sheet),
    );
    const id = randomUUID();
    // A page that was loaded anew never releases what it had read: the oldest makes room.
    for (const [oldest] of open) if (open.size >= limits.openReadings) open.delete(oldest);
    open.set(id, entries);
    return { reading: id, file, format, sha256, encoding, accounted, entries: entries.length, problems, headers };
  }

  return {
    async read(request, signal, progress) {
      progress({ phase: 'read', done: 0, total: 0 });
      try {
        const file = await fileFor(request, signal);
        if (!file) return fail('place-gone');
        if ('code' in file) return succeed(take(refusedWhole(path.basename(fileOf(request.file) ?? ''), 'unknown', file), ''));
        return succeed(take(await readKept(file, request, signal, progress), file.sha256));
      } catch (error) {
        if (signal.aborted) return fail('cancelled');
        log('keeping a question file', error);
        return { ok: false, failure: fileFailure(error, '') };
      }
    },
    entries(reading, from, count) {
      const entries = open.get(reading);
      if (!entries) throw new Error('this reading is not open');
      return entries.slice(from, from + count);
    },
    release: (reading) => void open.delete(reading),
  };
}
