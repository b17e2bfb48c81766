import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { papersToSeal, publishedExam } from '@shared/exam/bureau/published-exam.ts';
import { makeStartCode } from '@shared/exam/quarterly/start-code.ts';
import type { PublishedExam, SealedPapers } from '@shared/model/examining.ts';
import { openPapers, sealPapers } from '../../../main/examining/sealed-papers.ts';
import { once } from '../../../main/once.ts';
import { publishPackage } from '../../../main/publish/publish.ts';
import { bureauExam, storedPaper } from '../../support/bureau-exams.ts';
import { day, noon, openBranch, openBureau } from '../sync/support.ts';

const code = makeStartCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));
const papers: SealedPapers = papersToSeal({ id: 'exam-1', release: 'score' }, [storedPaper()]);

/** Every text of a paper that would give it away. */
const secrets = ['独有题干', '示例选项', '示例解析', 'exam-question-1'];

/** Sealing takes a second: once is enough. */
const sealed = once(async () => (await sealPapers(papers, code)) ?? '');

/** The bytes of every file below a folder, as they are and unpacked. */
async function bytesBelow(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const bytes = await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name))));
  return bytes.flatMap((one) => (one[0] === 0x1f && one[1] === 0x8b ? [one, gunzipSync(one)] : [one]));
}

const holds = (all: readonly Buffer[], secret: string): boolean =>
  all.some((bytes) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')));

test('the code opens what it sealed, however it is typed', async () => {
  const file = await sealed();
  expect(await openPapers(file, code)).toEqual(papers);
  expect(await openPapers(file, ` ${code.toLowerCase().replaceAll('-', ' ')}`)).toEqual(papers);
});

test('a code of fewer than 60 bits seals nothing', async () => {
  for (const short of ['', '123456', 'ABCD-EFGH', 'ABCDEFGHJKM', 'ABCD-EFGH-JKM!']) expect(await sealPapers(papers, short)).toBeNull();
});

test('nothing of the papers stands in the file', async () => {
  const bytes = Buffer.from(await sealed(), 'base64');
  for (const secret of secrets) expect(holds([bytes], secret)).toBe(false);
});

test('a wrong code opens nothing, not even one that is almost right', async () => {
  const file = await sealed();
  const almost = [0, 5, 13].map((place) => code.slice(0, place) + (code[place] === '0' ? '1' : '0') + code.slice(place + 1));
  for (const wrong of [...almost, makeStartCode(new Uint8Array(8)), '', 'ABCD']) expect(await openPapers(file, wrong)).toBeNull();
});

test('a file with one changed byte, or cut short, opens with no code', async () => {
  const bytes = Buffer.from(await sealed(), 'base64');
  const places = [30, 100, Math.floor(bytes.length / 2), bytes.length - 1];
  for (const place of places) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(await openPapers(changed.toString('base64'), code)).toBeNull();
  }
  expect(await openPapers(bytes.subarray(0, -20).toString('base64'), code)).toBeNull();
  expect(await openPapers('', code)).toBeNull();
});

test('neither the repository nor a branch that has installed the exam holds anything of the papers', async () => {
  const bureau = await openBureau();
  const exam = bureauExam({ release: 'score' });
  const file = await sealed();
  const full = { ...exam, sealed: { startCode: code, file, recipient: `age1${'q'.repeat(58)}`, at: noon } };
  const published = publishedExam(full, [storedPaper()], false);
  const desk = { repository: bureau.repository, keys: bureau.keys, name: 'exam-2026-q4', title: '示例季度考试' };
  const publish = (one: PublishedExam, now: number) => publishPackage({ ...desk, contents: { kind: 'exam', items: { exam: one } }, now });
  expect(await publish(published, noon)).toMatchObject({ ok: true });

  const branch = await openBranch();
  const source = await branch.trust(bureau.repository);
  expect(await branch.update(source)).toMatchObject([{ manifest: { name: 'exam-2026-q4', kind: 'exam', version: 1 } }]);
  const everywhere = [...(await bytesBelow(bureau.repository)), ...(await bytesBelow(branch.directory))];
  expect(holds(everywhere, '示例季度考试')).toBe(true); // the search does find what is there
  for (const secret of [...secrets, code, '示例人员']) expect(holds(everywhere, secret)).toBe(false);

  const withKey = publishedExam(full, [storedPaper()], true);
  expect(await publish(withKey, noon + day)).toMatchObject({ ok: true });
  await branch.update(source);
  expect(holds(await bytesBelow(branch.directory), '独有题干')).toBe(true); // the answers bring the questions along
});
