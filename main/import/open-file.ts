import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { FileRefusal } from '@shared/bank/imported.ts';
import { codeOf } from '../files.ts';
import { limits } from '../limits.ts';

/** An ordinary file of a size that is read, open for reading; the caller closes it. */
export interface OpenFile {
  readonly handle: FileHandle;
  /** In bytes. */
  readonly size: number;
}

/** Opens a question file, or says why it is not even opened. `name` is its name as the person knows it. */
export async function openFile(file: string, name: string): Promise<OpenFile | FileRefusal> {
  if (/^(?:~\$|\.~lock\.)/.test(name)) return { code: 'lock-file', message: '这是办公软件打开文件时留下的临时文件，请选择原文件。' };
  try {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const opened = await look(handle);
    if ('code' in opened) await handle.close();
    return opened;
  } catch (error) {
    return unreadable(error);
  }
}

/** Reads a question file into memory, or says why not. */
export async function readWhole(file: string, name: string): Promise<Buffer | FileRefusal> {
  const opened = await openFile(file, name);
  if ('code' in opened) return opened;
  try {
    return await opened.handle.readFile();
  } catch (error) {
    return unreadable(error);
  } finally {
    await opened.handle.close();
  }
}

/** What a system error on reading means. Throws what is none. */
export function unreadable(error: unknown): FileRefusal {
  const code = codeOf(error);
  if (code === '') throw error;
  return { code: 'file-unreadable', message: reasons[code] ?? `打不开这个文件（${code}）。` };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件，可能已被移走或改名。',
  EACCES: '没有权限打开这个文件。',
  EPERM: '没有权限打开这个文件。',
  EISDIR: '这是文件夹，请选择其中的文件。',
  EBUSY: '文件正被其他程序占用，请关闭该程序后再试。',
};

async function look(handle: FileHandle): Promise<OpenFile | FileRefusal> {
  const stat = await handle.stat();
  if (stat.isDirectory()) return { code: 'file-unreadable', message: '这是文件夹，请选择其中的文件。' };
  if (!stat.isFile()) return { code: 'file-unreadable', message: '这不是普通文件，不能读取。' };
  if (stat.size === 0) return { code: 'file-empty', message: '文件是空的。' };
  if (stat.size > limits.importFile) return { code: 'file-too-large', message: `文件超过 ${limits.importFile / 1e6} MB。` };
  return { handle, size: stat.size };
}
