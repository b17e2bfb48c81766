import type { Result } from '@shared/model/failure.ts';
import type { Marking } from '@shared/model/examining.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** What the markers of an exam have marked. */
export const readMarkings = (examId: string): Promise<Marking[]> => database.markings.where('examId').equals(examId).toArray();

/** Id of the mark that a marker gives one answer: marking it again takes its place. */
export const markingId = ({
  examId,
  personId,
  questionId,
  marker,
}: Pick<Marking, 'examId' | 'personId' | 'questionId' | 'marker'>): string => [examId, personId, questionId, marker].join(':');

/** Saves one mark; resolves ok when it is on the disk. */
export const saveMarking = (put: Marking): Promise<Result<null>> => commit('exam.mark-short', [{ table: 'markings', put }]);
