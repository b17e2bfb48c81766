import { mergeRecord, settleConflict, type Incoming, type MergeOutcome } from '@shared/exam/bureau/merge-records.ts';
import { paperAsSat } from '@shared/exam/bureau/published-exam.ts';
import { factsOfRecord, paperHash } from '@shared/exam/quarterly/record.ts';
import type { RecordHeader } from '@shared/model/exam-record.ts';
import type { ExamRecord } from '@shared/model/examining.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { examWith, papersOf } from './exams.ts';
import { commit } from '../work.ts';

/** What became of one record that came in. */
export interface SavedRecord {
  readonly header: RecordHeader;
  readonly receipt: string;
  /** `unknownExam`: no exam of this bureau · `otherPaper`: not on a paper of that exam. Neither is kept. */
  readonly outcome: MergeOutcome | 'unknownExam' | 'otherPaper';
}

/** All records of an exam, those of a fork too, in the order of their ids. */
export const readRecords = (examId: string): Promise<ExamRecord[]> => database.examRecords.where('examId').equals(examId).sortBy('id');

/** How many people have sent a record of an exam. */
export async function countRecords(examId: string): Promise<number> {
  return new Set((await database.examRecords.where('examId').equals(examId).primaryKeys()).map((id) => id.split('#')[0])).size;
}

/** Takes checked records in. Doing it again, in any order, changes nothing. `now` in milliseconds since 1970. */
export async function saveRecords(opened: readonly Incoming[], now: number): Promise<Result<readonly SavedRecord[]>> {
  const papers = paperBook();
  const saved: SavedRecord[] = [];
  for (const incoming of opened) {
    const { header } = factsOfRecord(incoming.record.events);
    const refusal = await papers.refusalOf(header);
    const merge = refusal ? { outcome: refusal, puts: [] } : mergeRecord(await rowsOf(header), incoming, now);
    if (merge.puts.length > 0) {
      const written = await commit(
        'exam.collect',
        merge.puts.map((put) => ({ table: 'examRecords', put })),
      );
      if (!written.ok) return written;
    }
    saved.push({ header, receipt: incoming.receipt, outcome: merge.outcome });
  }
  return succeed(saved);
}

/** A person has decided which record of a sitting counts; the others stay, set aside. */
export async function settleRecords(attemptId: string, keptId: string): Promise<Result<null>> {
  const kept = await database.examRecords.get(keptId);
  const settled = kept ? settleConflict(await rowsOf({ attemptId, personId: kept.personId }), keptId) : [];
  return commit(
    'exam.settle',
    settled.map((put) => ({ table: 'examRecords', put })),
  );
}

/** Records of one sitting: its own and those that fork from it. Ids alone do not tell: a record may name its person `p1#…`. */
async function rowsOf({ attemptId, personId }: Pick<RecordHeader, 'attemptId' | 'personId'>): Promise<ExamRecord[]> {
  const rows = await database.examRecords.where('id').startsWith(attemptId).toArray();
  return rows.filter((row) => row.personId === personId && (row.id === attemptId || row.id.startsWith(`${attemptId}#`)));
}

/** The hashes of the papers of each exam as they were sat, each computed once. */
function paperBook() {
  const hashes = new Map<string, ReadonlyMap<string, string> | null>();
  const read = async (examId: string): Promise<ReadonlyMap<string, string> | null> => {
    const exam = await examWith(examId);
    return exam && new Map((await papersOf(exam)).map(({ variant, paper }) => [variant, paperHash(paperAsSat(exam, paper))]));
  };
  return {
    async refusalOf({ examId, variant, paper }: RecordHeader): Promise<'unknownExam' | 'otherPaper' | null> {
      const known = hashes.has(examId) ? hashes.get(examId) : await read(examId);
      hashes.set(examId, known ?? null);
      if (!known) return 'unknownExam';
      return known.get(variant) === paper ? null : 'otherPaper';
    },
  };
}
