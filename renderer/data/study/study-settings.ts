import type { Result } from '@shared/model/failure.ts';
import type { StudySettings } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** How one person studies; as long as nothing was set: the rule of the policy and no plan. */
export const readStudySettings = async (personId: string): Promise<StudySettings> =>
  (await database.studySettings.get(personId)) ?? { id: personId, rightInARow: null, examDate: '', minutesPerDay: 0 };

/** Keeps everything but the rule of the 错题本, which has to be judged anew with it: see `saveMistakeRule`. */
export async function saveStudySettings(settings: Omit<StudySettings, 'rightInARow'>): Promise<Result<null>> {
  const { rightInARow } = await readStudySettings(settings.id);
  return commit('study.settings', [settingsOp({ ...settings, rightInARow })]);
}

export const settingsOp = (put: StudySettings): WorkOp => ({ table: 'studySettings', put });
