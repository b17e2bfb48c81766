import path from 'node:path';
import type { FileRefusal, ImportedQuestion, Problem, Refusal } from '@shared/bank/imported.ts';
import { refusedWhole, type FileReading, type ReadingOptions } from './file-reading.ts';
import { openFile } from './open-file.ts';
import { forkHost } from './reader-process/fork-host.ts';
import type { ReaderHost } from './reader-process/host.ts';
import type { End, Job, Page, SourcePage } from './reader-process/messages.ts';
import { runReader } from './reader-process/run.ts';

export interface ReaderOptions {
  /** Name of the file as the person knows it, where it is kept under another. */
  readonly name?: string;
  /** Fires when the person cancels; the call then throws its reason. */
  readonly signal?: AbortSignal;
  readonly host?: ReaderHost;
}

export interface ImportOptions extends ReaderOptions, Partial<ReadingOptions> {
  /** Called as results arrive, in items; there are none before the whole file has been read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads a file of questions in a process of its own, which is gone afterwards; nothing is written. A file that cannot be
 * read at all comes back with one problem of row 0 that says why (isRefusedWhole).
 */
export async function importQuestions(file: string, options: ImportOptions = {}): Promise<FileReading> {
  const { name = path.basename(file), section = '', encoding = null, columns = null, onProgress = () => undefined } = options;
  const { lists, onPage } = collector(onProgress);
  const end = await inReader(file, { kind: 'questions', file, name, options: { section, encoding, columns } }, options, onPage);
  if (end.kind === 'read') return { ...end.reading, ...lists };
  return refusedWhole(name, 'unknown', refusalOf(end), 'reason' in end ? end.reason : '');
}

/** The rows of a file as they stand there, for showing them beside its questions. `encoding` as in ReadingOptions. */
export async function readSourcePages(
  file: string,
  encoding: ReadingOptions['encoding'],
  options: ReaderOptions = {},
): Promise<readonly SourcePage[] | FileRefusal> {
  const pages: SourcePage[] = [];
  const onPage = (page: Page): void => void (page.kind === 'rows' && pages.push(page.page));
  const end = await inReader(file, { kind: 'source', file, name: options.name ?? path.basename(file), encoding }, options, onPage);
  return end.kind === 'source-read' ? pages : refusalOf(end);
}

async function inReader(file: string, job: Job, options: ReaderOptions, onPage: (page: Page) => void): Promise<End> {
  const { host = forkHost, signal = new AbortController().signal } = options;
  const opened = await openFile(file, job.name);
  if ('code' in opened) return { kind: 'refused', refusal: opened };
  await opened.handle.close();
  return runReader(job, { host, size: opened.size, signal, onPage });
}

/** Puts the pages of a reading together again. */
function collector(onProgress: (done: number, total: number) => void) {
  const lists = { questions: [] as ImportedQuestion[], refusals: [] as Refusal[], problems: [] as Problem[] };
  let done = 0;
  let total = 0;
  const onPage = (page: Page): void => {
    if (page.kind === 'total') total = page.items;
    else if (page.kind === 'rows') throw new Error('questions were asked for');
    else {
      // Each kind of page goes to the list of its name.
      (lists[page.kind] as unknown[]).push(...page.items);
      done += page.items.length;
    }
    onProgress(done, total);
  };
  return { lists, onPage };
}

function refusalOf(end: End): FileRefusal {
  if (end.kind === 'refused' || end.kind === 'broken') return end.refusal;
  if (end.kind === 'fault')
    return { code: 'file-unreadable', message: '程序读不懂这个文件的内容；请另存为 .xlsx 或 .docx 后再试，并把文件交给维护人员。' };
  throw new Error(`the reader ended with ${end.kind}`);
}
