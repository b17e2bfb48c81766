import { useState } from 'react';
import { scoreBySection } from '@shared/exam/grade.ts';
import { shownOf } from '@shared/exam/quarterly/release.ts';
import type { Attempt, AttemptAnswer, AttemptResult } from '@shared/model/exam.ts';
import { answersOf, attemptWith } from '../../data/exam/exam.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { passesFilter, reviewFilters, reviewItems, type ReviewFilter, type ReviewItem } from './item-outcome.ts';
import { Outcome } from '../outcome.tsx';
import { useMoments } from '../quarterly/moments.ts';
import { useWallClock } from '../quarterly/use-wall-clock.ts';
import { ReviewQuestion } from './review-question.tsx';
import { WhatNext } from './what-next.tsx';

/** The result of an attempt: the score, the sections, and every question with both answers. */
export function Review({ attemptId }: { readonly attemptId: string }) {
  const { exam, app } = useWords();
  const { person } = useSession();
  const found = useLive(async () => ({ attempt: await attemptWith(attemptId), rows: await answersOf(attemptId) }), [attemptId]);
  if (!found) return <p className="soft">{app.loading}</p>;
  const { attempt, rows } = found;
  if (attempt?.personId !== person.id || !attempt.result) {
    return (
      <Empty>
        <p>{attempt?.personId === person.id ? exam.review.notHandedIn : exam.sit.gone}</p>
        <a className="button" href={hrefOf('exam')}>
          {exam.sit.back}
        </a>
      </Empty>
    );
  }
  return (
    <div className="page">
      <div className="head">
        <h1>{exam.review.title}</h1>
        <a className="button" href={hrefOf('exam')}>
          {exam.sit.back}
        </a>
      </div>
      <Score attempt={attempt} result={attempt.result} />
      <WhatNext attempt={attempt} result={attempt.result} />
      <Sections result={attempt.result} />
      <Answers attempt={attempt} rows={rows} />
    </div>
  );
}

/** Every question with both answers, as soon as the exam shows them. */
function Answers({ attempt, rows }: { readonly attempt: Attempt; readonly rows: readonly AttemptAnswer[] }) {
  const { quarterly } = useWords();
  const { momentOf } = useMoments();
  const shown = useWallClock((now) => shownOf(attempt, now));
  if (shown !== 'all') return <p>{quarterly.done.shown.score(momentOf(attempt.exam?.closesAt ?? 0))}</p>;
  return <Questions attempt={attempt} entries={reviewItems(attempt, rows)} />;
}

function Score({ attempt, result }: { readonly attempt: Attempt; readonly result: AttemptResult }) {
  const { exam, quarterly } = useWords();
  const how = attempt.endedBy === 'time' ? exam.review.byTime : exam.review.byPerson;
  return (
    <section className="card exam-score" aria-label={exam.review.title}>
      <p>
        <strong>{attempt.exam?.title ?? attempt.paper.title}</strong>
      </p>
      <p className="row">
        <strong className="exam-figure">{exam.review.score(result.score, difference(result.full, result.unmarked))}</strong>
        <span>
          {exam.review.columns.rate} {exam.review.percent(result.percent)}
        </span>
        <Outcome result={result} byBureau={attempt.exam !== undefined} />
      </p>
      {result.unmarked > 0 && <p>{attempt.exam ? quarterly.done.toBureau(result.unmarked) : exam.review.unmarked(result.unmarked)}</p>}
      <p className="soft">
        {exam.review.passLine(attempt.passLine)} · {exam.review.handedIn(minuteOf(attempt.handedInAt ?? 0), how)} ·{' '}
        {exam.review.seed(attempt.paper.seed)}
      </p>
    </section>
  );
}

function Sections({ result }: { readonly result: AttemptResult }) {
  const { exam } = useWords();
  const { columns } = exam.review;
  const sections = scoreBySection(result);
  const questions = sections.reduce((sum, entry) => sum + entry.questions, 0);
  if (sections.length === 0) return null;
  return (
    <>
      <h2>{exam.review.sections}</h2>
      <div className="exam-scroll">
        <table className="table" aria-label={exam.review.sections}>
          <thead>
            <tr>
              <th scope="col">{columns.section}</th>
              {[columns.questions, columns.score, columns.full, columns.rate].map((column) => (
                <th key={column} scope="col" className="num">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map((entry) => (
              <ScoreRow key={entry.section} {...entry} />
            ))}
          </tbody>
          <tfoot>
            <ScoreRow
              section={exam.review.sum}
              questions={questions}
              score={result.score}
              full={difference(result.full, result.unmarked)}
            />
          </tfoot>
        </table>
      </div>
    </>
  );
}

interface ScoreRowProps {
  readonly section: string;
  readonly questions: number;
  readonly score: number;
  readonly full: number;
}

function ScoreRow({ section, questions, score, full }: ScoreRowProps) {
  const { exam } = useWords();
  return (
    <tr>
      <th scope="row">{section}</th>
      <td className="num">{questions}</td>
      <td className="num">{score}</td>
      <td className="num">{full}</td>
      <td className="num">{exam.review.percent(full > 0 ? (100 * score) / full : 0)}</td>
    </tr>
  );
}

function Questions({ attempt, entries }: { readonly attempt: Attempt; readonly entries: readonly ReviewItem[] }) {
  const { exam } = useWords();
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const shown = entries.filter((entry) => passesFilter(entry, filter));
  return (
    <>
      <h2>{exam.review.questions}</h2>
      <fieldset className="exam-filter">
        <legend>{exam.review.show}</legend>
        {reviewFilters.map((name) => (
          <label key={name} className="check">
            <input type="radio" name="filter" checked={filter === name} onChange={() => setFilter(name)} />
            {exam.review.filterCount(exam.review.filters[name], entries.filter((entry) => passesFilter(entry, name)).length)}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 && <Empty>{filter === 'flagged' ? exam.review.noneFlagged : exam.review.noneWrong}</Empty>}
      <ol className="exam-review">
        {shown.map((entry) => (
          <li key={entry.result.questionId}>
            <ReviewQuestion attempt={attempt} entry={entry} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Scores have at most two decimals; a plain difference of such numbers may show more. */
const difference = (one: number, other: number): number => Math.round((one - other) * 100) / 100;
