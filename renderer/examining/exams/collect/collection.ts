import { oddRecords, type OddRecords } from '@shared/exam/bureau/odd-records.ts';
import { factsOfRecord, type RecordFacts } from '@shared/exam/quarterly/record.ts';
import type { Candidate, Exam, ExamRecord } from '@shared/model/examining.ts';
import { readRecords } from '../../../data/examining/exam-records.ts';
import { readPaperScores } from '../../../data/examining/paper-scores.ts';

export interface ReceivedRecord {
  readonly row: ExamRecord;
  readonly facts: RecordFacts;
  /** Whether the exam lists this person, whatever the record says of it. */
  readonly listed: boolean;
}

/** What has come in of an exam, and what has not. */
export interface Collection {
  /** One a person: the record that counts, or the first of those in conflict. */
  readonly received: readonly ReceivedRecord[];
  /** Records of each sitting that are in conflict. */
  readonly conflicts: readonly (readonly ExamRecord[])[];
  /** Received ones without a hand-in at their end. */
  readonly unfinished: number;
  /** Candidates without any record and without a score from paper. */
  readonly missing: readonly Candidate[];
  /** Candidates whose score, or absence, was keyed in. */
  readonly onPaper: number;
  readonly odd: OddRecords;
}

export async function readCollection(exam: Exam): Promise<Collection> {
  const [rows, scores] = await Promise.all([readRecords(exam.id), readPaperScores(exam.id)]);
  const bySitting = [...Map.groupBy(rows, sittingOf).values()];
  const counting = bySitting.flatMap((sitting) => sitting.find(({ state }) => state !== 'setAside') ?? []);
  const listed = new Set(exam.candidates.map(({ id }) => id));
  const sent = new Set(rows.map(({ personId }) => personId));
  const keyedIn = new Set(scores.map(({ personId }) => personId));
  const silent = exam.candidates.filter(({ id }) => !sent.has(id));
  return {
    received: counting.map((row) => ({ row, facts: factsOfRecord(row.record.events), listed: listed.has(row.personId) })),
    conflicts: bySitting.map((sitting) => sitting.filter(({ state }) => state === 'conflict')).filter(({ length }) => length > 0),
    unfinished: counting.filter(({ state }) => state === 'unfinished').length,
    missing: silent.filter(({ id }) => !keyedIn.has(id)),
    onPaper: silent.filter(({ id }) => keyedIn.has(id)).length,
    odd: oddRecords(exam, rows),
  };
}

/** Id of the sitting that a record belongs to. */
export const sittingOf = ({ examId, personId }: Pick<ExamRecord, 'examId' | 'personId'>): string => `${examId}:${personId}`;
