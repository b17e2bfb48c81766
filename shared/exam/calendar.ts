import type { Policy } from '../model/policy.ts';

type ExamDay = Policy['calendar'][number];

/** The next quarterly exam on or after a day ('YYYY-MM-DD'), or null when the calendar ends before. */
export function nextExam(calendar: readonly ExamDay[], today: string): ExamDay | null {
  const coming = calendar.filter((entry) => entry.examDate >= today);
  return coming.toSorted((one, other) => one.examDate.localeCompare(other.examDate))[0] ?? null;
}
