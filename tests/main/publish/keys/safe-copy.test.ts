import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rotate } from '../../../../main/publish/keys/rotation.ts';
import { exportKeys } from '../../../../main/publish/keys/safe-copy.ts';
import { unseal } from '../../../../main/publish/keys/sealing.ts';
import { keysState } from '../../../../main/publish/keys/state.ts';
import { importKeys, removeRootKeys } from '../../../../main/publish/keys/take-in.ts';
import { createUnlocked } from '../../../../main/publish/keys/unlocked.ts';
import { day, fingerprintFiles, noon, openBureau, question, temporaryFolder, valueOf } from '../../sync/support.ts';
import { codesOf, roomOf } from '../support.ts';

const passphrase = 'four words for a safe';
const how = { role: 'root', passphrase, now: noon, signal: new AbortController().signal, progress: () => undefined } as const;

async function exported() {
  const bureau = await openBureau();
  await bureau.publish([question(1)]);
  const room = roomOf(bureau);
  const stick = await temporaryFolder();
  const outcome = valueOf(await exportKeys(room, { ...how, folder: stick }));
  const folder = path.join(stick, path.basename(outcome.folderLabel));
  const file = (await readdir(folder)).find((name) => name.endsWith('.age')) ?? '';
  return { bureau, room, outcome, folder, sealed: await readFile(path.join(folder, file), 'utf8') };
}

describe('the copy for the safe', () => {
  test('holds the key, sealed, with a text that says what it is', async () => {
    const { bureau, room, outcome, folder, sealed } = await exported();
    const { keys } = (await keysState(room, null)).root;
    expect(outcome.files.map(({ name }) => name)).toEqual([`root-${keys[0]?.id}.age`, '说明.txt']);
    const pem = await readFile(path.join(bureau.keys, 'root.pem'), 'utf8');
    expect((await unseal(sealed, passphrase))?.keys.map((key) => key.pem)).toEqual([pem]);
    expect(await unseal(sealed, 'another')).toBe(null);
    expect(await readFile(path.join(folder, '说明.txt'), 'utf8')).toContain('age -d');
    expect((await keysState(room, null)).exported).toEqual({ root: noon, online: null });
  });

  test('before it was made the root keys stay; then they go, and publishing goes on without them', async () => {
    const other = await openBureau();
    await other.publish([question(1)]);
    expect(await codesOf(removeRootKeys(roomOf(other)))).toEqual(['keys-not-exported']);
    expect(Object.keys(await fingerprintFiles(other.keys))).toEqual(['online.pem', 'root.pem']);

    const { bureau, room, sealed } = await exported();
    await removeRootKeys(room);
    expect(Object.keys(await fingerprintFiles(bureau.keys))).toEqual(['keys.json', 'online.pem']);
    expect((await bureau.publish([question(2)], noon + day)).manifest.version).toBe(2);
    expect((await keysState(room, null)).root.keys).toMatchObject([{ here: 'elsewhere', unlocked: false }]);
    expect(await codesOf(rotate(room, { kind: 'renew' }, noon + day))).toEqual(['keys-missing']);

    expect(await codesOf(importKeys(room, sealed, 'a wrong one'))).toEqual(['keys-locked']);
    expect(await importKeys(room, sealed, passphrase)).toBe('root');
    expect(Object.keys(await fingerprintFiles(bureau.keys))).toEqual(['keys.json', 'online.pem', 'root.age']);
    expect(await codesOf(rotate({ ...room, unlocked: createUnlocked() }, { kind: 'renew' }, noon + day))).toEqual(['keys-locked']);
    expect((await rotate(room, { kind: 'renew' }, noon + day)).version).toBe(2);
    await removeRootKeys(room);
  });

  test('new root keys have to be exported anew', async () => {
    const { room } = await exported();
    await rotate(room, { kind: 'root', keys: 2, threshold: 2 }, noon);
    expect(await codesOf(removeRootKeys(room))).toEqual(['keys-not-exported']);
    const outcome = valueOf(await exportKeys(room, { ...how, folder: await temporaryFolder() }));
    expect(outcome.files.filter(({ name }) => name.endsWith('.age'))).toHaveLength(2);
    expect(await codesOf(removeRootKeys(room))).toBe('done');
  });

  test('a key of another repository, or one that was replaced, is not taken in', async () => {
    const { room, sealed } = await exported();
    const other = await openBureau();
    await other.publish([question(1)]);
    expect(await codesOf(importKeys(roomOf(other), sealed, passphrase))).toEqual(['keys-foreign']);
    await rotate(room, { kind: 'root', keys: 1, threshold: 1 }, noon);
    expect(await codesOf(importKeys(room, sealed, passphrase))).toEqual(['keys-foreign']);
  });

  test('it is not written into the repository, and a damaged file is no key', async () => {
    const { bureau, room } = await exported();
    const inside = path.join(bureau.repository, 'targets');
    await mkdir(inside, { recursive: true });
    expect(await codesOf(exportKeys(room, { ...how, folder: inside }))).toEqual(['keys-inside-repository']);
    expect(await codesOf(importKeys(room, 'no key at all', passphrase))).toEqual(['keys-locked']);
    await writeFile(path.join(bureau.keys, 'root.pem'), 'no key at all');
    expect(await codesOf(exportKeys(room, { ...how, folder: await temporaryFolder() }))).toEqual(['keys-missing']);
  });
});
