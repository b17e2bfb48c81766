import { useState } from 'react';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import type { Policy } from '@shared/model/policy.ts';
import { nextExam } from '@shared/exam/calendar.ts';
import { daysBetween } from '@shared/projects/days.ts';
import { readPackage } from '../data/content.ts';
import { openAttempt } from '../data/exam.ts';
import { useLive } from '../data/live.ts';
import { overdueCounts } from '../data/projects.ts';
import type { NamedPerson } from '../data/people.ts';
import { readMistakes } from '../data/study.ts';
import { hrefOf } from '../route.ts';
import { dayOf } from '../ui/format.ts';
import { useWords } from '../words.tsx';
import { DueLine } from './due-line.tsx';
import { WaitingPackages } from './waiting.tsx';

/** One line a matter, the most urgent first; each with the way to it. */
export function Due({ person }: { readonly person: NamedPerson }) {
  const { home } = useWords();
  const [today] = useState(() => dayOf(Date.now()));
  const policy = useLive(async () => (await readPackage('policy'))?.policy ?? null, []);
  const due = useLive(() => readDue(person.id, today, policy ?? null), [person.id, today, policy]);
  // The card keeps its place while it is read, so that nothing below it jumps.
  if (policy === undefined || !due) return <section className="card home-due" />;
  const { attempt, mistakes, plans } = due;
  const exam = policy && nextExam(policy.calendar, today);
  const isEmpty = !attempt && mistakes === 0 && plans.overdue + plans.dueSoon === 0;
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
      {mistakes > 0 && <DueLine text={home.mistakes(mistakes)} action={home.mistakesAction} href={hrefOf('study', 'mistakes')} />}
      <WaitingPackages />
      {exam && <ExamLine quarter={exam.quarter} date={exam.examDate} days={daysBetween(today, exam.examDate)} />}
      {isEmpty && <p className="soft">{home.nothing}</p>}
    </section>
  );
}

async function readDue(personId: string, today: string, policy: Policy | null) {
  const [open, mistakes, plans] = await Promise.all([
    openAttempt(personId),
    readMistakes(personId),
    overdueCounts(today, policy?.planThresholds.dueSoonDays ?? 7),
  ]);
  const attempt = open && { id: open.attempt.id, title: open.attempt.paper.title, left: timeLeft(open.attempt.budgetMs, open.elapsedMs) };
  return { attempt, mistakes: mistakes.open.length, plans };
}

function ExamLine({ quarter, date, days }: { readonly quarter: string; readonly date: string; readonly days: number }) {
  const { home, app } = useWords();
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const name = home.quarterName(Number(quarter.slice(0, 4)), Number(quarter.slice(5)));
  return <DueLine text={home.nextExam(name, app.date(year, month, day), days)} action={home.mockAction} href={hrefOf('exam')} />;
}
