import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exportAnswers } from '../../../main/exam/export-answers.ts';
import { openOutbox } from '../../../main/exam/outbox.ts';
import { createExamService } from '../../../main/exam/service.ts';
import { openAnswers } from '../../../main/examining/answer-files.ts';
import { createTasks } from '../../../main/tasks.ts';
import { makeStick } from '../../support/exfat.ts';
import { temporaryFolder } from '../../support/launch.ts';
import { attemptId } from '../../shared/exam/quarterly/records.ts';
import { bureau, installed, publishedExam, recordToSeal } from './exams.ts';

function newFolder(): string {
  const folder = temporaryFolder('exam-media');
  onTestFinished(folder.remove);
  return folder.path;
}

/** A disk of its own size, or null where nobody may mount one. */
function mountSmallDisk(size: string): string | null {
  const folder = newFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

/** A branch's program whose profile and stick lie here. */
async function start(profile: string, stick: string) {
  const packages = installed(await publishedExam());
  const tasks = createTasks(
    () => undefined,
    () => 0,
  );
  const clocks = { now: () => 1_000_000, monotonic: () => 0 };
  return createExamService({
    profile,
    packages: async () => packages,
    tasks,
    placeOf: () => stick,
    safe: null,
    log: () => undefined,
    ...clocks,
  });
}

/** How many records the answer files in a folder bring to the bureau. */
async function readAnswers(folder: string): Promise<readonly number[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sanxun-answers'));
  const opened = await Promise.all(names.map((name) => openAnswers(readFileSync(path.join(folder, name)), [bureau.identity])));
  return opened.map((one) => (one.ok ? one.records.length : 0));
}

test('a stick that is pulled out while answers are written says so; put in again, it takes them', { timeout: 60_000 }, async () => {
  const profile = newFolder();
  const stick = await makeStick();
  onTestFinished(() => stick.discard());
  const service = await start(profile, stick.path);
  await service['exam:seal-record'](recordToSeal());
  const records = await openOutbox(path.join(profile, 'exam')).list();
  const { signal } = new AbortController();
  const pulled: Promise<void>[] = [];
  const pull = (): void => {
    if (pulled.length === 0) pulled.push(stick.yank('lost'));
  };
  const outcome = await exportAnswers({ place: stick.path, records, now: 1, signal, progress: pull });
  await Promise.all(pulled);
  expect(outcome).toMatchObject({ ok: false });
  await stick.plug();
  expect((await service['exam:outbox']()).map(({ exportedAt }) => exportedAt)).toEqual([null]);
  expect(await service['exam:export-answers']('stick', [attemptId], 'task')).toMatchObject({ ok: true });
  expect((await service['exam:outbox']()).map(({ exportedAt }) => exportedAt)).toEqual([1_000_000]);
  expect((await readAnswers(path.join(stick.path, '考试答卷'))).filter((count) => count === 1)).toHaveLength(1);
});

test('a full stick says so, keeps nothing half, and the records wait', async ({ skip }) => {
  const stick = mountSmallDisk('64k');
  if (!stick) return skip('needs the right to mount a disk');
  const ballast = path.join(stick, 'ballast');
  writeFileSync(ballast, Buffer.alloc(60_000));
  const service = await start(newFolder(), stick);
  await service['exam:seal-record'](recordToSeal());
  expect(await service['exam:export-answers']('stick', [attemptId], 'task')).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
  expect(readdirSync(stick)).toEqual(['ballast']);
  expect(await service['exam:outbox']()).toMatchObject([{ exportedAt: null }]);
  rmSync(ballast);
  expect(await service['exam:export-answers']('stick', [attemptId], 'task')).toMatchObject({ ok: true });
});

test('a full disk seals nothing and opens nothing by halves, and everything once there is space', async ({ skip }) => {
  const profile = mountSmallDisk('256k');
  if (!profile) return skip('needs the right to mount a disk');
  const ballast = path.join(profile, 'ballast');
  fill(ballast);
  const service = await start(profile, newFolder());
  expect(await service['exam:seal-record'](recordToSeal())).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
  expect(await service['exam:outbox']()).toEqual([]);
  expect(await service['exam:unseal']('exam-q3', 'ABCD-EFGH-JKMN')).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
  rmSync(ballast);
  expect(await service['exam:unseal']('exam-q3', 'ABCD-EFGH-JKMN')).toMatchObject({ ok: true });
  expect(await service['exam:seal-record'](recordToSeal())).toMatchObject({ ok: true });
});

/** Takes all the space that there is. */
function fill(file: string): void {
  for (let chunk = 65_536; chunk >= 1; chunk = Math.floor(chunk / 2)) {
    for (let writes = true; writes;) {
      try {
        writeFileSync(file, Buffer.alloc(chunk), { flag: 'a' });
      } catch {
        writes = false;
      }
    }
  }
}
