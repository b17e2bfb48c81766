import { useState } from 'react';
import { answerDifferences, commonEntries, type AnswerDifference } from '@shared/exam/bureau/compare-records.ts';
import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { Exam, ExamRecord, StoredPaper } from '@shared/model/examining.ts';
import type { Failure } from '@shared/model/failure.ts';
import { settleRecords } from '../../../data/examining/exam-records.ts';
import { papersOf } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';
import { AnswerText } from './answer-text.tsx';
import { sittingOf } from './collection.ts';
import { RecordSide } from './record-side.tsx';

interface ConflictDialogProps {
  readonly exam: Exam;
  readonly rows: readonly ExamRecord[];
  readonly onClose: () => void;
}

/** The records of one sitting side by side; one of them is chosen, the others are kept and set aside. */
export function ConflictDialog({ exam, rows, onClose }: ConflictDialogProps) {
  const { collecting, failures, app } = useWords();
  const words = collecting.conflicts;
  const [failure, setFailure] = useState<Failure | null>(null);
  const papers = useLive(() => papersOf(exam), [exam]);
  const [first] = rows;
  if (!first || !papers) return null;
  const { header } = factsOfRecord(first.record.events);
  const stored = papers.find(({ variant }) => variant === header.variant) ?? null;
  const keep = async (row: ExamRecord): Promise<void> => {
    const settled = await settleRecords(sittingOf(row), row.id);
    if (settled.ok) onClose();
    else setFailure(settled.failure);
  };
  return (
    <Dialog
      title={words.dialog(`${header.unitName} ${header.name}`)}
      onClose={onClose}
      wide
      actions={<Button onClick={onClose}>{app.close}</Button>}
    >
      <div className="stack">
        <Common rows={rows} />
        <div className="examining-sides">
          {rows.map((row, place) => (
            <RecordSide key={row.id} row={row} place={place + 1} exam={exam} stored={stored} onKeep={() => void keep(row)} />
          ))}
        </div>
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
        {stored && <Differences stored={stored} rows={rows} />}
      </div>
    </Dialog>
  );
}

function Common({ rows }: { readonly rows: readonly ExamRecord[] }) {
  const words = useWords().collecting.conflicts;
  const common = commonEntries(rows.map(({ record }) => record));
  return <p>{common === 0 ? words.noneSame : words.same(common)}</p>;
}

function Differences({ stored, rows }: { readonly stored: StoredPaper; readonly rows: readonly ExamRecord[] }) {
  const words = useWords().collecting.conflicts;
  const differences = answerDifferences(
    stored.paper,
    rows.map(({ record }) => record),
  );
  return (
    <ScrollBox label={words.differences(differences.length)} className="examining-scroll">
      <table className="table">
        <caption>{words.differences(differences.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            {rows.map(({ id }, place) => (
              <th key={id} scope="col">
                {words.side(place + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow key={difference.question.id} stored={stored} difference={difference} ids={rows.map(({ id }) => id)} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface DifferenceRowProps {
  readonly stored: StoredPaper;
  readonly difference: AnswerDifference;
  /** Ids of the records, in the order of the answers. */
  readonly ids: readonly string[];
}

function DifferenceRow({ stored, difference: { number, question, answers }, ids }: DifferenceRowProps) {
  const item = stored.paper.items[number - 1];
  return (
    <tr>
      <th scope="row" title={question.stem}>
        {number}
      </th>
      {ids.map((id, place) => (
        <td key={id}>{item && <AnswerText item={item} answer={answers[place] ?? null} />}</td>
      ))}
    </tr>
  );
}
