import { lazy, Suspense } from 'react';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import { openAttempt } from '../data/exam/exam.ts';
import { useLive } from '../data/live.ts';
import type { NamedPerson } from '../data/people.ts';
import { hrefOf } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { useWords } from '../words.tsx';
import { DueLine } from './due-line.tsx';
import { useIdle } from './use-idle.ts';
import { WaitingPackages } from './waiting.tsx';

/** Projects, exams and study: their rules are in a bundle of their own. */
const DueRest = lazy(() => import('./due-rest.tsx'));

/** One line a matter, the most urgent first; each with the way to it. What is read at once comes first. */
export function Due({ person }: { readonly person: NamedPerson }) {
  const { home } = useWords();
  const today = useToday();
  const isIdle = useIdle();
  const attempt = useLive(() => readOpenAttempt(person.id), [person.id]);
  // The card keeps its place while it is read, so that nothing below it jumps.
  if (attempt === undefined) return <section className="card home-due" />;
  return (
    <section className="card stack home-due">
      <h2 style={{ margin: 0 }}>{home.today}</h2>
      {attempt && (
        <DueLine
          text={home.resume(attempt.title, formatTime(attempt.left))}
          action={home.resumeAction}
          href={hrefOf('exam', 'sit', attempt.id)}
          main
        />
      )}
      {isIdle && (
        <Suspense>
          <DueRest person={person} today={today} isFirst={attempt === null} />
        </Suspense>
      )}
      <WaitingPackages />
    </section>
  );
}

/** Null where nothing is open. */
async function readOpenAttempt(personId: string) {
  const open = await openAttempt(personId);
  if (!open) return null;
  const title = open.attempt.exam?.title ?? open.attempt.paper.title;
  return { id: open.attempt.id, title, left: timeLeft(open.attempt.budgetMs, open.elapsedMs) };
}
