import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../../main/cli/run.ts';
import { day, fingerprintFiles, noon, temporaryFolder } from '../sync/support.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A repository on the command line; every call comes a day after the one before. */
async function openDesk() {
  const home = await temporaryFolder();
  const bank = path.join(home, '党史.csv');
  await writeFile(bank, '题型,题干,选项A,选项B,正确答案\n单选题,示例题干一（  ）,甲,乙,A\n判断题,示例题干二。,,,对\n');
  let today = noon;
  const run = async (...words: string[]) => {
    vi.useFakeTimers({ toFake: ['Date'], now: (today += day) });
    const out: string[] = [];
    const errors: string[] = [];
    const all = ['publish', '--repo', path.join(home, 'repository'), '--keys', path.join(home, 'keys'), ...words, '--json'];
    const exitCode = await runCommand(all, { out: (line) => out.push(line), error: (line) => errors.push(line) });
    return { exitCode, document: JSON.parse(out.join('\n') || 'null') as unknown, errors: errors.join('\n') };
  };
  return { home, bank, run, wait: (days: number) => void (today += days * day) };
}

test('large files come along with any package, without giving its contents again, until they are detached', async () => {
  const { home, bank, run } = await openDesk();
  const [video, sheet] = [path.join(home, '第一讲.mp4'), path.join(home, '提纲.pdf')];
  await writeFile(video, Buffer.alloc(9_000_000, 'v'));
  await writeFile(sheet, 'pdf');
  expect(await run('--bank', bank, '--title', '党史题库', '--attach', video)).toMatchObject({
    exitCode: 0,
    document: { version: 1, items: 2, files: [{ name: '第一讲.mp4', length: 9_000_000 }], retired: false },
  });
  expect((await run('--name', 'bank', '--attach', sheet)).document).toMatchObject({
    version: 2,
    title: '党史题库',
    items: 2,
    files: [{ name: '提纲.pdf' }, { name: '第一讲.mp4' }],
    deltas: [{ from: 1, to: 2 }],
  });
  expect((await run('--name', 'bank', '--detach', '第一讲.mp4')).document).toMatchObject({ version: 3, files: [{ name: '提纲.pdf' }] });
  expect(await run('--name', 'bank', '--detach', '第一讲.mp4')).toMatchObject({
    exitCode: 1,
    document: { ok: false, problems: [{ code: 'file-refused' }] },
  });
  expect((await run('--name', 'other', '--attach', sheet)).document).toMatchObject({ problems: [{ code: 'nothing-to-publish' }] });
});

test('a package is withdrawn as a whole', async () => {
  const { bank, run } = await openDesk();
  await run('--bank', bank);
  const retired = { version: 2, items: 0, blocks: 0, changes: { withdrawn: 2 }, retired: true };
  expect(await run('--retire', '--name', 'bank')).toMatchObject({ exitCode: 0, document: retired });
  expect(await run('--retire', '--name', 'roster')).toMatchObject({
    exitCode: 1,
    document: { problems: [{ code: 'nothing-to-publish' }] },
  });
});

test('a date more than 400 days on is refused until --clock-ok', async () => {
  const { home, bank, run, wait } = await openDesk();
  await run('--bank', bank);
  const before = await fingerprintFiles(home);
  wait(500);
  const refused = await run('--bank', bank);
  expect(refused).toMatchObject({ exitCode: 1, document: { problems: [{ code: 'clock-far' }] } });
  expect(refused.errors).toContain('--clock-ok');
  expect(await fingerprintFiles(home)).toEqual(before);
  expect(await run('--bank', bank, '--clock-ok')).toMatchObject({ exitCode: 0, document: { outcome: 'renewed', version: 1 } });
});

test('without the root key the online key still publishes', async () => {
  const { home, bank, run } = await openDesk();
  await run('--bank', bank);
  await rm(path.join(home, 'keys/root.pem'));
  expect(await run('--bank', bank, '--title', '新名称')).toMatchObject({ exitCode: 0, document: { version: 2, title: '新名称' } });
});

test.each([
  [['--retire']],
  [['--retire', '--name', 'bank', '--bank', 'x.csv']],
  [['--attach', 'x.mp4']],
  [['--detach', 'x.mp4', 'y.mp4', '--name', 'bank']],
  [['--kind', 'policy']],
])('wrong usage %j says how it is used', async (words) => {
  const { run } = await openDesk();
  expect(await run(...words)).toMatchObject({ exitCode: 2, document: null, errors: expect.stringContaining('sanxun publish --repo DIR') });
});
