import { expect, test } from 'vitest';
import { failureOf, openBranch, openBureau, question } from '../main/sync/support.ts';

/* Where the disk had no room for a new version, the page said so, and below it “本机内容是最新的”. */
test('what did not fit on the disk is a download that is not finished', async () => {
  const bureau = await openBureau();
  await bureau.publish([question(1)]);
  const branch = await openBranch({ freeBytes: () => Promise.resolve(1_000) });
  await branch.trust(bureau.repository);
  expect(failureOf(await branch.sync(null)).kind).toBe('disk-full');
  expect((await branch.packages.overview()).unfinished).toMatchObject({ done: 0, titles: ['题库 bank'] });
});
