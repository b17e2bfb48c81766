import type { Correction } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import { repliesByCorrection, withReply } from '@shared/study/corrections.ts';
import { installedPackages } from './content.ts';
import { database } from './database.ts';
import { findRefs } from './study/study.ts';
import { commit } from './work.ts';

/** Keeps a 纠错单 that somebody wrote here. */
export const saveCorrection = (correction: Correction): Promise<Result<null>> =>
  commit('correction.write', [{ table: 'corrections', put: correction }]);

/** The 纠错单 that people of this unit wrote on this computer, newest first, with the replies that installed packages brought. */
export async function readCorrections(unitName: string): Promise<Correction[]> {
  const corrections = await database.corrections.filter((correction) => correction.unitName === unitName).toArray();
  const replies = repliesByCorrection(await installedPackages());
  return corrections.map((correction) => withReply(correction, replies)).toSorted((one, other) => other.at - one.at);
}

/** Which installed package holds a question, for a 纠错单 on it; '' and 0 where none does any more. */
export async function packageOf(questionId: string): Promise<Pick<Correction, 'package' | 'version'>> {
  const [ref] = await findRefs([questionId]);
  const name = ref?.key.split('/')[0] ?? '';
  const version = (await installedPackages()).find((installed) => installed.name === name)?.version ?? 0;
  return { package: name, version };
}
