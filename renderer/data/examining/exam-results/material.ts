import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import type { Exam } from '@shared/model/examining.ts';
import { database } from '../../database.ts';

/** Everything that came in on an exam. Tens of megabytes where many have sat it: for the worker. */
export async function readMaterial(exam: Exam): Promise<ExamMaterial> {
  const [papers, records, paperScores, markings] = await Promise.all([
    database.papers.bulkGet([...exam.paperIds]),
    database.examRecords.where('examId').equals(exam.id).toArray(),
    database.paperScores.where('examId').equals(exam.id).toArray(),
    database.markings.where('examId').equals(exam.id).toArray(),
  ]);
  return { exam, papers: papers.filter((paper) => paper !== undefined), records, paperScores, markings };
}
