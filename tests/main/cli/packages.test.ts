import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../main/cli/run.ts';
import { copyOf, findFile, fingerprintFiles, temporaryFolder } from '../sync/support.ts';

const starter = path.join(import.meta.dirname, '../../../build/starter');

async function sanxun(...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand([...words, '--json'], { out: (line) => out.push(line), error: (line) => errors.push(line) });
  return { exitCode, document: out.length > 0 ? (JSON.parse(out.join('\n')) as Record<string, unknown>) : null, errors: errors.join('\n') };
}

async function csv(folder: string, rows: readonly string[]): Promise<string> {
  const file = path.join(folder, '题目.csv');
  await writeFile(file, ['板块,题型,题干,选项A,选项B,选项C,正确答案,解析', ...rows].join('\n'));
  return file;
}

const rows = [
  '党史,单选题,党的一大召开于（  ）年。,1919,1921,1949,B,',
  '党史,判断题,党的二大制定了第一部党章。,,,,√,',
  '党章,多选题,党的纪律包括（  ）。,政治纪律,组织纪律,交通纪律,AB,',
];

describe('publish and sync', () => {
  test('a bank of csv files goes into a repository and out again', async () => {
    const home = await temporaryFolder();
    const repository = ['--repo', path.join(home, 'repository'), '--keys', path.join(home, 'keys')];
    const file = await csv(home, rows);
    const first = await sanxun('publish', ...repository, '--bank', file);
    expect(first).toMatchObject({
      exitCode: 0,
      document: { ok: true, outcome: 'published', name: 'bank', kind: 'bank', version: 1, items: 3, blocks: 2 },
    });
    const into = path.join(home, 'into');
    const synced = await sanxun('sync', '--from', path.join(home, 'repository'), '--into', into);
    expect(synced).toMatchObject({
      exitCode: 0,
      document: { ok: true, packages: [{ name: 'bank', version: 1, added: 3 }], reusedBytes: 0 },
    });

    // A source that is known is not looked at first: of one that has nothing new only the newest signature comes.
    const { size } = await stat(path.join(home, 'repository/metadata/timestamp.json'));
    expect(await sanxun('sync', '--from', path.join(home, 'repository'), '--into', into)).toMatchObject({
      exitCode: 0,
      document: { packages: [], transferredBytes: size },
    });

    const older = await copyOf(path.join(home, 'repository'));
    await csv(home, [rows[0]!.replace(',B,', ',B,改'), rows[2]!, '党章,判断题,党章是党的根本大法。,,,,对,']);
    const second = await sanxun('publish', ...repository, '--bank', file);
    expect(second.document).toMatchObject({ version: 2, changes: { since: 1, added: 1, changed: 1, withdrawn: 1 } });
    expect((await sanxun('publish', ...repository, '--bank', file)).document).toMatchObject({ outcome: 'unchanged', version: 2 });
    const updated = await sanxun('sync', '--from', path.join(home, 'repository'), '--into', into);
    expect(updated.document).toMatchObject({ packages: [{ version: 2, replaces: 1, added: 1, changed: 1, withdrawn: 1 }], refused: [] });
    expect(await sanxun('sync', '--from', older, '--into', into)).toMatchObject({ exitCode: 1, document: { failure: { kind: 'older' } } });
  });

  test('rosters, policies and columns', async () => {
    const home = await temporaryFolder();
    const repository = ['--repo', path.join(home, 'repository'), '--keys', path.join(home, 'keys')];
    const column = ['--articles', path.join(starter, 'articles.json'), '--rota', path.join(starter, 'rota.json')];
    expect(await sanxun('publish', ...repository, '--kind', 'roster', '--file', path.join(starter, 'roster.json'))).toMatchObject({
      exitCode: 0,
    });
    expect(await sanxun('publish', ...repository, '--kind', 'policy', '--file', path.join(starter, 'policy.json'))).toMatchObject({
      exitCode: 0,
    });
    expect(await sanxun('publish', ...repository, '--kind', 'column', ...column)).toMatchObject({
      exitCode: 0,
      document: { title: '先锋讲台与专栏' },
    });
    const { document } = await sanxun('sync', '--from', path.join(home, 'repository'), '--into', path.join(home, 'into'));
    expect(document).toMatchObject({ packages: [{ name: 'roster' }, { name: 'policy' }, { name: 'column' }] });
  });

  test('the same stem with another answer is refused, naming both rows; nothing is written', async () => {
    const home = await temporaryFolder();
    const file = await csv(home, [...rows, rows[0]!.replace(',B,', ',A,')]);
    const words = ['publish', '--repo', path.join(home, 'repository'), '--keys', path.join(home, 'keys'), '--bank', file];
    const { exitCode, document, errors } = await sanxun(...words, '--skip-errors');
    expect([exitCode, document?.ok]).toEqual([1, false]);
    expect(errors).toMatch(/题目\.csv 第 2 行与题目\.csv 第 5 行题干相同，答案不同/);
    expect(Object.keys(await fingerprintFiles(home))).toEqual(['题目.csv']);
  });
});

describe('several sources', () => {
  test('the newest version wins, what cannot be read is named, and metadata counts as transferred', async () => {
    const home = await temporaryFolder();
    const repository = path.join(home, 'repository');
    const publish = async (...lines: string[]) =>
      sanxun('publish', '--repo', repository, '--keys', path.join(home, 'keys'), '--bank', await csv(home, lines));
    await publish(...rows);
    const older = await copyOf(repository);
    await publish(...rows, '党史,判断题,党的三大决定同国民党合作。,,,,√,');
    const gone = path.join(home, 'gone');
    const into = ['--into', path.join(home, 'into')];
    const first = await sanxun('sync', '--from', gone, '--from', older, '--from', repository, ...into);
    expect(first).toMatchObject({
      exitCode: 0,
      document: {
        ok: true,
        packages: [{ version: 2, items: 4 }],
        refused: [],
        unread: [{ from: gone, failure: { kind: 'source-unreachable' } }],
      },
    });
    const again = await sanxun('sync', '--from', repository, '--from', older, ...into);
    expect(again).toMatchObject({ exitCode: 0, document: { packages: [], unread: [] } });
    const metadata = await Promise.all(['1.root', 'timestamp'].map((name) => stat(path.join(repository, `metadata/${name}.json`))));
    // Looked at and refreshed, both copies: the root twice each, the timestamp once each.
    const least = metadata.reduce((sum, { size }) => sum + size, 0);
    expect(again.document?.['transferredBytes']).toBeGreaterThan(least);
    expect(await sanxun('sync', '--from', gone, '--from', `${gone}-too`, ...into)).toMatchObject({
      exitCode: 1,
      document: { failure: { kind: 'source-unreachable' } },
    });
    expect((await sanxun('sync', '--from', repository)).exitCode).toBe(2);
  });
});

describe('trust', () => {
  test('the first publisher is trusted on first use, another one only with its root', async () => {
    const home = await temporaryFolder();
    const file = await csv(home, rows);
    const publishAs = (name: string) =>
      sanxun('publish', '--repo', path.join(home, name), '--keys', path.join(home, `${name}-keys`), '--bank', file, '--name', name);
    await publishAs('first');
    await publishAs('second');
    const into = path.join(home, 'into');
    const rootOf = (name: string) => path.join(home, name, 'metadata/1.root.json');
    expect(await sanxun('sync', '--from', path.join(home, 'first'), '--into', into, '--root', rootOf('second'))).toMatchObject({
      exitCode: 1,
      document: { failure: { kind: 'wrong-key' } },
    });
    expect(await sanxun('sync', '--from', path.join(home, 'first'), '--into', into)).toMatchObject({ exitCode: 0 });
    expect(await sanxun('sync', '--from', path.join(home, 'second'), '--into', into)).toMatchObject({
      exitCode: 1,
      document: { failure: { kind: 'wrong-key' } },
    });
    expect(await sanxun('sync', '--from', path.join(home, 'second'), '--into', into, '--root', rootOf('second'))).toMatchObject({
      exitCode: 0,
    });
  });

  test('a refusal names its kind on both streams and exits 1', async () => {
    const home = await temporaryFolder();
    await sanxun('publish', '--repo', path.join(home, 'repository'), '--keys', path.join(home, 'keys'), '--bank', await csv(home, rows));
    const block = await findFile(path.join(home, 'repository'), /b0002/);
    const bytes = await readFile(block);
    bytes[30]! ^= 8;
    await writeFile(block, bytes);
    const { exitCode, document, errors } = await sanxun('sync', '--from', path.join(home, 'repository'), '--into', path.join(home, 'into'));
    expect([exitCode, document]).toMatchObject([1, { ok: false, failure: { kind: 'tampered' } }]);
    expect(errors).toContain('First trusted publisher');
    expect(errors).toContain('[tampered]');
  });
});

test.each([
  [[]],
  [['nonsense']],
  [['publish']],
  [['publish', '--repo', 'x']],
  [['sync', '--from', 'x']],
  [['sync', '--colour', 'red']],
  [['repo', 'get', '--from', 'x']],
  [['serve', '--repo', 'x', '--port', 'high']],
  [['constructor']],
])('wrong usage %j exits 2 and prints no document', async (words) => {
  expect(await sanxun(...words)).toMatchObject({ exitCode: 2, document: null, errors: expect.stringMatching(/Usage|Unknown option/) });
});
