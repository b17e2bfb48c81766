import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import { shownOf } from '@shared/exam/quarterly/release.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { ExamEvent } from '@shared/model/exam-record.ts';
import { attemptWith } from '../../data/exam/exam.ts';
import { readRecord } from '../../data/exam/exam-events.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { useMoments } from './moments.ts';
import { useOutbox } from './outbox-link.tsx';
import { useWallClock } from './use-wall-clock.ts';

/** After the hand-in: the code to read out, whether the answers are sealed, and what may be seen of the result. */
export function Receipt({ attemptId }: { readonly attemptId: string }) {
  const { quarterly, app } = useWords();
  const { person } = useSession();
  const found = useLive(async () => ({ attempt: await attemptWith(attemptId), events: await readRecord(attemptId) }), [attemptId]);
  if (!found) return <p className="soft">{app.loading}</p>;
  const { attempt, events } = found;
  const own = attempt?.personId === person.id && attempt.state === 'handedIn' && events.length > 0;
  return (
    <div className="page">
      <div className="head">
        <h1>{attempt?.exam?.title ?? quarterly.title}</h1>
        <a className="button" href={hrefOf('exam')}>
          {quarterly.back}
        </a>
      </div>
      {own ? <HandedIn attempt={attempt} events={events} /> : <Empty>{quarterly.gone}</Empty>}
    </div>
  );
}

function HandedIn({ attempt, events }: { readonly attempt: Attempt; readonly events: readonly ExamEvent[] }) {
  const { quarterly, exam } = useWords();
  const { timesAway, resumes, jumps } = factsOfRecord(events);
  const how = attempt.endedBy === 'time' ? exam.review.byTime : exam.review.byPerson;
  return (
    <div className="stack">
      <section className="card" aria-label={quarterly.done.receipt}>
        <p>
          <strong>✓ {quarterly.done.title}</strong> {quarterly.done.handedIn(minuteOf(attempt.handedInAt ?? 0), how)}
        </p>
        <p>{quarterly.done.receipt}</p>
        <p className="exam-receipt">{receiptOf(events.at(-1)?.hash ?? '')}</p>
        <p>{quarterly.done.readOut}</p>
        <p className="soft">{quarterly.done.facts(timesAway, resumes, jumps)}</p>
      </section>
      <Sealed attemptId={attempt.id} />
      <Released attempt={attempt} />
    </div>
  );
}

/** Whether the answers lie sealed in the outbox; where not, why, and another try. */
function Sealed({ attemptId }: { readonly attemptId: string }) {
  const { quarterly, failures, app } = useWords();
  const { outbox, refresh } = useOutbox();
  if (!outbox) return <p role="status">{quarterly.done.sealing}</p>;
  if (outbox.entries.some((entry) => entry.attemptId === attemptId)) {
    return (
      <div className="row">
        <span role="status">✓ {quarterly.done.sealed}</span>
        <a className="button button-main" href={hrefOf('exam', 'outbox')}>
          {quarterly.done.toOutbox}
        </a>
      </div>
    );
  }
  return (
    <>
      <p role="status">{quarterly.done.notSealed}</p>
      {outbox.failure && <FailureNotice text={failures[outbox.failure.kind](outbox.failure.subject)} />}
      <div>
        <Button main onClick={refresh}>
          {app.retry}
        </Button>
      </div>
    </>
  );
}

function Released({ attempt }: { readonly attempt: Attempt }) {
  const { quarterly } = useWords();
  const { momentOf } = useMoments();
  const shown = useWallClock((now) => shownOf(attempt, now));
  return (
    <section className="card row">
      {shown === 'nothing' && <span>{quarterly.done.shown.nothing}</span>}
      {shown === 'score' && <span>{quarterly.done.shown.score(momentOf(attempt.exam?.closesAt ?? 0))}</span>}
      {shown !== 'nothing' && (
        <a className="button" href={hrefOf('exam', 'review', attempt.id)}>
          {quarterly.done.review}
        </a>
      )}
    </section>
  );
}
