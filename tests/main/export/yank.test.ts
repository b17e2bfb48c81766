import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exportReports } from '../../../main/export/export.ts';
import { makeStick, type Stick } from '../../support/exfat.ts';
import { contents, report, request } from './fixture.ts';

const names = ['成绩汇总表', '推进计划表', '排期表', '台账', '登记表', '一览'];
const yanks = 5;

test('a stick pulled out at any moment holds only whole files, and nothing that is not there is called exported', async () => {
  const stick = await makeStick();
  console.log(`yank test on: ${stick.kind}`);
  try {
    const folder = path.join(stick.path, '上报材料');
    const started = performance.now();
    let whole = [await finished(stick, 1)];
    const duration = performance.now() - started;
    for (let edition = 2; edition < 2 + yanks; edition += 1) {
      const moment = Math.random() * duration * 1.2;
      const exporting = exportReports(edited(stick, edition));
      await sleep(moment);
      await stick.yank(edition % 2 === 0 ? 'lost' : 'kept');
      const outcome = await exporting;
      await stick.plug();
      const found = contents(folder);
      const proof = await finished(stick, edition);
      whole = [...whole, proof];
      const note = `pulled out after ${moment.toFixed(1)} of ${duration.toFixed(1)} ms`;
      for (const [name, sha256] of Object.entries(found)) {
        if (name.endsWith('.tmp')) continue;
        expect(
          whole.map((files) => files[name]),
          `${name}, ${note}`,
        ).toContain(sha256);
      }
      if (outcome.ok) expect(found, note).toEqual(proof);
      else expect(outcome.failure.kind, note).toBe('place-gone');
    }
  } finally {
    await stick.discard();
  }
}, 120_000);

/** Only the stand-in for PDF: a workbook carries the moment it was made, so no two exports of it are alike. */
const edited = (stick: Stick, edition: number) =>
  request(stick.path, { formats: ['pdf'], reports: names.map((name) => report(name, edition)) });

/** What an edition looks like when nobody pulls anything out. */
async function finished(stick: Stick, edition: number): Promise<Record<string, string>> {
  const outcome = await exportReports(edited(stick, edition));
  expect(outcome).toMatchObject({ ok: true });
  return contents(path.join(stick.path, '上报材料'));
}
