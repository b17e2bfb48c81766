import { fork } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FuzzJob, FuzzMessage } from './fuzz/child.ts';

/** SANXUN_FUZZ=10000 is the long form; SANXUN_FUZZ_SEED tries other mutations. */
const cases = Number(process.env.SANXUN_FUZZ ?? 500);
const seed = Number(process.env.SANXUN_FUZZ_SEED ?? 1);

/** A case that takes longer hangs (ms). */
const patience = 10_000;

interface Tally {
  /** What a reader did wrong. */
  readonly failures: string[];
  /** Cases over which a process hung or died, so that it had to be ended as a reader process is. */
  readonly ended: string[];
  /** How many mutated files still gave questions. */
  read: number;
}

/** Runs cases until one of them hangs or ends the process; gives the case to go on with. */
function runSome(job: FuzzJob, tally: Tally): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'fuzz/child.ts'), {
    execArgv: [...process.execArgv, '--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let at = job.from;
  let name = '';
  let done = false;
  const end = (): void => void child.kill('SIGKILL');
  let watchdog = setTimeout(end, patience);
  child.on('message', (message: FuzzMessage) => {
    clearTimeout(watchdog);
    watchdog = setTimeout(end, patience);
    if (message.kind === 'case') ({ number: at, name } = message);
    else if (message.kind === 'failure') tally.failures.push(`case ${message.number} (${message.name}): ${message.reason}`);
    else if (message.kind === 'read') tally.read += 1;
    else {
      done = true;
      end();
    }
  });
  child.send(job);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(watchdog);
      if (!done) tally.ended.push(`case ${at} (${name})`);
      resolve(done ? job.to : at + 1);
    });
  });
}

test(
  `${cases} mutated files of every format are read or refused with a sentence`,
  async () => {
    const tally: Tally = { failures: [], ended: [], read: 0 };
    for (let from = 0; from < cases;) from = await runSome({ seed, from, to: cases }, tally);
    expect(tally.failures.slice(0, 10)).toEqual([]);
    // The library for binary workbooks goes round in circles over some damaged formulas: the caps on a process are there for it.
    expect(tally.ended.filter((name) => !/\.xlsb?\)/.test(name))).toEqual([]);
    expect(tally.ended.length).toBeLessThanOrEqual(cases / 200);
    // Where next to nothing could be read, the mutations would test no more than the first checks.
    expect(tally.read).toBeGreaterThan(cases / 5);
  },
  60_000 + cases * 200,
);
