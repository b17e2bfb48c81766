import { readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyOf, failureOf, openBranch, openBureau, question } from '../main/sync/support.ts';

/*
 * Of two sources the preferred one was down, and the stick was refused: the page told of the line only. And what was
 * refused was named by a file of the repository, which the page could not read out and left away: “的内容与签名不符”.
 */
test('a stick that was refused is told although the preferred source is down', async () => {
  const bureau = await openBureau();
  await bureau.publish([question(1)]);
  const branch = await openBranch();
  const [share, stick] = [await copyOf(bureau.repository), await copyOf(bureau.repository)];
  await branch.trust(share);
  await branch.trust(stick);
  await rename(share, `${share}-gone`);
  await writeFile(path.join(stick, 'metadata/timestamp.json'), '{"signed": {}, "signatures": []}');
  expect(failureOf(await branch.sync(null))).toEqual({ kind: 'tampered', subject: path.basename(stick) });
});

test('a damaged block is told by the title of its package', async () => {
  const bureau = await openBureau();
  await bureau.publish([question(1)]);
  const branch = await openBranch();
  await branch.trust(bureau.repository);
  const folder = path.join(bureau.repository, 'targets/bank');
  for (const name of await readdir(folder)) if (name.includes('.b0')) await writeFile(path.join(folder, name), 'x'.repeat(300));
  expect(failureOf(await branch.sync(null)).subject).toBe('题库 bank');
});
