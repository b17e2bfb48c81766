import type { StagedBlock, StagedPackage } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { installVersion, missingBlocks } from '../data/content.ts';

/**
 * Installs a version that main has verified: fetches the blocks that the database lacks, puts everything in one
 * transaction, then tells main to settle it. A crash at any step is repaired by doing it again.
 */
export async function installStaged(staged: StagedPackage, onBlock: (done: number, total: number) => void): Promise<void> {
  const missing = await missingBlocks(staged.manifest);
  const fresh = new Map<number, StagedBlock>();
  for (const position of missing) {
    fresh.set(position, await request('packages:block', staged.staged, position));
    onBlock(fresh.size, missing.length);
  }
  const { name, kind, version, title, issued, blocks, replies } = staged.manifest;
  const installed = { name, kind, version, title, issued, blocks, publisher: staged.publisher, installedAt: new Date().toISOString() };
  await installVersion(replies ? { ...installed, replies } : installed, fresh);
  await request('packages:settle', staged.staged);
}
