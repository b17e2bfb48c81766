import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { rowsOf, temporaryFolder, using } from '../../support/journals.ts';

const writer = path.resolve(import.meta.dirname, '../../support/journal-writer.ts');
const rounds = 30;

interface Acknowledged {
  readonly n: number;
  readonly hash: string;
  readonly id: string;
}

/** Lets the writer run for some milliseconds after it has opened the journal, kills it, and returns what it had been told is saved. */
async function writeAndKill(folder: string, round: number, milliseconds: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, [writer, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
  while (!output.startsWith('open\n') && child.exitCode === null) await sleep(1);
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await closed;
  expect(child.signalCode).toBe('SIGKILL');
  const lines = output.split('\n').slice(1, -1); // behind the last line feed is what the kill cut short
  return lines.map((line) => {
    const [n, hash = '', id = ''] = line.split(' ');
    return { n: Number(n), hash, id };
  });
}

test(`killed at ${rounds} random moments, a journal loses nothing that was acknowledged`, async () => {
  const folder = temporaryFolder();
  const known: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await writeAndKill(folder, round, Math.random() * 120);
    known.push(...acknowledged.map(({ id }) => `attemptClocks/${id}`));
    await using(folder, async (journal) => {
      expect(journal.repairs.map(({ kind }) => kind).filter((kind) => kind !== 'journal-tail-cut')).toEqual([]);
      const rows = await rowsOf(journal);
      expect(known.filter((key) => !rows.has(key))).toEqual([]);
      const last = acknowledged.at(-1);
      if (last) expect(journal.mark.n).toBeGreaterThanOrEqual(last.n);
    });
  }
  expect(known.length).toBeGreaterThan(rounds);
});
