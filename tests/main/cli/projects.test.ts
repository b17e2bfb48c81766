import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BundleEntry } from '@shared/model/bundle.ts';
import { runCommand } from '../../../main/cli/run.ts';
import { bundleOf, entries, newBureau } from '../bundles/support.ts';
import { openBranch, temporaryFolder } from '../sync/support.ts';

async function run(...words: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand([...words, '--json'], { out: (line) => out.push(line), error: (line) => errors.push(line) });
  return { exitCode, document: JSON.parse(out.join('\n') || 'null') as unknown, errors: errors.join('\n') };
}

const assignment = {
  id: 'topic-1',
  year: 2026,
  unitId: 'unit-1',
  unitName: '示例县供电局',
  title: '示例交办题目',
  specialty: '',
  problem: '',
  expected: '',
  dueDate: '',
  archived: false,
};

test('topics are published from a file; the key that bundles are sealed to comes from the keys', async () => {
  const home = await temporaryFolder();
  const file = path.join(home, 'projects.json');
  const words = [
    'publish',
    '--repo',
    path.join(home, 'repo'),
    '--keys',
    path.join(home, 'keys'),
    '--kind',
    'projects',
    '--name',
    'projects-2026',
  ];
  expect(await run(...words)).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--file') });
  await writeFile(file, JSON.stringify({ assignments: [assignment] }));
  expect(await run(...words, '--file', file)).toMatchObject({
    exitCode: 0,
    document: { ok: true, name: 'projects-2026', kind: 'projects', title: '书记项目', version: 1, items: 2 },
  });
  const branch = await openBranch();
  const [staged] = await branch.update(await branch.trust(path.join(home, 'repo')));
  expect(staged?.brings?.toSorted()).toEqual(['assignments:topic-1', 'receiving:receiving']);
  expect(await run(...words, '--file', file)).toMatchObject({ document: { outcome: 'unchanged' } });
  await writeFile(file, JSON.stringify({ assignments: [] }));
  expect(await run(...words, '--file', file)).toMatchObject({ exitCode: 1, document: { problems: [{ code: 'contents-invalid' }] } });
  await writeFile(file, '[1]');
  expect(await run(...words, '--file', file)).toMatchObject({ exitCode: 1, document: { problems: [{ code: 'contents-invalid' }] } });
});

test('a bundle is verified and shown, as far as the key allows', async () => {
  const home = await temporaryFolder();
  const bureau = await newBureau();
  const [file, key] = [path.join(home, '示例.sanxun-bundle'), path.join(home, 'key.txt')];
  const later = { kind: 'lecture', id: 'l-1', revision: 1, content: {} } as unknown as BundleEntry; // of a later program
  const bytes = await bundleOf([...entries, later], bureau.recipient);
  await writeFile(file, bytes);
  await writeFile(key, bureau.identity);
  expect((await run('bundle', 'inspect', file)).document).toMatchObject({ ok: true, file, kind: 'bundle', sealed: true });
  expect(await run('bundle', 'inspect', file, '--key', key)).toMatchObject({
    exitCode: 0,
    document: {
      ok: true,
      kind: 'bundle',
      sealed: false,
      sender: { unitName: '示例县供电局' },
      entries: [
        { kind: 'project', id: 'p-1', revision: 2, title: '示例项目 p-1', nodes: 1, steps: 1, months: ['2026-03'] },
        { kind: 'claim', id: 'c-1', revision: 1, genuine: true },
        { kind: 'correction', id: 'k-1', revision: 1, title: 'q-1' },
      ],
      unknown: { lecture: 1 },
    },
  });
  await writeFile(key, (await newBureau()).identity);
  expect(await run('bundle', 'inspect', file, '--key', key)).toMatchObject({
    exitCode: 1,
    document: { ok: false, problems: [{ code: 'not-for-us' }] },
  });
  await writeFile(file, bytes.subarray(0, 900));
  expect(await run('bundle', 'inspect', file)).toMatchObject({ exitCode: 1, document: { problems: [{ code: 'truncated' }] } });
});
