import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rotate } from '../../../../main/publish/keys/rotation.ts';
import { keysState } from '../../../../main/publish/keys/state.ts';
import { openRepository } from '../../../../main/publish/repository/repository.ts';
import { day, noon, openBureau, question } from '../../sync/support.ts';
import { clientOf, roomOf } from '../support.ts';

test('everything but the root is signed anew by the online key alone, and clients follow it', async () => {
  const bureau = await openBureau();
  const { fingerprint } = await bureau.publish([question(1)]);
  const client = await clientOf(bureau.repository);
  await client.refresh(bureau.repository);
  for (const file of await readdir(bureau.keys)) if (file.startsWith('root')) await rm(path.join(bureau.keys, file));
  const room = roomOf(bureau);
  const before = await keysState(room, await openRepository(bureau.repository));
  const outcome = await rotate(room, { kind: 'sign-again' }, noon + 30 * day);
  expect(outcome).toEqual({ version: 1, fingerprint });
  const after = await keysState(room, await openRepository(bureau.repository));
  expect(after.rootExpires).toBe(before.rootExpires);
  expect(Date.parse(after.expires) - Date.parse(before.expires)).toBe(30 * day);
  expect(await client.refresh(bureau.repository)).toEqual({ root: 1, timestamp: 2 });
});
