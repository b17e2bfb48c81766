import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { checkRecord } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent } from '@shared/model/exam-record.ts';
import { beginExam, installExam, publishExam } from '../support/exam-package.ts';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { readTable } from '../support/work-rows.ts';

/** The time used may differ so much from the time that passed (ms). */
const mostErrorMs = 1_000;

/** SANXUN_RUNS asks for the long form: a longer stop, and a false date, under which the program takes two minutes to start. */
const isLong = process.env.SANXUN_RUNS !== undefined;
const stoppedSeconds = isLong ? 20 : 5;

async function recordIn(page: Page): Promise<readonly ExamEvent[]> {
  const events = (await readTable(page, 'examEvents')) as unknown as readonly ExamEvent[];
  return events.toSorted((one, other) => one.n - other.n);
}

/** The seconds left, and the page's monotonic clock (ms), at the moment when the screen's clock steps on. */
const step = (page: Page): Promise<{ readonly left: number; readonly at: number }> =>
  page.evaluate(async () => {
    const shown = (): string => document.querySelector('[role=timer] strong')?.textContent ?? '';
    for (const before = shown(); shown() === before;) await new Promise(requestAnimationFrame);
    const left = shown()
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0);
    return { left, at: performance.now() };
  });

/** How far the screen's clock went from the time that passed (ms) while something happened. */
async function errorWhile(page: Page, happening: () => Promise<void>): Promise<number> {
  const before = await step(page);
  await happening();
  const after = await step(page);
  return Math.round(Math.abs((before.left - after.left) * 1_000 - (after.at - before.at)));
}

/** A process and everything that it started. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const below = (parent: number): number[] => parents.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)]);
  return [pid, ...below(pid)];
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0; // it has ended meanwhile
  }
}

/** A profile in which an exam is installed. */
async function prepare(folder: string): Promise<string> {
  const profile = path.join(folder, 'profile');
  const running = await launch(profile);
  await chooseFirstPerson(running.page);
  await installExam(running, await publishExam(folder, { questions: 6, minutes: 60, release: 'all' }));
  await running.close();
  return profile;
}

test(`a program that is stopped for ${stoppedSeconds} seconds charges them, no more and no less`, async () => {
  test.skip(process.platform !== 'linux', 'stops processes by signal');
  test.setTimeout(120_000);
  const folder = temporaryFolder('stopped');
  const running = await launch(await prepare(folder.path));
  await beginExam(running.page);
  const all = family(running.app.process().pid ?? 0);
  const error = await errorWhile(running.page, async () => {
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    await sleep(stoppedSeconds * 1_000);
    for (const pid of all.toReversed()) process.kill(pid, 'SIGCONT');
  });
  console.log(`stopped for ${stoppedSeconds} s: the clock is off by ${error} ms`);
  expect(error).toBeLessThanOrEqual(mostErrorMs);
  expect(checkRecord(await recordIn(running.page))).toMatchObject({ ok: true });
  await running.close();
  folder.remove();
});

/** Under a faked clock the program starts ten times slower. */
const slowStartMs = 120_000;

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/** The date goes by a file, the monotonic clock by the system. */
const faked = (file: string): Record<string, string> => ({
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: file,
  FAKETIME_CACHE_DURATION: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

test('a date that is set an hour forth and back moves no clock, and each time is noted', async () => {
  test.skip(!isLong, 'only in the long form');
  test.skip(!existsSync(library), 'libfaketime is not installed');
  test.setTimeout(240_000);
  const folder = temporaryFolder('faketime');
  const file = path.join(folder.path, 'faketime');
  writeFileSync(file, '+0');
  const running = await launch(await prepare(folder.path), faked(file), slowStartMs);
  await beginExam(running.page);
  const error = await errorWhile(running.page, async () => {
    writeFileSync(file, '+3600');
    await sleep(4_000);
    writeFileSync(file, '+0');
    await sleep(4_000);
  });
  console.log(`date set forth and back: the clock is off by ${error} ms`);
  expect(error).toBeLessThanOrEqual(mostErrorMs);
  await expect
    .poll(async () => (await recordIn(running.page)).filter(({ happening }) => happening.kind === 'jumped').length, { timeout: 10_000 })
    .toBe(2);
  const jumps = (await recordIn(running.page)).flatMap(({ happening }) => (happening.kind === 'jumped' ? [happening] : []));
  expect(jumps.map(({ wallMs, monotonicMs }) => Math.round((wallMs - monotonicMs) / 60_000))).toEqual([60, -60]);
  await running.close();
  folder.remove();
});
