import { paperHash } from '@shared/exam/quarterly/record.ts';
import { variantFor } from '@shared/exam/quarterly/variants.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { RecordHeader } from '@shared/model/exam-record.ts';
import type { SealedPapers } from '@shared/model/examining.ts';
import { attemptIdOf, type InstalledExam } from '../../data/exam/quarterly.ts';
import type { NamedPerson } from '../../data/people.ts';

export interface NewSitting {
  readonly attempt: Attempt;
  readonly header: RecordHeader;
}

/** A sitting of an exam that begins at `now` (milliseconds since 1970), with the paper that is this person's. */
export function newSitting(installed: InstalledExam, { papers }: SealedPapers, person: NamedPerson, now: number): NewSitting {
  const { exam } = installed;
  const variant = variantFor(
    person.id,
    papers.map((one) => one.variant),
  );
  const paper = papers.find((one) => one.variant === variant)?.paper;
  if (!paper) throw new Error(`exam ${exam.id} has no paper ${variant}`);
  const id = attemptIdOf(exam.id, person.id);
  const { quarter, title, closesAt, release, recipient } = exam;
  const attempt: Attempt = {
    id,
    personId: person.id,
    kind: 'exam',
    paper,
    startedAt: now,
    budgetMs: exam.minutes * 60_000,
    passLine: exam.passLine,
    state: 'open',
    handedInAt: null,
    endedBy: null,
    result: null,
    exam: { examId: exam.id, package: installed.package, title, quarter, variant, closesAt, release, recipient },
  };
  const { name, staffNumber, unitId, unitName, branch } = person;
  const whose = { personId: person.id, name, staffNumber, unitId, unitName, branch, listed: exam.candidates.includes(person.id) };
  return { attempt, header: { examId: exam.id, attemptId: id, variant, paper: paperHash(paper), ...whose } };
}
