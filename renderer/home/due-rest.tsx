import { readDueBasis, readDueProjects } from '../data/projects/due.ts';
import type { NamedPerson } from '../data/people.ts';
import { useLive } from '../data/live.ts';
import { DueProjectsLines } from './due-projects/due-projects.tsx';
import DueStudy from './due-study/due-study.tsx';

interface DueRestProps {
  readonly person: NamedPerson;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** Nothing above is due. */
  readonly isFirst: boolean;
}

/** What is due besides an open attempt: projects first, then exams and study. Its rules are in a bundle of their own. */
export default function DueRest({ person, today, isFirst }: DueRestProps) {
  const basis = useLive(readDueBasis, []);
  const due = useLive(() => basis && readDueProjects(basis, today), [basis, today]);
  if (!due) return null;
  const { overdue, dueSoon, next, missingReports, reportsSoon } = due;
  const isQuiet = next === null && overdue.count + dueSoon.count + missingReports.count + reportsSoon.count === 0;
  return (
    <>
      <DueProjectsLines due={due} today={today} />
      <DueStudy person={person} isFirst={isFirst} isAlone={isFirst && isQuiet} />
    </>
  );
}
