import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { publishedExam } from '@shared/exam/bureau/published-exam.ts';
import { runCommand } from '../../../main/cli/run.ts';
import { bureauExam, storedPaper } from '../../support/bureau-exams.ts';
import { answerFile, openOffice, signedRecord } from '../examining/support.ts';
import { noon, temporaryFolder, valueOf } from '../sync/support.ts';

async function run(...words: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand([...words, '--json'], { out: (line) => out.push(line), error: (line) => errors.push(line) });
  return { exitCode, document: JSON.parse(out.join('\n') || 'null') as unknown, errors: errors.join('\n') };
}

test('an exam is published from a file under a name of its own', async () => {
  const home = await temporaryFolder();
  const file = path.join(home, 'exam.json');
  const sealed = { startCode: 'ABCD-EFGH-JKMN', file: 'c2VhbGVk', recipient: `age1${'q'.repeat(58)}`, at: noon };
  await writeFile(file, JSON.stringify(publishedExam({ ...bureauExam(), sealed }, [storedPaper()], false)));
  const words = ['publish', '--repo', path.join(home, 'repo'), '--keys', path.join(home, 'keys'), '--kind', 'exam', '--file', file];
  expect(await run(...words)).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--name') });
  expect(await run(...words, '--name', 'exam-2026-q4')).toMatchObject({
    exitCode: 0,
    document: { ok: true, name: 'exam-2026-q4', kind: 'exam', title: '示例季度考试', version: 1, items: 1 },
  });
  await writeFile(file, '{"id":"exam-1"}');
  expect(await run(...words, '--name', 'exam-2026-q4')).toMatchObject({
    exitCode: 1,
    document: { problems: [{ code: 'contents-invalid' }] },
  });
});

test('an answer file is verified and shown, as far as the key allows', async () => {
  const office = await openOffice();
  const { recipient } = valueOf(await office.channels['exam:receiving-key']());
  const home = await temporaryFolder();
  const { folderLabel, files } = valueOf(await office.channels['exam:export-key']('one long passphrase', home));
  const key = path.join(home, path.basename(folderLabel), files[0]?.name ?? '');
  const file = path.join(home, '示例.sanxun-answers');
  await writeFile(file, await answerFile([signedRecord('1'), signedRecord('2')], recipient));

  expect((await run('bundle', 'inspect', file)).document).toEqual({ ok: true, file, kind: 'answers', sealed: true, records: 2 });
  vi.stubEnv('SANXUN_PASSPHRASE', 'one long passphrase');
  expect(await run('bundle', 'inspect', file, '--key', key)).toMatchObject({
    exitCode: 0,
    document: {
      ok: true,
      sealed: false,
      records: [
        { attemptId: 'exam-1:1', name: '示例人员1', complete: true, entries: 3, receipt: expect.stringMatching(/^.{4}-.{4}$/) },
        { attemptId: 'exam-1:2' },
      ],
    },
  });
  vi.stubEnv('SANXUN_PASSPHRASE', 'a wrong passphrase');
  expect((await run('bundle', 'inspect', file, '--key', key)).exitCode).toBe(2);
  vi.unstubAllEnvs();
});

test('what is no answer file, or was changed, is refused', async () => {
  const home = await temporaryFolder();
  const file = path.join(home, 'x.sanxun-answers');
  await writeFile(file, 'text');
  expect(await run('bundle', 'inspect', file)).toMatchObject({
    exitCode: 1,
    document: { ok: false, problems: [{ code: 'not-understood' }] },
  });
  expect(await run('bundle', 'inspect')).toMatchObject({ exitCode: 2 });
});
