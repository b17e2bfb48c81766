import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { StoredPaper } from '@shared/model/examining.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** Every paper that was drawn, the newest first; archived ones too. */
export async function readPapers(): Promise<StoredPaper[]> {
  return (await database.papers.toArray()).toSorted(
    (one, other) => other.createdAt - one.createdAt || one.variant.localeCompare(other.variant),
  );
}

/** Null where there is no such paper. */
export const paperWith = async (id: string): Promise<StoredPaper | null> => (await database.papers.get(id)) ?? null;

/** A paper and the one it was drawn with, A before B. */
export async function pairWith(pairId: string): Promise<StoredPaper[]> {
  const all = await database.papers.filter((stored) => stored.pairId === pairId).toArray();
  return all.toSorted((one, other) => one.variant.localeCompare(other.variant));
}

/** Keeps new papers, A and B together. */
export const addPapers = (papers: readonly StoredPaper[]): Promise<Result<null>> => commit('paper.add', papers.map(putPaper));

/** Keeps a change. A final paper is not changed any more: nothing is written then, and the answer is false. */
export async function savePaper(stored: StoredPaper): Promise<Result<boolean>> {
  const before = await paperWith(stored.id);
  if (before?.state === 'final') return succeed(false);
  const saved = await commit('paper.save', [putPaper(stored)]);
  return saved.ok ? succeed(true) : fail(saved.failure.kind, saved.failure.subject);
}

/** Makes a paper, with the one it was drawn with, final: from now on nothing about their questions changes. */
export async function finishPapers(pairId: string): Promise<Result<null>> {
  const papers = await pairWith(pairId);
  return commit(
    'paper.finish',
    papers.map((stored) => putPaper({ ...stored, state: 'final' })),
  );
}

export async function archivePapers(pairId: string, archived: boolean): Promise<Result<null>> {
  const papers = await pairWith(pairId);
  return commit(
    'paper.archive',
    papers.map((stored) => putPaper({ ...stored, archived })),
  );
}

/** Takes drafts away; final papers stay. */
export async function dropDrafts(pairId: string): Promise<Result<null>> {
  const drafts = (await pairWith(pairId)).filter(({ state }) => state === 'draft');
  return commit(
    'paper.drop',
    drafts.map(({ id }): WorkOp => ({ table: 'papers', remove: id })),
  );
}

const putPaper = (put: StoredPaper): WorkOp => ({ table: 'papers', put });
