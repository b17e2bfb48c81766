import type { StagedBlock, StagedPackage } from '@shared/ipc/contract.ts';
import { mostBlocksAtOnce } from '@shared/ipc/packages.ts';
import type { InstalledPackage } from '@shared/model/package.ts';
import { request } from '../bridge.ts';
import { installVersions, missingBlocks, settleVersions } from '../data/content.ts';

/** So much crosses the bridge in one call (bytes): few calls, and the window answers between them. */
const callBytes = 2_000_000;

/** Main reads the blocks of the next call while the window takes those of this one. */
const callsAtOnce = 2;

let last: Promise<unknown> = Promise.resolve();

/** Runs steps that change what is installed one after another, whatever becomes of the step before. */
export function inOrder<T>(step: () => Promise<T>): Promise<T> {
  const result = last.then(step, step);
  last = result.catch(() => undefined);
  return result;
}

type OnProgress = (done: number, total: number) => void;

/**
 * Installs versions that main has verified, all or none: fetches the blocks that the database lacks, puts everything in
 * one transaction, then tells main to settle it. A crash at any step is repaired at the next start. Progress in blocks.
 */
export async function installStaged(packages: readonly StagedPackage[], onProgress: OnProgress): Promise<void> {
  if (packages.length > 0) await inOrder(() => install(packages, onProgress));
}

async function install(packages: readonly StagedPackage[], onProgress: OnProgress): Promise<void> {
  const missing = await Promise.all(packages.map(({ manifest }) => missingBlocks(manifest)));
  const versions = packages.map((staged) => ({ staged, version: asVersion(staged), fresh: new Map<number, StagedBlock>() }));
  const calls = versions.flatMap(({ staged, fresh }, place) =>
    callsFor(staged, missing[place] ?? []).map((positions) => ({ staged, positions, fresh })),
  );
  const total = missing.reduce((sum, positions) => sum + positions.length, 0);
  let done = 0;
  const waiting = calls.values();
  const fetchSome = async (): Promise<void> => {
    for (const { staged, positions, fresh } of waiting) {
      const blocks = await request('packages:blocks', staged.staged, positions);
      for (const [answer, block] of blocks.entries()) fresh.set(positions[answer] ?? -1, block);
      onProgress((done += positions.length), total);
    }
  };
  await Promise.all(Array.from({ length: callsAtOnce }, fetchSome));
  await installVersions(versions);
  const tokens = packages.map(({ staged }) => staged);
  await settleVersions(await request('packages:settle', tokens));
}

/** The blocks of each call. A block that is larger than a call has one for itself. */
function callsFor({ manifest }: StagedPackage, positions: readonly number[]): readonly (readonly number[])[] {
  const calls: number[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const position of positions) {
    const { length } = manifest.blocks[position] ?? { length: 0 };
    const call = calls.at(-1);
    bytes += length;
    if (call && bytes <= callBytes && call.length < mostBlocksAtOnce) call.push(position);
    else {
      calls.push([position]);
      bytes = length;
    }
  }
  return calls;
}

/** The version as it stands until main has settled it; main's own record then takes its place. */
function asVersion({ manifest, publisher }: StagedPackage): InstalledPackage {
  const { name, kind, version, title, issued, blocks, retired, files, replies } = manifest;
  const always = { name, kind, version, title, issued, blocks, publisher, installedAt: new Date().toISOString() };
  return { ...always, ...(retired && { retired }), ...(files && { files }), ...(replies && { replies }) };
}
