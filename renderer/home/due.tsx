import { lazy, Suspense } from 'react';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import { openAttempt } from '../data/exam/exam.ts';
import { useLive } from '../data/live.ts';
import { overdueCounts, readDueSoonDays } from '../data/projects/projects.ts';
import type { NamedPerson } from '../data/people.ts';
import { hrefOf } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { useWords } from '../words.tsx';
import { DueLine } from './due-line.tsx';
import { useIdle } from './use-idle.ts';
import { WaitingPackages } from './waiting.tsx';

/** Exams and study: their rules are in a bundle of their own. */
const DueStudy = lazy(() => import('./due-study/due-study.tsx'));

/** One line a matter, the most urgent first; each with the way to it. What is read at once comes first. */
export function Due({ person }: { readonly person: NamedPerson }) {
  const { home } = useWords();
  const today = useToday();
  const isIdle = useIdle();
  const due = useLive(() => readDue(person.id, today), [person.id, today]);
  // The card keeps its place while it is read, so that nothing below it jumps.
  if (!due) return <section className="card home-due" />;
  const { attempt, plans } = due;
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
      {plans.overdue > 0 && <DueLine tone="bad" text={home.overdue(plans.overdue)} action={home.plansAction} href={hrefOf('projects')} />}
      {plans.dueSoon > 0 && <DueLine text={home.dueSoon(plans.dueSoon)} action={home.plansAction} href={hrefOf('projects')} />}
      {isIdle && (
        <Suspense>
          <DueStudy person={person} isFirst={attempt === null} isAlone={attempt === null && plans.overdue + plans.dueSoon === 0} />
        </Suspense>
      )}
      <WaitingPackages />
    </section>
  );
}

async function readDue(personId: string, today: string) {
  const [open, days] = await Promise.all([openAttempt(personId), readDueSoonDays()]);
  const plans = await overdueCounts(today, days);
  const attempt = open && {
    id: open.attempt.id,
    title: open.attempt.exam?.title ?? open.attempt.paper.title,
    left: timeLeft(open.attempt.budgetMs, open.elapsedMs),
  };
  return { attempt, plans };
}
