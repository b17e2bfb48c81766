import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeStartCode } from '@shared/exam/quarterly/start-code.ts';
import type { SealedPapers } from '@shared/model/examining.ts';
import { openSealedRecord } from '../../../main/exam/answer-file.ts';
import { createExamService } from '../../../main/exam/service.ts';
import { createTasks } from '../../../main/tasks.ts';
import { temporaryFolder } from '../../support/launch.ts';
import { bureau, installed, papers, publishedExam, sealedUnder, startCode } from './exams.ts';

let profile = '';
let monotonic = 0;
beforeEach(() => {
  const folder = temporaryFolder('exam');
  profile = folder.path;
  monotonic = 0;
  return folder.remove;
});

/** A branch's program, as after a restart, with an exam whose seal is this one. `wall` is what the date says. */
async function start(sealed: string, wall = 1_000_000) {
  const packages = installed(await publishedExam({ sealed }));
  const tasks = createTasks(
    () => undefined,
    () => 0,
  );
  const clocks = { now: () => wall, monotonic: () => monotonic };
  return createExamService({
    profile,
    packages: async () => packages,
    tasks,
    placeOf: () => null,
    safe: null,
    log: () => undefined,
    ...clocks,
  });
}

const unseal = async (sealed: string, code = startCode) => (await start(sealed))['exam:unseal']('exam-q3', code);
const notUnderstood = { ok: false, failure: { kind: 'not-understood', subject: '示例考试' } };

/** A sealed file whose header was rewritten. */
const withHeader = (sealed: string, change: (header: string) => string): string =>
  Buffer.from(change(Buffer.from(sealed, 'base64').toString('latin1')), 'latin1').toString('base64');

describe('sealed papers', () => {
  test.each(['19', '20', '22', '30', '63', '99', '1000000', '0', '-1', '0x10', '1e9'])(
    'that ask for a work factor of %s are refused at once',
    async (factor) => {
      const sealed = withHeader(await sealedUnder(startCode), (text) => text.replace(/^(-> scrypt \S+) \d+$/m, `$1 ${factor}`));
      const from = performance.now();
      expect(await unseal(sealed)).toEqual(notUnderstood);
      expect(performance.now() - from).toBeLessThan(1_000);
    },
  );

  test('that several passphrases open, or none, are refused', async () => {
    const sealed = await sealedUnder(startCode);
    const twice = withHeader(sealed, (text) => text.replace(/^-> scrypt[^]*?(?=^---)/m, (stanza) => stanza + stanza));
    expect(await unseal(twice)).toEqual(notUnderstood);
    expect(await unseal(withHeader(sealed, (text) => text.replace(/^-> scrypt[^]*?(?=^---)/m, '')))).toEqual(notUnderstood);
    expect(await unseal('QUFBQQ==')).toEqual(notUnderstood);
  });

  test('law: changed or cut off anywhere never open, and are never taken for others', async () => {
    const whole = Buffer.from(await sealedUnder(startCode), 'base64');
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, cut) => {
        const changed = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) changed.writeUInt8((whole.readUInt8(at) ^ by) & 0xff, at);
        monotonic += 3_600_000;
        expect(await unseal(changed.toString('base64'))).toMatchObject({ ok: false });
      }),
      { numRuns: 60 },
    );
  });

  test('that are damaged behind the right code do not say that the code is wrong', async () => {
    const bytes = Buffer.from(await sealedUnder(startCode), 'base64');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    for (let times = 0; times < 8; times += 1) expect(await unseal(bytes.toString('base64'))).toEqual(notUnderstood);
  });

  test.each<[string, unknown]>([
    ['no papers', { examId: papers.examId, papers: [] }],
    ['three papers', { examId: papers.examId, papers: ['A', 'B', 'C'].map((variant) => ({ variant, paper: papers.papers[0]?.paper })) }],
    ['another thing', 'text'],
    ['nothing', null],
  ])('that hold %s are refused under the right code', async (_what, content) => {
    expect(await unseal(await sealedUnder(startCode, content as SealedPapers))).toEqual(notUnderstood); // what a hostile seal may hold
  });
});

test('forty wrong codes over restarts and dates open nothing and cost hours; then the right one opens', async () => {
  const sealed = await sealedUnder(startCode);
  let waited = 0;
  for (let times = 0; times < 40; times += 1) {
    const wrong = makeStartCode(new Uint8Array([times, 7, 1, 2, 3, 4, 5, 6]));
    const service = await start(sealed, times % 2 === 0 ? 0 : 8e12); // the date is set back and forth
    const first = await service['exam:unseal']('exam-q3', wrong);
    expect(first).toMatchObject({ ok: false });
    if (first.ok || first.failure.kind === 'wrong-code') continue;
    const before = monotonic;
    while (!(await service['exam:unseal']('exam-q3', wrong)).ok && monotonic - before < 600_000) monotonic += 30_000;
    waited += monotonic - before;
  }
  expect(waited).toBeGreaterThan(3_600_000);
  monotonic += 600_000;
  const service = await start(sealed);
  await service['exam:unseal']('exam-q3', startCode);
  monotonic += 600_000;
  expect(await service['exam:unseal']('exam-q3', startCode)).toEqual({ ok: true, value: papers });
});

test('a sealed record that names a hundred thousand readers is refused without asking for each', async () => {
  const reader = `-> X25519 ${'A'.repeat(43)}\n${'B'.repeat(43)}\n`;
  const bomb = Buffer.from(`age-encryption.org/v1\n${reader.repeat(100_000)}--- ${'C'.repeat(43)}\n`).toString('base64');
  const from = performance.now();
  expect(await openSealedRecord(bomb, [bureau.identity])).toBe('not-understood');
  expect(performance.now() - from).toBeLessThan(1_000);
});
