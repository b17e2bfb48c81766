import { readPackage } from './content.ts';
import { dayAt } from './study/due.ts';
import { readPublishedExams } from './exam/quarterly.ts';

/** A day on which an exam is known to be. */
export interface ExamDate {
  /** '' where it has no name of its own. */
  readonly name: string;
  /** 'YYYY-Qn'. */
  readonly quarter: string;
  /** 'YYYY-MM-DD'. */
  readonly date: string;
}

/** The exams after today that this person has to sit or the calendar of the policy knows, the next one first. An installed exam stands for its day of the calendar. */
export async function readExamDates(personId: string, today: string): Promise<ExamDate[]> {
  const [policy, exams] = await Promise.all([readPackage('policy'), readPublishedExams()]);
  const own = exams.flatMap(({ exam: { title, quarter, opensAt, candidates } }) =>
    candidates.includes(personId) ? [{ name: title, quarter, date: dayAt(opensAt) }] : [],
  );
  const quarters = new Set(own.map(({ quarter }) => quarter));
  const calendar = (policy?.policy.calendar ?? []).map(({ quarter, examDate }) => ({ name: '', quarter, date: examDate }));
  return [...own, ...calendar.filter(({ quarter }) => !quarters.has(quarter))]
    .filter(({ date }) => date > today)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}
