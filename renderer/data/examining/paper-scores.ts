import type { PaperScores } from '@shared/model/examining.ts';
import type { Result } from '@shared/model/failure.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** Scores keyed in from paper for an exam, in the order of their ids. */
export const readPaperScores = (examId: string): Promise<PaperScores[]> => database.paperScores.where('examId').equals(examId).sortBy('id');

/** One line as it was and as it is to be; null where there was none, or none is left. */
export interface ScoreChange {
  readonly before: PaperScores | null;
  readonly after: PaperScores | null;
}

/** Writes lines, all or none. */
export const savePaperScores = (what: string, changes: readonly ScoreChange[]): Promise<Result<null>> =>
  commit(what, changes.flatMap(opsOf));

function opsOf({ before, after }: ScoreChange): WorkOp[] {
  if (after) return [{ table: 'paperScores', put: after }];
  return before ? [{ table: 'paperScores', remove: before.id }] : [];
}
