import { createHash } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { attachmentOf } from '../../../main/publish/attachment.ts';
import { publishPackage, type PublishRequest } from '../../../main/publish/publish.ts';
import { cutFiles, writePieces } from '../../../main/publish/repository/large-files.ts';
import { publishedPath } from '../../../main/publish/repository/repository.ts';
import type { PackageFile } from '../../../shared/model/package.ts';
import { day, fingerprintFiles, noon, openBureau, question, temporaryFolder } from '../sync/support.ts';

/** A file whose every 4 kB are different. */
async function makeFile(name: string, length: number, seed = 1): Promise<string> {
  const file = path.join(await temporaryFolder(), name);
  const handle = await open(file, 'w');
  for (let at = 0; at < length; at += 4_096) await handle.write(Buffer.alloc(Math.min(4_096, length - at), `${seed} ${at} `));
  await handle.close();
  return file;
}

async function openPublisher() {
  const { repository, keys } = await openBureau();
  const contents = { kind: 'bank', items: { questions: [question(1)] } } as const;
  let now = noon;
  const publish = (changes: Partial<PublishRequest> = {}) =>
    publishPackage({ repository, keys, name: 'bank', title: '题库', contents, now: (now += day), ...changes });
  const files = async (changes: Partial<PublishRequest> = {}): Promise<readonly PackageFile[]> => {
    const result = await publish(changes);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value.manifest.files ?? [];
  };
  const refusal = async (changes: Partial<PublishRequest>): Promise<string> => {
    const result = await publish(changes);
    if (result.ok) throw new Error('was published');
    expect(result.problems.map(({ code }) => code)).toEqual(['file-refused']);
    return result.problems[0]?.message ?? '';
  };
  return { repository, publish, files, refusal };
}

test('a large file is cut into pieces of 8 MB that make it again', async () => {
  const { repository, files } = await openPublisher();
  const video = await makeFile('第一讲.mp4', 17_000_001);
  const [file] = await files({ attach: [attachmentOf(video)] });
  const bytes = await readFile(video);
  expect(file).toMatchObject({ name: '第一讲.mp4', type: 'video/mp4', length: 17_000_001, sha256: sha256(bytes) });
  expect(file?.pieces.map(({ target, length }) => [target, length])).toEqual(
    [8_000_000, 8_000_000, 1_000_001].map((length, place) => [`bank/f-${sha256(bytes).slice(0, 12)}.00${place}`, length]),
  );
  const pieces = await Promise.all((file?.pieces ?? []).map((piece) => readFile(publishedPath(repository, piece))));
  expect(pieces.map(sha256)).toEqual(file?.pieces.map((piece) => piece.sha256));
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
});

test('files go on from version to version, give way to one of the same name, and leave when they are named', async () => {
  const { repository, files, publish } = await openPublisher();
  const [one, two] = [await makeFile('一.pdf', 10_000), await makeFile('二.wav', 20_000)];
  const first = await files({ attach: [attachmentOf(two), attachmentOf(one)] });
  expect(first.map(({ name, type }) => [name, type])).toEqual([
    ['一.pdf', 'application/pdf'],
    ['二.wav', 'audio/wav'],
  ]);
  expect(await publish()).toMatchObject({ ok: true, value: { outcome: 'unchanged' } });
  const published = await fingerprintFiles(path.join(repository, 'targets'));
  expect(await files({ contents: { kind: 'bank', items: { questions: [question(2)] } } })).toEqual(first);
  const again = await makeFile('一.pdf', 10_000, 2);
  const replaced = await files({ attach: [attachmentOf(again)] });
  expect(replaced).toEqual([{ ...first[0], sha256: sha256(await readFile(again)), pieces: replaced[0]?.pieces }, first[1]]);
  expect(await files({ detach: ['一.pdf'] })).toEqual([first[1]]);
  expect(await files({ detach: ['二.wav'] })).toEqual([]);
  expect(await fingerprintFiles(path.join(repository, 'targets'))).toMatchObject(published);
});

test('what cannot be taken along is refused with its name, and nothing is written', async () => {
  const { repository, files, refusal } = await openPublisher();
  await files();
  const before = await fingerprintFiles(repository);
  const file = await makeFile('讲稿.pdf', 100);
  const empty = await makeFile('空.pdf', 0);
  expect(await refusal({ attach: [attachmentOf(empty)] })).toContain('“空.pdf”是空的');
  expect(await refusal({ attach: [attachmentOf(path.join(path.dirname(file), '没有.pdf'))] })).toContain('“没有.pdf”读不出来（ENOENT）');
  expect(await refusal({ attach: [attachmentOf(path.dirname(file))] })).toContain('不是文件');
  expect(await refusal({ attach: [attachmentOf(file), { ...attachmentOf(file), name: '讲稿.PDF' }] })).toContain('有两个附件');
  expect(await refusal({ detach: ['别的.pdf'] })).toContain('没有附件“别的.pdf”');
  expect(() => attachmentOf(path.join(path.dirname(file), '甲:乙.pdf'))).toThrow('“甲乙.pdf”');
  expect(await fingerprintFiles(repository)).toEqual(before);
});

test('a file that changes between reading and writing is not published', async () => {
  const { repository, files, refusal } = await openPublisher();
  await files();
  const file = await makeFile('讲稿.pdf', 9_000_000);
  const [cut] = await cutFiles('bank', [attachmentOf(file)], [], []);
  await writeFile(file, 'another');
  await expect(writePieces(repository, cut!)).rejects.toThrow('被修改');
  expect(Object.keys(await fingerprintFiles(path.join(repository, 'targets'))).filter((name) => name.includes('f-'))).toEqual([]);
  expect(await refusal({ detach: ['讲稿.pdf'] })).toContain('没有附件');
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
