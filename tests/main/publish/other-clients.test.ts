import { cp } from 'node:fs/promises';
import path from 'node:path';
import { Updater } from 'tuf-js';
import { expect, onTestFinished, test } from 'vitest';
import { serveFolder, urlOf } from '../../../main/cli/serve.ts';
import { hashFile } from '../../../main/files.ts';
import { manyQuestions } from '../../support/many-questions.ts';
import { openBureau, temporaryFolder } from '../sync/support.ts';

/** A client of TUF that knows nothing of us: tuf-js as it comes. It goes by this computer's clock. */
async function openClient(repository: string) {
  const server = await serveFolder(repository, 0);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const [metadataDir, targetDir] = [await temporaryFolder(), await temporaryFolder()];
  await cp(path.join(repository, 'metadata/1.root.json'), path.join(metadataDir, 'root.json'));
  const [metadataBaseUrl, targetBaseUrl] = [`${urlOf(server)}metadata`, `${urlOf(server)}targets`];
  const updater = new Updater({ metadataDir, metadataBaseUrl, targetDir, targetBaseUrl });
  await updater.refresh();
  return async (name: string): Promise<string | null> => {
    const target = await updater.getTargetInfo(name);
    return target ? hashFile(await updater.downloadTarget(target)) : null;
  };
}

test('another client of TUF finds manifests, blocks and deltas, the latter through the delegated role', async () => {
  const bureau = await openBureau();
  const bank = manyQuestions(60).map((one) => ({ ...one, section: '党史' }));
  await bureau.publish(bank, Date.now());
  const { manifest } = await bureau.publish(bank.slice(1), Date.now());
  const fetch = await openClient(bureau.repository);
  const parts = [...manifest.blocks, ...(manifest.deltas ?? [])];
  expect(parts.map(({ target }) => target)).toEqual(['bank/b0001.json.gz', 'bank/d1-2.zst']);
  for (const { target, sha256 } of parts) expect(await fetch(target)).toBe(sha256);
  expect(await fetch('bank/manifest.json.gz')).toMatch(/^[0-9a-f]{64}$/);
  expect(await fetch('bank/b0002.json.gz')).toBeNull();
});
