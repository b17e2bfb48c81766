import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { protectKeys, unlockKeys } from '../../../../main/publish/keys/protect.ts';
import { keysState } from '../../../../main/publish/keys/state.ts';
import { createUnlocked, type Unlocked } from '../../../../main/publish/keys/unlocked.ts';
import { publishPackage } from '../../../../main/publish/publish.ts';
import { day, noon, openBureau, question, type Bureau } from '../../sync/support.ts';
import { codesOf, roomOf } from '../support.ts';

const publish = ({ repository, keys }: Bureau, unlocked: Unlocked, number: number) => {
  const contents = { kind: 'bank', items: { questions: [question(number)] } } as const;
  return publishPackage({ repository, keys, unlocked, name: 'bank', title: '题库', contents, now: noon + number * day });
};

const codesIn = async (result: ReturnType<typeof publish>) => {
  const outcome = await result;
  return outcome.ok ? 'published' : outcome.problems.map(({ code }) => code);
};

describe('a passphrase', () => {
  test('seals the keys of a role: nothing is signed before it was given in this session', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const room = roomOf(bureau);
    await protectKeys(room, 'online', 'eight or more', null);
    expect((await readdir(bureau.keys)).sort()).toEqual(['keys.json', 'online.age', 'root.pem']);
    expect((await stat(path.join(bureau.keys, 'online.age'))).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    expect(await readFile(path.join(bureau.keys, 'online.age'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(await codesIn(publish(bureau, room.unlocked, 2))).toBe('published');

    const restarted = { ...room, unlocked: createUnlocked() };
    expect(await codesIn(publish(bureau, restarted.unlocked, 3))).toEqual(['keys-locked']);
    expect(await codesOf(unlockKeys(restarted, 'online', 'a wrong one'))).toEqual(['keys-locked']);
    expect(await codesIn(publish(bureau, restarted.unlocked, 3))).toEqual(['keys-locked']);
    expect(await codesOf(unlockKeys(restarted, 'online', 'eight or more'))).toBe('done');
    expect(await codesIn(publish(bureau, restarted.unlocked, 3))).toBe('published');
  });

  test('is changed and taken away only by who knows it; the keys stay the same', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const room = roomOf(bureau);
    const pem = await readFile(path.join(bureau.keys, 'root.pem'), 'utf8');
    const before = await keysState(room, null);
    await protectKeys(room, 'root', 'the first one', null);
    expect(await codesOf(protectKeys(room, 'root', 'another one', null))).toEqual(['keys-locked']);
    expect(await codesOf(protectKeys(room, 'root', null, 'another one'))).toEqual(['keys-locked']);
    await protectKeys(room, 'root', 'the second one', 'the first one');
    expect(await codesOf(unlockKeys({ ...room, unlocked: createUnlocked() }, 'root', 'the first one'))).toEqual(['keys-locked']);
    await protectKeys(room, 'root', null, 'the second one');
    expect((await readdir(bureau.keys)).sort()).toEqual(['keys.json', 'online.pem', 'root.pem']);
    expect(await readFile(path.join(bureau.keys, 'root.pem'), 'utf8')).toBe(pem);
    expect(await keysState(room, null)).toEqual(before);
  });

  test('the state says which keys are sealed, also while nobody has opened them', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const room = roomOf(bureau);
    const { root, online } = await keysState(room, null);
    await protectKeys(room, 'root', 'eight or more', null);
    const sealed = { id: root.keys[0]?.id, here: 'sealed' };
    expect((await keysState(room, null)).root).toEqual({ keys: [{ ...sealed, unlocked: true }], threshold: 1 });
    const restarted = await keysState({ ...room, unlocked: createUnlocked() }, null);
    expect(restarted.root).toEqual({ keys: [{ ...sealed, unlocked: false }], threshold: 1 });
    expect(restarted.online).toEqual([{ id: online[0]?.id, here: 'open', unlocked: true }]);
  });

  test('a sealed file that was altered does not open', async () => {
    const bureau = await openBureau();
    await bureau.publish([question(1)]);
    const room = roomOf(bureau);
    await protectKeys(room, 'online', 'eight or more', null);
    const file = path.join(bureau.keys, 'online.age');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/\n(.)(.)/, (_all, one: string, other: string) => `\n${other}${one}`),
    );
    expect(await codesOf(unlockKeys({ ...room, unlocked: createUnlocked() }, 'online', 'eight or more'))).toEqual(['keys-locked']);
  });
});
