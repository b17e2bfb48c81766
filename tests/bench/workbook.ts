import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bankWorkbook } from '../../main/export/bank-template.ts';
import { manyQuestions } from '../support/many-questions.ts';
import { figure, median, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const questions = 100_000;
const rounds = 3;
/** Of any process that takes part. */
const megabytesGoal = 600;
const root = path.resolve(import.meta.dirname, '../..');

/** `sanxun bank check` of a workbook of 100,000 questions, its JSON included, against a process that only opens it with the workbook library. */
export async function workbookFigures({ folder }: Workshop): Promise<Figure[]> {
  const file = path.join(folder, 'large.xlsx');
  writeFileSync(file, await bankWorkbook(manyQuestions(questions).map((question) => ({ question, score: null }))));
  const checks: Run[] = [];
  const reads: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    reads.push(await run([path.join(root, 'tests/bench/bare/read-workbook.mjs'), file]));
    checks.push(await run([path.join(root, 'dist/main/cli.js'), 'bank', 'check', file, '--json']));
    console.error(`xlsx-check, round ${round + 1} of ${rounds}`);
  }
  const shared = { group: 'xlsx-check', peer: '@e965/xlsx reading the same file' } as const;
  const note = `whole processes, medians of ${rounds} interleaved rounds`;
  const time = (runs: readonly Run[]): number => median(runs.map(({ milliseconds }) => milliseconds));
  const memory = (runs: readonly Run[]): number => median(runs.map(({ megabytes }) => megabytes));
  const timed = figure({
    ...shared,
    name: 'xlsx-check',
    value: time(checks),
    unit: 'ms',
    peerValue: time(reads),
    goal: 2,
    note: `${note}; the larger of the two processes held ${Math.round(memory(checks))} MB at most`,
  });
  const held = figure({
    ...shared,
    name: 'xlsx-check-memory',
    value: memory(checks),
    unit: 'MB',
    peerValue: memory(reads),
    goal: null,
    note: `peak resident memory of the largest process; ${note}; the goal is in MB`,
  });
  return [timed, { ...held, goal: megabytesGoal, met: held.value <= megabytesGoal }];
}

interface Run {
  readonly milliseconds: number;
  /** Peak resident memory of the largest process. */
  readonly megabytes: number;
}

/** Runs a script of Node to its end; what it prints goes nowhere. */
async function run(args: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, ...peaksOf(child.pid ?? 0))), 50);
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return { milliseconds: performance.now() - started, megabytes };
}

/** Peak memory of a process and its children, from /proc; elsewhere nothing is told. */
function peaksOf(process: number): number[] {
  try {
    const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0);
    const children = readdirSync(`/proc/${process}/task`).flatMap((task) =>
      readFileSync(`/proc/${process}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [kilobytes / 1024, ...children.flatMap(peaksOf)];
  } catch {
    return []; // it ended while it was being read
  }
}
