import { useState } from 'react';
import { pastAttempts, type PastAttempt } from '../data/exam/exam.ts';
import { useLive } from '../data/live.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { minuteOf } from '../ui/format.ts';
import { useWords } from '../words.tsx';
import { Outcome } from './outcome.tsx';

const shownAtFirst = 20;

/** What this person has handed in, newest first. */
export function PastAttempts({ personId }: { readonly personId: string }) {
  const { exam } = useWords();
  const [all, setAll] = useState(false);
  const past = useLive(() => pastAttempts(personId), [personId]);
  if (past === undefined) return null;
  const shown = all ? past : past.slice(0, shownAtFirst);
  return (
    <section>
      <h2>{exam.choose.past}</h2>
      {past.length > 0 ? <PastTable past={shown} /> : <Empty>{exam.choose.noPast}</Empty>}
      {shown.length < past.length && <Button onClick={() => setAll(true)}>{exam.choose.more(past.length - shown.length)}</Button>}
    </section>
  );
}

function PastTable({ past }: { readonly past: readonly PastAttempt[] }) {
  const { exam } = useWords();
  const { columns } = exam.choose;
  return (
    <div className="exam-scroll">
      <table className="table" aria-label={exam.choose.past}>
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.paper}</th>
            <th scope="col" className="num">
              {columns.score}
            </th>
            <th scope="col" className="num">
              {columns.full}
            </th>
            <th scope="col" className="num">
              {columns.percent}
            </th>
            <th scope="col">{columns.outcome}</th>
            <th scope="col">{columns.review}</th>
          </tr>
        </thead>
        <tbody>
          {past.map((attempt) => (
            <PastRow key={attempt.id} attempt={attempt} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PastRow({ attempt: { id, title, kind, handedInAt, result } }: { readonly attempt: PastAttempt }) {
  const { exam } = useWords();
  const date = minuteOf(handedInAt);
  return (
    <tr>
      <td className="exam-date">{date}</td>
      <td>{title}</td>
      <td className="num">{result.score}</td>
      <td className="num">{result.full}</td>
      <td className="num">{exam.review.percent(result.percent)}</td>
      <td>
        <Outcome result={result} byBureau={kind === 'exam'} />
      </td>
      <td>
        <a className="exam-link" href={hrefOf('exam', 'review', id)} aria-label={exam.choose.reviewNamed(date, title)}>
          {exam.choose.review}
        </a>
      </td>
    </tr>
  );
}
