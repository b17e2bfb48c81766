import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createExamService } from '../../../main/exam/service.ts';
import { waitAfter } from '../../../main/exam/tries.ts';
import { createTasks } from '../../../main/tasks.ts';
import { temporaryFolder } from '../../support/launch.ts';
import { installed, papers, publishedExam, sealedUnder, startCode } from './exams.ts';

let profile = '';
let wall = 0;
let monotonic = 0;
beforeEach(() => {
  const folder = temporaryFolder('unseal');
  profile = folder.path;
  wall = Date.parse('2026-09-25T01:00:00Z');
  monotonic = 5_000;
  return folder.remove;
});

/** The service after a start of the program: nothing is known but what lies in the profile. */
async function start(content = publishedExam()) {
  const packages = installed(await content);
  return createExamService({
    profile,
    packages: async () => packages,
    tasks: createTasks(
      () => undefined,
      () => 0,
    ),
    placeOf: () => null,
    safe: null,
    now: () => wall,
    monotonic: () => monotonic,
    log: () => undefined,
  });
}

const wrong = 'ABCD-EFGH-0000';

describe('the start code', () => {
  test('opens the papers, however it was typed, and whatever the clock says', async () => {
    const service = await start();
    expect(await service['exam:unseal']('exam-q3', startCode)).toEqual({ ok: true, value: papers });
    wall = 0;
    expect(await service['exam:unseal']('exam-q3', ' abcd efgh－jkmn')).toEqual({ ok: true, value: papers });
  });

  test('that is no code at all costs no try', async () => {
    const service = await start();
    for (let times = 0; times < 20; times += 1) {
      expect(await service['exam:unseal']('exam-q3', 'ABCD')).toEqual({ ok: false, failure: { kind: 'wrong-code', subject: '' } });
    }
    expect(await service['exam:unseal']('exam-q3', startCode)).toMatchObject({ ok: true });
  });

  test('may be wrong five times; then each costs a wait that doubles', async () => {
    const service = await start();
    const left: unknown[] = [];
    for (let times = 0; times < 5; times += 1) left.push(await service['exam:unseal']('exam-q3', wrong));
    expect(left).toEqual(
      ['4', '3', '2', '1', '0'].map((subject) => ({
        ok: false,
        failure: { kind: 'wrong-code', subject, ...(subject === '0' && { at: '2026-09-25T01:00:30.000Z' }) },
      })),
    );
    const refused = { ok: false, failure: { kind: 'too-many-tries', subject: '示例考试', at: '2026-09-25T01:00:30.000Z' } };
    expect(await service['exam:unseal']('exam-q3', startCode)).toEqual(refused);
    monotonic += 30_000;
    expect(await service['exam:unseal']('exam-q3', wrong)).toMatchObject({
      failure: { kind: 'wrong-code', at: '2026-09-25T01:01:00.000Z' },
    });
    monotonic += 59_999;
    expect(await service['exam:unseal']('exam-q3', startCode)).toMatchObject({ failure: { kind: 'too-many-tries' } });
    monotonic += 1;
    expect(await service['exam:unseal']('exam-q3', startCode)).toMatchObject({ ok: true });
  });

  test('has its wait shortened neither by the date nor by a restart', async () => {
    const service = await start();
    for (let times = 0; times < 5; times += 1) await service['exam:unseal']('exam-q3', wrong);
    wall += 86_400_000;
    expect(await service['exam:unseal']('exam-q3', startCode)).toMatchObject({ failure: { kind: 'too-many-tries' } });
    monotonic = 0;
    const restarted = await start();
    expect(await restarted['exam:unseal']('exam-q3', startCode)).toMatchObject({ failure: { kind: 'too-many-tries' } });
    monotonic = 30_000;
    expect(await restarted['exam:unseal']('exam-q3', wrong)).toMatchObject({ failure: { kind: 'wrong-code', subject: '0' } });
  });

  test('begins anew for the next person once it was right', async () => {
    const service = await start();
    for (let times = 0; times < 4; times += 1) await service['exam:unseal']('exam-q3', wrong);
    await service['exam:unseal']('exam-q3', startCode);
    expect(await service['exam:unseal']('exam-q3', wrong)).toMatchObject({ failure: { kind: 'wrong-code', subject: '4' } });
  });

  test('waits at most ten minutes: who mistypes must not lose the exam over it', () => {
    expect([0, 4, 5, 6, 7, 9, 10, 400].map(waitAfter)).toEqual([0, 0, 30_000, 60_000, 120_000, 480_000, 600_000, 600_000]);
  });

  test('is tried in turn: twenty at once count as twenty', async () => {
    const service = await start();
    const all = await Promise.all(Array.from({ length: 20 }, async () => service['exam:unseal']('exam-q3', wrong)));
    expect(all.filter((result) => !result.ok && result.failure.kind === 'wrong-code')).toHaveLength(5);
  });
});

test('the papers of another exam under the same code are refused', async () => {
  const sealed = await sealedUnder(startCode, { ...papers, examId: 'exam-2' });
  const service = await start(publishedExam({ sealed }));
  expect(await service['exam:unseal']('exam-q3', startCode)).toEqual({
    ok: false,
    failure: { kind: 'not-understood', subject: '示例考试' },
  });
});

test('an exam that is not installed, or whose block is damaged, says so', async () => {
  const service = await start();
  expect(await service['exam:unseal']('exam-q4', startCode)).toEqual({
    ok: false,
    failure: { kind: 'not-understood', subject: 'exam-q4' },
  });
});

test('no try is made where it cannot be counted', async () => {
  await writeFile(path.join(profile, 'exam'), 'a file where the folder should be');
  const service = await start();
  expect(await service['exam:unseal']('exam-q3', startCode)).toMatchObject({ ok: false, failure: { subject: '示例考试' } });
  await rm(path.join(profile, 'exam'));
  expect(await service['exam:unseal']('exam-q3', startCode)).toMatchObject({ ok: true });
});
