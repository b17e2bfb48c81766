import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Safe } from '../../../main/publish/destinations.ts';
import { createPublisherService } from '../../../main/publish/service.ts';
import { openSession, type PublisherSession } from '../../../main/publish/session.ts';
import { createPlaces } from '../../../main/places.ts';
import { createTasks } from '../../../main/tasks.ts';
import { startS3 } from '../../support/s3-server.ts';
import { collect, openService } from '../bank/support.ts';
import { failureOf, fingerprintFiles, noon, question, temporaryFolder, valueOf } from '../sync/support.ts';
import { clientOf } from './support.ts';
import { folderReader } from '../../../main/sync/sources/folder-reader.ts';
import { readWhole, s3Keys } from '../mirror/support.ts';

/** Stands in for the keyring, which a test machine may lack: what it seals cannot be read without it. */
const keyring: Safe = {
  seal: (text) => Buffer.from(text).toString('base64').split('').toReversed().join(''),
  open: (sealed) => Buffer.from(sealed.split('').toReversed().join(''), 'base64').toString('utf8'),
};

interface Options {
  readonly profile: string;
  readonly safe?: Safe | null;
  readonly session?: PublisherSession;
}

/** A bureau's program without a window, on a profile. */
function openPublisherService({ profile, safe = keyring, session = openSession() }: Options) {
  const places = createPlaces();
  let chosen: string | null = null;
  const channels = createPublisherService({
    profile,
    session,
    safe,
    tasks: createTasks(
      () => undefined,
      () => performance.now(),
    ),
    fetch,
    placeOf: places.pathOf,
    tokenOf: places.tokenOf,
    chooseKeyFile: () => Promise.resolve(chosen),
    now: () => noon,
    log: () => undefined,
  });
  return {
    channels,
    placeOf: places.tokenOf,
    choose: (file: string | null): void => {
      chosen = file;
    },
  };
}

/** A profile from which a bank was published onto a stick. */
async function published() {
  const bank = await openService();
  const stick = await temporaryFolder();
  const collection = await collect(bank, [question(1), question(2)]);
  const request = { collection, name: 'xuexi', title: '学习题库', place: bank.placeOf(stick), replies: [], clockOk: false };
  const { fingerprint } = valueOf(await bank.channels['bank:publish'](request, 'task'));
  return { profile: bank.profile, stick, repository: path.join(stick, 'sanxun-repo'), fingerprint };
}

const key = (here: 'open' | 'sealed', unlocked = true) => ({ id: expect.stringMatching(/^[0-9a-f]{16}$/), here, unlocked });

test('the state: nothing before the first publication, then what was published and with which keys', async () => {
  const empty = openPublisherService({ profile: await temporaryFolder() });
  expect(await empty.channels['publisher:state']()).toEqual({
    repository: null,
    published: [],
    keys: { root: { keys: [], threshold: 1 }, online: [], rootExpires: '', expires: '', exported: { root: null, online: null } },
    destinations: [],
    troubles: [],
  });
  const { profile, stick, fingerprint } = await published();
  const { channels, placeOf } = openPublisherService({ profile });
  const state = await channels['publisher:state']();
  expect(state).toEqual({
    repository: {
      label: `${path.basename(stick)}/sanxun-repo`,
      available: true,
      fingerprint,
      place: placeOf(path.join(stick, 'sanxun-repo')),
    },
    published: [{ name: 'xuexi', kind: 'bank', title: '学习题库', version: 1, issued: new Date(noon).toISOString(), items: 2 }],
    keys: {
      root: { keys: [key('open')], threshold: 1 },
      online: [key('open')],
      rootExpires: '2036-09-01T04:00:00Z',
      expires: '2027-10-06T04:00:00Z',
      exported: { root: null, online: null },
    },
    destinations: [],
    troubles: [],
  });
});

test('while the stick is elsewhere the page says so, and nothing is rotated or uploaded', async () => {
  const { profile, stick, fingerprint } = await published();
  const { channels, placeOf } = openPublisherService({ profile });
  const destination = valueOf(await channels['publisher:add-destination']({ kind: 'folder', place: placeOf(await temporaryFolder()) }));
  await rename(stick, `${stick}-elsewhere`);
  const state = await channels['publisher:state']();
  expect(state.repository).toEqual({ label: `${path.basename(stick)}/sanxun-repo`, available: false, fingerprint, place: null });
  expect(state.troubles).toEqual([]);
  expect(failureOf(await channels['publisher:rotate']({ kind: 'online' })).kind).toBe('place-gone');
  expect(failureOf(await channels['publisher:upload'](destination.id, 'task')).kind).toBe('place-gone');
  expect((await channels['publisher:state']()).destinations).toMatchObject([{ lastUpload: { at: noon, failure: { kind: 'place-gone' } } }]);
  await rename(`${stick}-elsewhere`, stick);
});

test('a damaged repository counts as not there, and whoever works with it reads why', async () => {
  const { profile, repository, fingerprint } = await published();
  await writeFile(path.join(repository, 'metadata/1.root.json'), '{}');
  const { channels } = openPublisherService({ profile });
  const state = await channels['publisher:state']();
  expect(state.repository).toMatchObject({ available: false, fingerprint, place: null });
  expect(state.troubles).toEqual([{ kind: 'publish-refused', subject: expect.stringContaining('发布文件夹已损坏') }]);
  expect(state.keys).toMatchObject({ root: { keys: [key('open')] }, online: [key('open')], rootExpires: '' });
  expect(failureOf(await channels['publisher:rotate']({ kind: 'renew' }))).toMatchObject({
    kind: 'publish-refused',
    subject: expect.stringContaining('已损坏'),
  });
  await writeFile(path.join(profile, 'publisher.json'), 'damaged');
  expect((await channels['publisher:state']()).repository).toEqual({ label: '', available: false, fingerprint: '', place: null });
});

test('keys that others may read are a sentence on the page', async () => {
  const { profile } = await published();
  await chmod(path.join(profile, 'publisher-keys/root.pem'), 0o644);
  const state = await openPublisherService({ profile }).channels['publisher:state']();
  expect(state.repository).toMatchObject({ available: true });
  expect(state.keys.root.keys).toEqual([]);
  expect(state.troubles).toEqual([{ kind: 'publish-refused', subject: expect.stringContaining('密钥的权限太宽') }]);
});

test('what was published, renewed or signed again since makes an upload an old one', async () => {
  const { profile } = await published();
  const { channels, placeOf } = openPublisherService({ profile });
  const { id } = valueOf(await channels['publisher:add-destination']({ kind: 'folder', place: placeOf(await temporaryFolder()) }));
  const isCurrent = async () => (await channels['publisher:state']()).destinations[0]?.lastUpload?.current;
  for (const kind of ['online', 'renew', 'sign-again'] as const) {
    valueOf(await channels['publisher:upload'](id, 'task'));
    expect(await isCurrent()).toBe(true);
    valueOf(await channels['publisher:rotate']({ kind }));
    expect(await isCurrent()).toBe(false);
  }
});

test('a destination outlives the program; uploading to it is remembered', async () => {
  const { profile, repository } = await published();
  const office = await temporaryFolder();
  const first = openPublisherService({ profile });
  const draft = { kind: 'folder', place: first.placeOf(office) } as const;
  const destination = valueOf(await first.channels['publisher:add-destination'](draft));
  expect(destination).toEqual({ id: destination.id, kind: 'folder', label: path.basename(office), lastUpload: null });
  expect(valueOf(await first.channels['publisher:add-destination'](draft)).id).toBe(destination.id);

  const { channels } = openPublisherService({ profile });
  const outcome = valueOf(await channels['publisher:upload'](destination.id, 'task'));
  expect(outcome).toMatchObject({ files: outcome.writtenFiles, bytes: outcome.writtenBytes, removable: false });
  expect(await fingerprintFiles(path.join(office, 'sanxun-repo'))).toEqual(await fingerprintFiles(repository));
  const reader = folderReader(path.join(office, 'sanxun-repo'), 'office');
  expect(await readWhole(await clientOf(repository), reader)).toEqual({ xuexi: 1 });
  expect((await channels['publisher:state']()).destinations).toEqual([
    { ...destination, lastUpload: { at: noon, failure: null, current: true } },
  ]);
  await channels['publisher:remove-destination'](destination.id);
  expect((await channels['publisher:state']()).destinations).toEqual([]);
  expect(failureOf(await channels['publisher:upload'](destination.id, 'task')).kind).toBe('place-gone');
});

test('a password that was typed into the address is a secret like any other', async () => {
  const { profile } = await published();
  const { channels } = openPublisherService({ profile });
  const url = 'http://clerk:heimlich@127.0.0.1:1/dav/';
  const added = valueOf(await channels['publisher:add-destination']({ kind: 'webdav', url, user: '', password: '' }));
  expect(added.label).toBe('http://127.0.0.1:1/dav/');
  expect(await readFile(path.join(profile, 'destinations.json'), 'utf8')).not.toContain('heimlich');
});

test('secrets are kept by the safe, never in the open; without one they are asked for again', async () => {
  const store = await startS3({ ...s3Keys, bucket: 'sanxun', publicRead: true, now: Date.now });
  const draft = { kind: 's3', url: `${store.url}/`, ...s3Keys } as const;
  for (const safe of [keyring, null]) {
    const { profile } = await published();
    const first = openPublisherService({ profile, safe });
    const { id } = valueOf(await first.channels['publisher:add-destination'](draft));
    valueOf(await first.channels['publisher:upload'](id, 'task'));
    for (const name of await readdir(profile)) {
      const text = name.endsWith('.json') ? await readFile(path.join(profile, name), 'utf8') : '';
      expect(text).not.toContain(s3Keys.secretKey);
      expect(text).not.toContain(s3Keys.accessKey);
    }
    const later = await openPublisherService({ profile, safe }).channels['publisher:upload'](id, 'task');
    expect(later.ok || later.failure.subject).toEqual(safe ? true : expect.stringContaining('没有保存'));
    (store.objects as Map<string, Buffer>).clear();
  }
  await store.stop();
});

test('keys: sealed, unlocked, exported, removed, taken in again and replaced', { timeout: 180_000 }, async () => {
  const { profile, fingerprint } = await published();
  const session = openSession();
  const { channels, placeOf, choose } = openPublisherService({ profile, session });
  expect(failureOf(await channels['publisher:remove-root-keys']())).toMatchObject({
    kind: 'publish-refused',
    subject: expect.stringContaining('还没有导出'),
  });
  valueOf(await channels['publisher:protect']('root', 'eight or more', null));
  expect(failureOf(await channels['publisher:unlock']('root', 'a wrong one'))).toEqual({ kind: 'key-locked', subject: '' });

  const restarted = openPublisherService({ profile });
  expect(failureOf(await restarted.channels['publisher:rotate']({ kind: 'renew' })).kind).toBe('key-locked');
  valueOf(await restarted.channels['publisher:unlock']('root', 'eight or more'));
  expect(valueOf(await restarted.channels['publisher:rotate']({ kind: 'renew' }))).toEqual({ version: 2, fingerprint });

  const safe = await temporaryFolder();
  const exported = valueOf(await channels['publisher:export-keys']('root', 'for the safe', placeOf(safe)));
  valueOf(await channels['publisher:remove-root-keys']());
  expect((await channels['publisher:state']()).keys.root.keys).toMatchObject([{ here: 'elsewhere' }]);
  expect(valueOf(await channels['publisher:import-keys']('for the safe'))).toBe(null);
  choose(path.join(safe, path.basename(exported.folderLabel), exported.files[0]?.name ?? ''));
  expect(failureOf(await channels['publisher:import-keys']('a wrong one')).kind).toBe('key-locked');
  expect(valueOf(await channels['publisher:import-keys']('for the safe'))).toBe('root');
  expect(valueOf(await channels['publisher:rotate']({ kind: 'root', keys: 2, threshold: 1 }))).toEqual({ version: 3, fingerprint });
  expect((await channels['publisher:state']()).keys).toMatchObject({
    root: { keys: [key('sealed'), key('sealed')] },
    exported: { root: null },
  });
});

test('a sealed online key stops the publication of a bank until it was unlocked in the same program', async () => {
  const bank = await openService();
  const stick = await temporaryFolder();
  const publish = async (number: number) => {
    const collection = await collect(bank, [question(number)]);
    const order = { collection, name: 'xuexi', title: '题库', place: bank.placeOf(stick), replies: [], clockOk: false };
    return bank.channels['bank:publish'](order, 'task');
  };
  valueOf(await publish(1));
  valueOf(await openPublisherService({ profile: bank.profile }).channels['publisher:protect']('online', 'eight or more', null));
  expect(failureOf(await publish(2))).toEqual({ kind: 'key-locked', subject: '' });
  valueOf(
    await openPublisherService({ profile: bank.profile, session: bank.session }).channels['publisher:unlock']('online', 'eight or more'),
  );
  expect(valueOf(await publish(2)).version).toBe(2);
});
