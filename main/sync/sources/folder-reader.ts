import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../files.ts';
import { Refusal } from '../refusal.ts';
import type { Reader } from './reader.ts';

/** Reads a repository that lies in a folder: on this disk, on a share, on a stick. */
export function folderReader(directory: string, label: string): Reader {
  return {
    label,
    resumes: false,
    async open(file, from, signal) {
      const full = path.join(directory, ...file.split('/').map(decodeURIComponent));
      const total = await sizeOf(full, label);
      if (total === null) {
        await requireFolder(homeOf(directory, file), label);
        return null;
      }
      if (total < from) throw new Refusal('truncated', file, `the folder has ${total} bytes of it`);
      const body = createReadStream(full, { start: from, signal });
      body.on('error', () => undefined); // whoever reads the body gets the error; without a listener it would end the process
      return { from, body: body as AsyncIterable<Buffer>, total, date: null };
    },
  };
}

/** Length of a file, or null where there is none. Any other error than that is the share's or the stick's. */
async function sizeOf(file: string, label: string): Promise<number | null> {
  try {
    const entry = await stat(file);
    return entry.isFile() ? entry.size : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw new Refusal('source-unreachable', label, `reading ${path.basename(file)}`, error);
  }
}

/** What must be there where a file is missing. The place of a pulled stick may stay behind as an empty folder. */
const homeOf = (directory: string, file: string): string => (file.startsWith('targets/') ? path.join(directory, 'metadata') : directory);

/** A file may be missing; the folder may not: then the stick was pulled or the share is gone. */
async function requireFolder(directory: string, label: string): Promise<void> {
  try {
    await stat(directory);
  } catch (error) {
    throw new Refusal('source-unreachable', label, 'the folder is gone', error);
  }
}
