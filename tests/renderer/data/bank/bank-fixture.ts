import { vi } from 'vitest';
import type { BankReading, ReadEntry, ReadRequest } from '@shared/ipc/contract.ts';
import type { Bank, BankBlock, BankEntry } from '@shared/model/bank.ts';
import type { Question } from '@shared/model/question.ts';
import { acceptBatch, type Accepted } from '../../../../renderer/data/bank/batches.ts';
import { blocksOf } from '../../../../renderer/data/bank/blocks.ts';
import { createBank } from '../../../../renderer/data/bank/banks.ts';
import { stageReading, type StagedReading } from '../../../../renderer/data/bank/staging.ts';
import { unwatched, type Step, type Task } from '../../../../renderer/data/bank/steps.ts';
import { database } from '../../../../renderer/data/database.ts';

export const bankId = 'bank';
export const signal = (): Task => unwatched();

let steps = 0;
/** A new act of the same person, each later than the one before. */
export const newStep = (): Step => ({ id: `step-${(steps += 1)}`, personId: 'clerk', at: 1_770_000_000_000 + steps });

export const newBank = () => createBank({ id: bankId, name: 'party', title: '示例题库', createdAt: 1 });

/** What main would have read: each question in a row of its own. Null is a refused row. */
export function rowsOf(questions: readonly (Question | null)[], entryIds: readonly string[] = []): ReadEntry[] {
  return questions.map((question, at) => ({
    place: { sheet: '单选', row: at + 2, lastRow: at + 2 },
    question,
    draft: question
      ? null
      : {
          type: 'judge',
          stem: `看不懂的第 ${at} 行`,
          options: [],
          answer: '说法正确',
          explanation: '',
          basis: '',
          section: '党规',
          topic: '',
        },
    findings: question ? [] : [{ severity: 'error', code: 'answer-not-understood', message: '看不懂判断题的答案。' }],
    score: null,
    entryId: entryIds[at] ?? '',
  }));
}

const asked: ReadRequest = { file: 'token', section: '', encoding: null, columns: null };

interface Staging {
  readonly rows: readonly ReadEntry[];
  readonly batchId?: string;
  readonly sha?: string;
  readonly task?: Task;
  readonly step?: Step;
}

/** Stages a file; files with the same `sha` are the same file. */
export function stage({ rows, batchId = crypto.randomUUID(), sha = 'a', task = signal(), step = newStep() }: Staging) {
  const questions = rows.filter(({ question }) => question).length;
  const accounted = { source: rows.length, questions, headings: 0, refused: rows.length - questions, ignored: 0 };
  const reading: BankReading = {
    reading: 'reading',
    file: '示例.xlsx',
    format: 'xlsx',
    sha256: sha.repeat(64),
    encoding: null,
    accounted,
    entries: rows.length,
    problems: [],
    headers: [],
  };
  const port = { entries: async (_reading: string, from: number, count: number) => structuredClone(rows.slice(from, from + count)) };
  return stageReading({ bankId, batchId, reading, request: asked, port, step, task });
}

/** The same, and takes all of it into the bank. */
export async function importAll(
  rows: readonly ReadEntry[],
  sha = 'a',
): Promise<{ readonly staged: StagedReading; readonly accepted: Accepted }> {
  const staged = value(await stage({ rows, sha }));
  const accepted = value(await acceptBatch(bankId, staged.batch.id, null, newStep(), signal()));
  return { staged, accepted };
}

export function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export async function blocks(): Promise<BankBlock[]> {
  const all: BankBlock[] = [];
  for await (const page of blocksOf(bankId)) all.push(...page);
  return all;
}

export const entries = async (): Promise<BankEntry[]> => (await blocks()).flatMap((block) => block.entries);

export const refOf = async (id: string) => {
  const block = (await blocks()).find((one) => one.entries.some((entry) => entry.id === id));
  if (!block) throw new Error(`no entry ${id}`);
  return { id, blockId: block.id };
};

/** Everything of a bank but what was done to it: undoing gives this back. */
export async function state(): Promise<readonly unknown[]> {
  return [await database.banks.toArray(), await blocks(), await database.bankBatches.toArray()];
}

/** The counts of the bank's row, and what counting its entries gives. */
export async function bothCounts(): Promise<readonly [Bank['counts'] | undefined, Bank['counts']]> {
  const all = await entries();
  const count = (is: (entry: BankEntry) => boolean): number => all.filter(is).length;
  const counted = {
    kept: count(({ state: one }) => one === 'kept'),
    withdrawn: count(({ state: one }) => one === 'withdrawn'),
    staged: count(({ state: one, question }) => one === 'staged' && question !== null),
    refused: count(({ state: one, question }) => one === 'staged' && question === null),
  };
  return [(await database.banks.get(bankId))?.counts, counted];
}

/** Whoever is told of blocks. */
export const listener = () => vi.fn<(bank: string, blockIds: readonly string[]) => void>();
