import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { folderReader } from './folder-reader.ts';
import { builtInPublisher } from '../trust/publishers.ts';
import type { Origin } from '../sync.ts';
import { readFirstRoot } from '../trust/trust.ts';

export const starterId = 'starter';

/** The repository that lies in the program's own folder: it is trusted as the program is. */
export async function openStarter(directory: string): Promise<Origin> {
  const bytes = await readFile(path.join(directory, 'metadata', '1.root.json'));
  const label = '随程序附带的内容';
  return { reader: folderReader(directory, label), publisher: builtInPublisher(readFirstRoot(bytes, label)), starter: true };
}
