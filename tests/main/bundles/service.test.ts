import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createBundleService } from '../../../main/bundles/service.ts';
import { openReceivingKeys } from '../../../main/examining/receiving-key.ts';
import { installationKey } from '../../../main/exam/installation-key.ts';
import { keysFolder } from '../../../main/publish/remembered.ts';
import { publicKeyOf } from '../../../main/signing.ts';
import { createTasks } from '../../../main/tasks.ts';
import { failureOf, noon, temporaryFolder, valueOf } from '../sync/support.ts';
import { bundleOf, correction, entries, head, snapshot, statement } from './support.ts';

const tasks = createTasks(
  () => undefined,
  () => 0,
);

/** A computer's program. The token of a place is its path. */
async function start(profile?: string) {
  const home = profile ?? (await temporaryFolder());
  let chosen: readonly string[] = [];
  const services = {
    profile: home,
    tasks,
    placeOf: (place: string) => (path.isAbsolute(place) ? place : null),
    chooseFiles: () => Promise.resolve(chosen),
    now: () => noon,
    log: () => undefined,
  };
  const choose = (files: readonly string[]): void => {
    chosen = files;
  };
  return { profile: home, channels: createBundleService(services, null), choose };
}

const keysOf = (profile: string) => openReceivingKeys(keysFolder(profile), null);

test('a branch writes a bundle onto a stick, and the bureau finds and opens it there', async () => {
  const [branch, bureau, stick] = [await start(), await start(), await temporaryFolder()];
  const { recipient } = await keysOf(bureau.profile).current();
  const order = { place: stick, recipient, sender: head.sender, entries };
  const written = valueOf(await branch.channels['bundles:export'](order, 'task'));
  expect(written).toMatchObject({ folderLabel: `${path.basename(stick)}/三训上报`, removable: false });
  expect(written.files.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^上报包 示例县供电局 3项 \d{8}-\d{6}-[0-9a-f]{4}\.sanxun-bundle$/),
  ]);
  await writeFile(path.join(stick, '别的.txt'), 'text');
  const found = valueOf(await bureau.channels['bundles:find'](stick));
  expect(found.map(({ name }) => name)).toEqual(written.files.map(({ name }) => name));
  const opened = await bureau.channels['bundles:open'](found[0]?.token ?? '');
  expect(opened).toMatchObject({
    ok: true,
    entries,
    unknown: {},
    manifest: { id: written.bundleId, sender: head.sender, createdAt: noon },
  });
  expect(opened.ok && opened.manifest.entries.map(({ sha256 }) => sha256)).toEqual(written.sha256s);
});

test('of what is dropped onto the window folders are searched, and a file that is no bundle says so when it is opened', async () => {
  const [branch, bureau, stick] = [await start(), await start(), await temporaryFolder()];
  const { recipient } = await keysOf(bureau.profile).current();
  valueOf(await branch.channels['bundles:export']({ place: stick, recipient, sender: head.sender, entries }, 'task'));
  const other = path.join(stick, '别的.txt');
  await writeFile(other, 'text');
  const folder = path.join(stick, '三训上报');
  const [bundle = ''] = (await readdir(folder)).filter((name) => name.endsWith('.sanxun-bundle'));
  const dropped = await bureau.channels['bundles:dropped']([stick, path.join(folder, bundle), other]);
  expect(dropped.map(({ name }) => name)).toEqual([bundle, '别的.txt']);
  expect(await bureau.channels['bundles:open'](dropped[0]?.token ?? '')).toMatchObject({ ok: true, entries });
  expect(await bureau.channels['bundles:open'](dropped[1]?.token ?? '')).toMatchObject({ ok: false, failure: { kind: 'not-understood' } });
  await expect(bureau.channels['bundles:dropped'](['stick'])).rejects.toThrow('not absolute');
});

test('a bundle holds no name and no title for whoever finds the stick, and neither does its file', async () => {
  const [branch, bureau, stick] = [await start(), await start(), await temporaryFolder()];
  const { recipient } = await keysOf(bureau.profile).current();
  const sender = { ...head.sender, unitName: '示例县局\u202E/..\\COM1:' };
  valueOf(await branch.channels['bundles:export']({ place: stick, recipient, sender, entries }, 'task'));
  const [name = ''] = (await readdir(path.join(stick, '三训上报'))).filter((one) => one.endsWith('.sanxun-bundle'));
  expect(name).toMatch(/^上报包 示例县局\.\.COM1 3项 [\d-]+-[0-9a-f]{4}\.sanxun-bundle$/);
  const bytes = await readFile(path.join(stick, '三训上报', name));
  for (const secret of ['示例', 'p-1', 'offer-1']) expect(bytes.includes(secret)).toBe(false);
});

test('bundles that do not open say which and why, each by itself', async () => {
  const [bureau, other, folder] = [await start(), await start(), await temporaryFolder()];
  const { recipient } = await keysOf(bureau.profile).current();
  const foreign = (await keysOf(other.profile).current()).recipient;
  const good = await bundleOf(entries, recipient);
  const damaged = Buffer.from(good);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 9) ^ 1, damaged.length - 9);
  const files = {
    good,
    foreign: await bundleOf(entries, foreign),
    damaged,
    cut: good.subarray(0, -5),
    empty: Buffer.alloc(0),
    later: Buffer.from(good.toString('latin1').replace('/1 ', '/3 '), 'latin1'),
    other: Buffer.from('PK'),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  bureau.choose([...Object.keys(files), 'gone'].map((name) => path.join(folder, name)));
  const chosen = await bureau.channels['bundles:choose']();
  const opened = await Promise.all(chosen.map(({ token }) => bureau.channels['bundles:open'](token)));
  expect(opened.map((one) => (one.ok ? [one.file, 'ok'] : [one.failure.subject, one.failure.kind]))).toEqual([
    ['good', 'ok'],
    ['foreign', 'not-for-us'],
    ['damaged', 'tampered'],
    ['cut', 'truncated'],
    ['empty', 'truncated'],
    ['later', 'newer'],
    ['other', 'not-understood'],
    ['gone', 'place-gone'],
  ]);
  await expect(bureau.channels['bundles:open']('/etc/hostname')).rejects.toThrow('not chosen');
});

test('bundles to a former key of the bureau still open', async () => {
  const [bureau, folder] = [await start(), await temporaryFolder()];
  const keys = keysOf(bureau.profile);
  const { recipient } = await keys.current();
  await keys.takeIn(await keysOf((await start()).profile).current());
  await mkdir(path.join(folder, '甲'), { recursive: true });
  await writeFile(path.join(folder, '甲', '一.SANXUN-BUNDLE'), await bundleOf(entries, recipient));
  const [file] = valueOf(await bureau.channels['bundles:find'](folder));
  expect(await bureau.channels['bundles:open'](file?.token ?? '')).toMatchObject({ ok: true });
});

test('a claim is signed by this computer, and any change of it is seen', async () => {
  const { profile, channels } = await start();
  const said = statement('c-7');
  const signed = valueOf(await channels['projects:sign-claim'](said));
  const key = await installationKey({ directory: path.join(profile, 'exam'), safe: null, log: () => undefined })();
  expect(signed.installation).toBe(publicKeyOf(key));
  const whole = { id: said.id, offerId: said.offerId, statement: said, ...signed, withdrawn: false };
  const genuine = await channels['projects:check-claims']([
    whole,
    { ...whole, withdrawn: true },
    { ...whole, statement: { ...said, claimedAt: 4 } },
    { ...whole, id: 'c-8' },
    { ...whole, offerId: 'offer-2' },
    { ...whole, installation: Buffer.alloc(32, 1).toString('base64') },
    { ...whole, signature: '' },
  ]);
  expect(genuine).toEqual([true, true, false, false, false, false, false]);
});

test('rooms that need a key at the same moment make one', async () => {
  const { profile, channels } = await start();
  const own = installationKey({ directory: path.join(profile, 'exam'), safe: null, log: () => undefined });
  const [signed, key] = await Promise.all([channels['projects:sign-claim'](statement('c-1')), own()]);
  expect(valueOf(signed).installation).toBe(publicKeyOf(key));
  const directory = keysFolder(profile);
  const made = await Promise.all([openReceivingKeys(directory, null).current(), openReceivingKeys(directory, null).current()]);
  expect(made[0]).toEqual(made[1]);
});

test('a place that is gone writes nothing', async () => {
  const { channels } = await start();
  const order = { place: 'gone', recipient: `age1${'q'.repeat(58)}`, sender: head.sender, entries };
  expect(failureOf(await channels['bundles:export'](order, 'task')).kind).toBe('place-gone');
  expect(failureOf(await channels['bundles:find']('gone')).kind).toBe('place-gone');
});

test('a key whose letters do not add up seals nothing', async () => {
  const [{ channels }, stick] = [await start(), await temporaryFolder()];
  const order = { place: stick, recipient: `age1${'q'.repeat(58)}`, sender: head.sender, entries };
  expect(failureOf(await channels['bundles:export'](order, 'task')).kind).toBe('not-understood');
  expect(await readdir(stick)).toEqual([]);
});

test('a branch with many projects opens within a second or two', { timeout: 30_000 }, async () => {
  const [bureau, folder] = [await start(), await temporaryFolder()];
  const { recipient } = await keysOf(bureau.profile).current();
  const many = Array.from({ length: 120 }, (_, n) => ({ kind: 'project', id: `p-${n}`, revision: 1, content: large(`p-${n}`) }) as const);
  await writeFile(path.join(folder, 'many.sanxun-bundle'), await bundleOf([...many, ...entries.slice(2)], recipient));
  const [file] = valueOf(await bureau.channels['bundles:find'](folder));
  const from = performance.now();
  const opened = await bureau.channels['bundles:open'](file?.token ?? '');
  expect(opened.ok && opened.entries.length).toBe(121);
  expect(performance.now() - from).toBeLessThan(4_000);
});

function large(id: string) {
  const [node] = snapshot(id).nodes;
  if (!node) throw new Error('a snapshot has a node');
  return snapshot(id, {
    nodes: Array.from({ length: 30 }, (_, n) => ({ ...node, id: `${id}-n${n}`, order: n, duty: correction('k').text })),
  });
}
