import type { Correction, CorrectionReply } from '@shared/model/bank.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

const correctionsAtOnce = 1_000;
const listeners = new Set<() => void>();

/** Hears when a 纠错单 came in or was answered; gives the function that ends it. */
export function onCorrections(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes in what branches reported. What is known already stays as it is, with its reply: the same table twice changes nothing. */
export async function receiveCorrections(rows: readonly Correction[]): Promise<Result<{ readonly fresh: number; readonly known: number }>> {
  const there = await database.corrections.bulkGet(rows.map(({ id }) => id));
  const fresh = rows.filter((_, at) => there[at] === undefined);
  for (let from = 0; from < fresh.length; from += correctionsAtOnce) {
    const page = fresh.slice(from, from + correctionsAtOnce);
    const result = await commit(
      'bank.corrections',
      page.map((put) => ({ table: 'corrections', put }) as const),
    );
    if (!result.ok) return result;
  }
  tell();
  return succeed({ fresh: fresh.length, known: rows.length - fresh.length });
}

/** What was reported on the questions of a package, the newest first. */
export async function readCorrections(packageName: string): Promise<Correction[]> {
  return newestFirst(await database.corrections.where('package').equals(packageName).toArray());
}

/** What was reported on one question, the newest first. */
export async function correctionsOn(questionId: string): Promise<Correction[]> {
  return newestFirst(await database.corrections.where('questionId').equals(questionId).toArray());
}

/** Answers a 纠错单; null takes the answer back. */
export async function answerCorrection(id: string, reply: CorrectionReply | null): Promise<Result<null>> {
  const correction = await database.corrections.get(id);
  if (!correction) throw new Error(`there is no correction ${id}`);
  const result = await commit('bank.reply', [{ table: 'corrections', put: { ...correction, reply } }]);
  tell();
  return result;
}

const tell = (): void => listeners.forEach((listener) => listener());
const newestFirst = (corrections: readonly Correction[]): Correction[] => corrections.toSorted((one, other) => other.at - one.at);
