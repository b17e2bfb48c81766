import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import { readBlock } from '../../../../main/sync/store/block-content.ts';
import { startHelper } from '../../../../main/sync/store/reading/helper.ts';
import { readBlocks } from '../../../../main/sync/store/reading/read-blocks.ts';
import { manyQuestions } from '../../../support/many-questions.ts';
import { temporaryFolder } from '../support.ts';
import { openOffice } from './versions-support.ts';

/** So many blocks that a helper is started for them. */
const blocks = 24;
const bank = (): Question[][] =>
  Array.from({ length: blocks }, (_, block) =>
    manyQuestions(5, block).map((one, place) => ({ ...one, id: `q-${block}-${place}`, section: '党章' })),
  );

const quietly = { onBlock: () => undefined, signal: new AbortController().signal };

test('law: with a helper all blocks are read as without, in their order', async () => {
  const { store, bank: publish } = await openOffice();
  const { manifest } = await publish(1, bank());
  const positions: number[] = [];
  const together = await readBlocks({ ...quietly, manifest, store, onBlock: (position) => positions.push(position) });
  const alone = await Promise.all(
    manifest.blocks.map(async (block) => readBlock('bank', block, (await store.read(block)) ?? Buffer.alloc(0))),
  );
  expect(together).toEqual(alone.map(({ items, index }) => ({ ids: [...items.keys()], revisions: [...items.values()], index })));
  expect(positions).toEqual(Array.from({ length: blocks }, (_, place) => place));
});

test('a helper reads a block, and leaves to others what it does not understand', async () => {
  const { store, bank: publish } = await openOffice();
  const { manifest } = await publish(1, bank());
  const [block] = manifest.blocks;
  const bytes = block && (await store.read(block));
  if (!block || !bytes) throw new Error('no block');
  const helper = startHelper();
  expect(await helper.read(block, bytes)).toEqual((await readBlock('bank', block, bytes)).index);
  expect(await helper.read({ ...block, items: 4 }, bytes)).toBeNull();
  expect(await helper.read(block, Buffer.from('no gzip'))).toBeNull();
  await helper.end();
  expect(await helper.read(block, bytes)).toBeNull();
});

test.each([
  ['cannot start', 'import "./nowhere.js";'],
  [
    'breaks at the first block',
    'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { throw new Error("broken"); });',
  ],
  ['leaves', 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(3));'],
])('a helper that %s keeps nobody waiting', async (_, source) => {
  const { store, bank: publish } = await openOffice();
  const { manifest } = await publish(1, bank());
  const [block] = manifest.blocks;
  const bytes = block && (await store.read(block));
  if (!block || !bytes) throw new Error('no block');
  const file = path.join(await temporaryFolder(), 'helper.mjs');
  await writeFile(file, source);
  const helper = startHelper(file);
  expect(await Promise.all([helper.read(block, bytes), helper.read(block, bytes)])).toEqual([null, null]);
  await helper.end();
});

test('the first block that is not what was signed ends the reading with its reason', async () => {
  const { store, bank: publish } = await openOffice();
  const { manifest } = await publish(1, bank());
  const wrong = { ...manifest, blocks: manifest.blocks.map((block, place) => (place === 20 ? { ...block, items: 4 } : block)) };
  await expect(readBlocks({ ...quietly, manifest: wrong, store })).rejects.toMatchObject({ failure: { kind: 'not-understood' } });
  const missing = {
    ...manifest,
    blocks: manifest.blocks.map((block, place) => (place === 7 ? { ...block, sha256: 'ab'.repeat(32) } : block)),
  };
  await expect(readBlocks({ ...quietly, manifest: missing, store })).rejects.toMatchObject({ failure: { kind: 'tampered' } });
  const cancelled = { ...quietly, manifest, store, signal: AbortSignal.abort() };
  await expect(readBlocks(cancelled)).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
});
