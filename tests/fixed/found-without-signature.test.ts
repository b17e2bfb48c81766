import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PackageManifest } from '@shared/model/package.ts';
import { noon, openBranch, openBureau, question } from '../main/sync/support.ts';

// What waits survives a restart in found.json, which nobody signs. Whoever could write that file and the store beside it
// could have content offered under the bureau's name that the bureau never published.

interface Written {
  readonly manifest: PackageManifest;
  readonly starter: boolean;
}

async function waitingAfter(change: (version: Written, directory: string) => Promise<Written>): Promise<readonly number[]> {
  const bureau = await openBureau();
  await bureau.publish([question(1), question(2)]);
  const branch = await openBranch();
  await branch.trust(bureau.repository);
  expect(await branch.packages.check(null)).toBe('good');
  const file = path.join(branch.directory, 'found.json');
  const [version] = JSON.parse(await readFile(file, 'utf8')) as readonly Written[];
  await writeFile(file, JSON.stringify([await change(version!, branch.directory)]));
  const awake = Promise.withResolvers<void>();
  const logged: unknown[] = [];
  const restarted = await openBranch({
    directory: branch.directory,
    now: () => noon,
    changed: awake.resolve,
    log: (what) => logged.push(what),
  });
  await restarted.packages.overview();
  await awake.promise;
  return (await restarted.packages.overview()).waiting?.packages.map(({ added }) => added) ?? [];
}

/** A version that is complete in every way, but for a signature. */
async function forged({ manifest, ...version }: Written, directory: string): Promise<Written> {
  const bytes = gzipSync(JSON.stringify({ questions: [question(7)] }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path.join(directory, 'blocks', sha256), bytes);
  const [block] = manifest.blocks;
  return { ...version, manifest: { ...manifest, version: 9, blocks: [{ ...block!, sha256, length: bytes.length, items: 1 }] } };
}

test('what was found and signed waits after a restart', async () => {
  expect(await waitingAfter(async (version) => version)).toEqual([2]);
});

test('what nobody signed does not, whatever stands in the list of what was found', async () => {
  expect(await waitingAfter(forged)).toEqual([]);
  expect(await waitingAfter(async (version, directory) => ({ ...(await forged(version, directory)), starter: true }))).toEqual([]);
});
