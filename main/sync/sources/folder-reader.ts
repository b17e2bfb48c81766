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
      const full = path.join(directory, file);
      if (!(await isFile(full, label))) {
        await requireFolder(directory, label);
        return null;
      }
      const body = createReadStream(full, { start: from, signal });
      body.on('error', () => undefined); // whoever reads the body gets the error; without a listener it would end the process
      return { from, body: body as AsyncIterable<Buffer> };
    },
  };
}

async function isFile(file: string, label: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return false;
    throw new Refusal('source-unreachable', label, `reading ${path.basename(file)}`, error);
  }
}

/** A file may be missing; the folder may not: then the stick was pulled or the share is gone. */
async function requireFolder(directory: string, label: string): Promise<void> {
  try {
    await stat(directory);
  } catch (error) {
    throw new Refusal('source-unreachable', label, 'the folder is gone', error);
  }
}
