import type { ReactNode } from 'react';
import { gradeAttempt } from '@shared/exam/grade.ts';
import { answersOfRecord, factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { Exam, ExamRecord, StoredPaper } from '@shared/model/examining.ts';
import { Button } from '../../../ui/button.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';

interface RecordSideProps {
  readonly row: ExamRecord;
  /** From 1. */
  readonly place: number;
  readonly exam: Exam;
  /** The paper that was sat; null where it is gone. */
  readonly stored: StoredPaper | null;
  readonly onKeep: () => void;
}

/** One record of a sitting: where, when, how long, how far. */
export function RecordSide({ row, place, exam, stored, onKeep }: RecordSideProps) {
  const words = useWords().collecting.conflicts;
  const { events, publicKey } = row.record;
  const facts = factsOfRecord(events);
  const answers = answersOfRecord(events);
  const result = stored && gradeAttempt(stored.paper, answers, exam.passLine);
  return (
    <section className="card stack" aria-label={words.side(place)}>
      <h3>{words.side(place)}</h3>
      <dl className="examining-facts">
        <Fact name={words.receipt}>{row.receipt}</Fact>
        <Fact name={words.computer}>{publicKey.slice(0, 12)}</Fact>
        <Fact name={words.startedAt}>{minuteOf(facts.startedAt)}</Fact>
        <Fact name={words.handedInAt}>
          {facts.handedInAt === null ? words.notHandedIn : `${minuteOf(facts.handedInAt)}${facts.endedBy === 'time' ? words.byTime : ''}`}
        </Fact>
        <Fact name={words.elapsed}>{words.minutes(Math.round(facts.elapsedMs / 60_000))}</Fact>
        <Fact name={words.answered}>{words.questions(answers.size)}</Fact>
        {result && (
          <Fact name={words.score}>
            {result.score} / {Math.round((result.full - result.unmarked) * 100) / 100}
          </Fact>
        )}
        <Fact name={words.away}>{words.times(facts.timesAway)}</Fact>
        <Fact name={words.jumps}>{words.times(facts.jumps)}</Fact>
        <Fact name={words.resumes}>{words.times(facts.resumes)}</Fact>
        <Fact name={words.importedAt}>{minuteOf(row.importedAt)}</Fact>
      </dl>
      <div>
        <Button onClick={onKeep}>{words.keep}</Button>
      </div>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
