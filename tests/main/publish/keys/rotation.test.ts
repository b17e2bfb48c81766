import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Rotation } from '../../../../shared/ipc/publisher.ts';
import { openKeys } from '../../../../main/publish/keys/keys.ts';
import { protectKeys } from '../../../../main/publish/keys/protect.ts';
import { rotate } from '../../../../main/publish/keys/rotation.ts';
import { keysState } from '../../../../main/publish/keys/state.ts';
import { publishPackage } from '../../../../main/publish/publish.ts';
import { publicationDocuments } from '../../../../main/publish/repository/documents.ts';
import { openRepository, writeDocument } from '../../../../main/publish/repository/repository.ts';
import { copyOf, day, noon, openBureau, question } from '../../sync/support.ts';
import { clientOf, codesOf, copyOfBureau, roomOf, type Trusted } from '../support.ts';

/** Lets so many files be written; the next one fails as on a disk that is full. */
let writesLeft = Number.POSITIVE_INFINITY;

vi.mock(import('../../../../main/files.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const writeDurably: typeof original.writeDurably = async (...args) => {
    writesLeft -= 1;
    if (writesLeft < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    return original.writeDurably(...args);
  };
  return { ...original, writeDurably };
});

afterEach(() => {
  writesLeft = Number.POSITIVE_INFINITY;
});

const publish = (bureau: { readonly repository: string; readonly keys: string }, number: number) => {
  const contents = { kind: 'bank', items: { questions: [question(number)] } } as const;
  return publishPackage({ ...bureau, name: 'bank', title: '题库', contents, now: noon + number * day });
};

/** A rotation, and what clients trust after it. */
const rotations: readonly (readonly [Rotation, Trusted])[] = [
  [{ kind: 'online' }, { root: 3, timestamp: 2 }],
  [
    { kind: 'root', keys: 3, threshold: 2 },
    { root: 2, timestamp: 1 },
  ],
  [{ kind: 'renew' }, { root: 2, timestamp: 1 }],
  [{ kind: 'sign-again' }, { root: 1, timestamp: 2 }],
];

describe.each(rotations)('rotation %j', (rotation, trusted) => {
  test('clients of before and of after follow it; the fingerprint stays', async () => {
    const bureau = await openBureau();
    const { fingerprint } = await bureau.publish([question(1)]);
    const old = await clientOf(bureau.repository);
    await old.refresh(bureau.repository);
    const outcome = await rotate(roomOf(bureau), rotation, noon);
    expect(outcome).toEqual({ version: trusted.root, fingerprint });
    expect(await old.refresh(bureau.repository)).toEqual(trusted);
    expect(await (await clientOf(bureau.repository)).refresh(bureau.repository)).toEqual(trusted);
    expect(await publish(bureau, 2)).toMatchObject({ ok: true, value: { fingerprint } });
    expect(await old.refresh(bureau.repository)).toEqual({ ...trusted, timestamp: trusted.timestamp + 1 });
  });

  test(
    'it may end at any write: the repository can be read and published to, and the rotation done again',
    { timeout: 180_000 },
    async () => {
      const bureau = await openBureau();
      await bureau.publish([question(1)]);
      for (let writes = 0; ; writes += 1) {
        const broken = await copyOfBureau(bureau);
        const old = await clientOf(broken.repository);
        await old.refresh(broken.repository);
        writesLeft = writes;
        const ended = await rotate(roomOf(broken), rotation, noon).then(
          () => true,
          () => false,
        );
        writesLeft = Number.POSITIVE_INFINITY;
        await old.refresh(broken.repository);
        await (await clientOf(broken.repository)).refresh(broken.repository);
        expect(await publish(broken, 2)).toMatchObject({ ok: true });
        await old.refresh(broken.repository);
        await rotate(roomOf(broken), rotation, noon + 2 * day);
        await old.refresh(broken.repository);
        expect((await keysState(roomOf(broken), null)).root.keys).toHaveLength(rotation.kind === 'root' ? 3 : 1);
        if (ended) {
          expect(writes).toBeGreaterThanOrEqual(rotation.kind === 'renew' ? 1 : 4);
          return;
        }
      }
    },
  );
});

describe('keys that are no longer named', () => {
  test('an online key that was replaced is worth nothing, and is gone from the folder', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const before = await copyOfBureau(bureau);
    await rotate(roomOf(bureau), { kind: 'online' }, noon);
    expect(await readdir(bureau.keys)).toHaveLength(2);
    const client = await clientOf(bureau.repository);
    await client.refresh(bureau.repository);
    await publish(before, 2);
    await publish(before, 3);
    expect(await codesOf(openKeys(before.keys, bureau.repository, true))).toEqual(['keys-foreign']);
    await expect(client.refresh(before.repository)).rejects.toMatchObject({ failure: { kind: 'wrong-key' } });
  });

  test('after a fast-forward with a stolen online key the count starts anew', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const client = await clientOf(bureau.repository);
    await client.refresh(bureau.repository);
    const forged = await copyOf(bureau.repository);
    const { online } = await openKeys(bureau.keys, bureau.repository, true);
    const { current } = await openRepository(forged);
    const million = { targets: 1_000_000, snapshot: 1_000_000, timestamp: 1_000_000 };
    for (const document of publicationDocuments(current!.signed, million, online, noon)) await writeDocument(forged, document);
    expect(await client.refresh(forged)).toEqual({ root: 1, timestamp: 1_000_000 });
    await expect(client.refresh(bureau.repository)).rejects.toMatchObject({ failure: { kind: 'older' } });
    await rotate(roomOf(bureau), { kind: 'online' }, noon);
    expect(await client.refresh(bureau.repository)).toEqual({ root: 3, timestamp: 2 });
    await expect(client.refresh(forged)).rejects.toMatchObject({ failure: { kind: 'wrong-key' } });
  });

  test('two of three root keys are enough, one is not', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const room = roomOf(bureau);
    await rotate(room, { kind: 'root', keys: 3, threshold: 2 }, noon);
    const rootFiles = async () => (await readdir(bureau.keys)).filter((name) => name.startsWith('root'));
    expect(await rootFiles()).toHaveLength(3);
    await rm(path.join(bureau.keys, (await rootFiles())[0] ?? ''));
    expect((await rotate(room, { kind: 'renew' }, noon)).version).toBe(3);
    expect(await (await clientOf(bureau.repository)).refresh(bureau.repository)).toEqual({ root: 3, timestamp: 1 });
    await rm(path.join(bureau.keys, (await rootFiles())[0] ?? ''));
    expect(await codesOf(rotate(room, { kind: 'renew' }, noon))).toEqual(['keys-missing']);
  });

  test('sealed roles stay sealed, and nothing begins before both were opened', { timeout: 180_000 }, async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const room = roomOf(bureau);
    await protectKeys(room, 'online', 'eight or more', null);
    await protectKeys(room, 'root', 'more than eight', null);
    expect(await codesOf(rotate(roomOf(bureau), { kind: 'online' }, noon))).toEqual(['keys-locked']);
    await rotate(room, { kind: 'online' }, noon);
    await rotate(room, { kind: 'root', keys: 2, threshold: 1 }, noon);
    expect((await readdir(bureau.keys)).sort()).toEqual(['keys.json', 'online.age', 'root.age']);
    const state = await keysState(roomOf(bureau), null);
    expect([...state.root.keys, ...state.online].map(({ here }) => here)).toEqual(['sealed', 'sealed', 'sealed']);
  });

  test('what is published is signed again without any root key', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    await rm(path.join(bureau.keys, 'root.pem'));
    await rotate(roomOf(bureau), { kind: 'sign-again' }, noon + 300 * day);
    const { expires } = await keysState(roomOf(bureau), await openRepository(bureau.repository));
    expect(Date.parse(expires)).toBe(noon + 700 * day);
    expect(await codesOf(rotate(roomOf(bureau), { kind: 'renew' }, noon + 300 * day))).toEqual(['keys-missing']);
  });

  test('a clock that is behind signs nothing', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    expect(await codesOf(rotate(roomOf(bureau), { kind: 'online' }, noon - day))).toEqual(['clock-behind']);
  });
});
