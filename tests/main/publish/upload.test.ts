import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { TaskProgress } from '../../../shared/ipc/contract.ts';
import { openKeys } from '../../../main/publish/keys/keys.ts';
import { rotate } from '../../../main/publish/keys/rotation.ts';
import { publisherResult } from '../../../main/publish/failure.ts';
import { publishPackage } from '../../../main/publish/publish.ts';
import { publicationDocuments } from '../../../main/publish/repository/documents.ts';
import { openRepository, writeDocument } from '../../../main/publish/repository/repository.ts';
import { mirror } from '../../../main/mirror/mirror.ts';
import { folderShelf } from '../../../main/publish/upload/folder-shelf.ts';
import { upload, type UploadPlace } from '../../../main/publish/upload/upload.ts';
import { startS3 } from '../../support/s3-server.ts';
import { hasNginx } from '../../support/nginx.ts';
import { copyOf, day, failureOf, fingerprintFiles, noon, numbers, openBureau, question, temporaryFolder } from '../sync/support.ts';
import { clientOf, copyOfBureau, roomOf } from './support.ts';
import { folderStand, nginxStand, readWhole, s3Keys, s3Stand, uploadTo, type Stand } from '../mirror/support.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened<S extends Stand>(open: () => Promise<S>): Promise<S> {
  const stand = await open();
  closing.push(stand.stop);
  return stand;
}

async function openPublished(count = 4) {
  const bureau = await openBureau();
  await bureau.publish(numbers(count).map((number) => question(number)));
  return bureau;
}

const quiet = { signal: new AbortController().signal, progress: () => undefined };
const outcomeOf = (work: Promise<unknown>) =>
  publisherResult(
    () => undefined,
    '',
    () => work,
  );

const stands: readonly (readonly [string, () => Promise<Stand>])[] = [
  ['a folder', folderStand],
  ['S3', s3Stand],
  ...(hasNginx
    ? ([
        ['WebDAV', () => nginxStand()],
        ['WebDAV with a password', () => nginxStand({ login: { user: '发布员', password: 'pass:word' } })],
        ['WebDAV that makes folders by itself', () => nginxStand({ methods: 'PUT', makesFolders: true })],
      ] as const)
    : []),
];

describe.each(stands)('to %s', (_name, open) => {
  test('everything that is published goes once, and then only what is new', async () => {
    const bureau = await openPublished();
    const stand = await opened(open);
    const first = await uploadTo(stand, bureau.repository);
    expect(first).toEqual({ files: first.files, bytes: first.bytes, writtenFiles: first.files, writtenBytes: first.bytes });
    expect(await readWhole(await clientOf(bureau.repository), stand.reader)).toEqual({ bank: 1 });
    expect(await uploadTo(stand, bureau.repository)).toMatchObject({ files: first.files, writtenFiles: 0, writtenBytes: 0 });
    await bureau.publish([question(9)], noon + day, 'second');
    const { writtenFiles } = await uploadTo(stand, bureau.repository);
    // A block and a manifest, three lists and the timestamp; the delta of nothing is none.
    expect(writtenFiles).toBe(6);
    expect(await readWhole(await clientOf(bureau.repository), stand.reader)).toEqual({ bank: 1, second: 1 });
  });

  test('progress is counted in bytes and comes to its end', async () => {
    const bureau = await openPublished();
    const stand = await opened(open);
    const steps: Omit<TaskProgress, 'task'>[] = [];
    const { writtenBytes } = await mirror(await folderShelf(bureau.repository), await stand.depot(fetch), {
      ...quiet,
      progress: (step) => steps.push(step),
    });
    expect(steps.at(-1)).toEqual({ phase: 'write', done: writtenBytes, total: writtenBytes, unit: 'bytes' });
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((a, b) => a - b));
  });

  test('another publisher, a newer state and another state of the same age are not overwritten', async () => {
    const bureau = await openPublished();
    const fork = await copyOfBureau(bureau);
    const stand = await opened(open);
    await uploadTo(stand, bureau.repository);
    const other = await openPublished();
    expect(failureOf(await outcomeOf(uploadTo(stand, other.repository)))).toMatchObject({
      kind: 'publish-refused',
      subject: expect.stringContaining('另一个发布单位'),
    });
    const older = await copyOf(bureau.repository);
    await bureau.publish([question(1)], noon + day);
    await uploadTo(stand, bureau.repository);
    expect(failureOf(await outcomeOf(uploadTo(stand, older)))).toMatchObject({
      kind: 'publish-refused',
      subject: expect.stringContaining('更新'),
    });
    await publishPackage({
      ...fork,
      name: 'bank',
      title: '题库',
      contents: { kind: 'bank', items: { questions: [question(7)] } },
      now: noon + day,
    });
    expect(failureOf(await outcomeOf(uploadTo(stand, fork.repository)))).toMatchObject({
      kind: 'publish-refused',
      subject: expect.stringContaining('另一台电脑'),
    });
    await rotate(roomOf(bureau), { kind: 'renew' }, noon + day);
    await uploadTo(stand, bureau.repository);
    expect(failureOf(await outcomeOf(uploadTo(stand, older)))).toMatchObject({
      subject: expect.stringContaining('密钥已在别的电脑上更换过'),
    });
    expect(await readWhole(await clientOf(bureau.repository), stand.reader)).toEqual({ bank: 2 });
  });

  test('what a stolen key has put there does not stop the publisher after the rotation', async () => {
    const bureau = await openPublished();
    const stand = await opened(open);
    await uploadTo(stand, bureau.repository);
    const forged = await copyOf(bureau.repository);
    const { online } = await openKeys(bureau.keys, bureau.repository, true);
    const { current } = await openRepository(forged);
    const million = { targets: 1_000_000, snapshot: 1_000_000, timestamp: 1_000_000 };
    for (const document of publicationDocuments(current!.signed, million, online, noon)) await writeDocument(forged, document);
    await uploadTo(stand, forged);
    expect(failureOf(await outcomeOf(uploadTo(stand, bureau.repository)))).toMatchObject({ subject: expect.stringContaining('更新') });
    await rotate(roomOf(bureau), { kind: 'online' }, noon + day);
    await uploadTo(stand, bureau.repository);
    const client = await clientOf(bureau.repository);
    expect(await client.refresh(forged)).toEqual({ root: 1, timestamp: 1_000_000 });
    expect(await readWhole(client, stand.reader)).toEqual({ bank: 1 });
  });

  test('a cancelled upload ends as such', async () => {
    const bureau = await openPublished();
    const stand = await opened(open);
    const controller = new AbortController();
    controller.abort();
    expect(failureOf(await outcomeOf(uploadTo(stand, bureau.repository, { signal: controller.signal }))).kind).toBe('cancelled');
  });

  test('a damaged repository is not spread', async () => {
    const bureau = await openPublished();
    const stand = await opened(open);
    const [block] = (await readdir(path.join(bureau.repository, 'targets/bank'))).filter((name) => /b0001/.test(name));
    await writeFile(path.join(bureau.repository, 'targets/bank', block ?? ''), 'damaged');
    expect(failureOf(await outcomeOf(uploadTo(stand, bureau.repository)))).toMatchObject({
      kind: 'publish-refused',
      subject: expect.stringContaining('已损坏'),
    });
  });
});

describe('lines and servers', () => {
  test('a line that breaks and a server that is busy for a moment are tried again', async () => {
    const bureau = await openPublished();
    const stand = await opened(s3Stand);
    let requests = 0;
    const flaky = async (url: string, options: RequestInit): Promise<Response> => {
      requests += 1;
      if (requests === 3) throw new TypeError('fetch failed');
      return requests === 6 ? new Response('busy', { status: 503 }) : fetch(url, options);
    };
    await uploadTo(stand, bureau.repository, { fetch: flaky });
    expect(await readWhole(await clientOf(bureau.repository), stand.reader)).toEqual({ bank: 1 });
  });

  const failureAt = async (place: UploadPlace, repository: string) =>
    failureOf(await outcomeOf(upload(repository, place, { ...quiet, fetch })));

  test('S3: wrong keys, another bucket, a clock that is wrong, a store that may not be read', async () => {
    const { repository } = await openPublished();
    const place = { kind: 's3', ...s3Keys } as const;
    const { url } = await opened(s3Stand);
    expect(await failureAt({ ...place, url, secretKey: 'another' }, repository)).toMatchObject({ kind: 'upload-refused' });
    expect(await failureAt({ ...place, url, accessKey: 'ANOTHER' }, repository)).toMatchObject({ kind: 'upload-refused' });
    expect(await failureAt({ ...place, url: url.replace('sanxun', 'other') }, repository)).toMatchObject({
      subject: expect.stringContaining('存储桶'),
    });
    const late = await startS3({ ...s3Keys, bucket: 'sanxun', publicRead: false, now: () => Date.now() + day });
    closing.push(late.stop);
    expect(await failureAt({ ...place, url: late.url }, repository)).toMatchObject({ subject: expect.stringContaining('校准') });
    expect(late.objects.size).toBe(0);
  });

  test.skipIf(!hasNginx)('WebDAV: a wrong password, a server that takes nothing, one that takes only small files', async () => {
    const { repository } = await openPublished(600);
    const locked = await opened(() => nginxStand({ login: { user: 'one', password: 'right' } }));
    const at = (url: string, password = ''): UploadPlace => ({ kind: 'webdav', url, user: password && 'one', password });
    expect(await failureAt(at(locked.url, 'wrong'), repository)).toEqual({ kind: 'upload-refused', subject: locked.url });
    expect(await failureAt(at(locked.url), repository)).toEqual({ kind: 'upload-refused', subject: locked.url });
    const still = await opened(() => nginxStand({ methods: '' }));
    expect(await failureAt(at(still.url), repository)).toEqual({ kind: 'upload-refused', subject: still.url });
    const narrow = await opened(() => nginxStand({ largest: '2k' }));
    expect(await failureAt(at(narrow.url), repository)).toMatchObject({
      kind: 'publish-refused',
      subject: expect.stringContaining('client_max_body_size'),
    });
    expect(await fingerprintFiles(still.folder)).toEqual({});
    const one = await opened(() => nginxStand({ largest: '1m' }));
    const piece = one.depot(fetch).then((depot) => depot.put('targets/bank/f-0.001', Buffer.alloc(8_000_000, 7), quiet.signal));
    expect(failureOf(await outcomeOf(piece))).toMatchObject({ subject: expect.stringContaining('client_max_body_size') });
  });

  test.skipIf(!hasNginx)('WebDAV: the password in an address is used and not shown', async () => {
    const { repository } = await openPublished();
    const { url, folder } = await opened(() => nginxStand({ login: { user: 'one', password: 'a/b' } }));
    const place = { kind: 'webdav', url: url.replace('://', '://one:a%2Fb@'), user: '', password: '' } as const;
    await upload(repository, place, { ...quiet, fetch });
    expect(await readFile(path.join(folder, 'metadata/timestamp.json'))).toEqual(
      await readFile(path.join(repository, 'metadata/timestamp.json')),
    );
  });

  test('not into its own repository, nor where nothing is', async () => {
    const { repository } = await openPublished();
    const place = path.join(repository, 'targets');
    expect(await failureAt({ kind: 'folder', directory: place, place }, repository)).toMatchObject({ kind: 'publish-refused' });
    const gone = path.join(await temporaryFolder(), 'gone');
    expect(await failureAt({ kind: 'folder', directory: gone, place: gone }, repository)).toEqual({ kind: 'place-gone', subject: 'gone' });
  });
});
