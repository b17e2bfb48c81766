import type { ReturnFacts } from '../../model/reviewing.ts';

type Reporting = Pick<ReturnFacts, 'stage' | 'approvedOn' | 'months'>;

/** Months 'YYYY-MM' from one to another, both included; none where the second lies before the first. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const [first, last] = [numberOf(from), numberOf(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => monthOf(first + step));
}

/** The last month whose report had to be in before a day ('YYYY-MM-DD'); `reportDay` is 1 to 28. */
export function lastDueMonth(today: string, reportDay: number): string {
  const month = today.slice(0, 7);
  return Number(today.slice(8)) > reportDay ? month : monthOf(numberOf(month) - 1);
}

/** Whether a project owes the report of a month: it runs, and it was approved by the day on which that report was due. */
export const owesMonth = ({ stage, approvedOn }: Reporting, month: string, reportDay: number): boolean =>
  runs(stage) && approvedOn !== '' && approvedOn <= `${month}-${String(reportDay).padStart(2, '0')}`;

export const hasReported = ({ months }: Pick<Reporting, 'months'>, month: string): boolean => months.some((each) => each.month === month);

/** How many projects have reported each month ('YYYY-MM'), in one go over all of them. */
export function reportedCounts(projects: readonly Pick<Reporting, 'months'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { months } of projects) for (const { month } of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  return counts;
}

/** 缺报: the months whose report is due by a day and has not come. A project that is closed or stopped owes none any more. */
export function missingMonths({ stage, approvedOn, months }: Reporting, today: string, reportDay: number): readonly string[] {
  if (!runs(stage) || approvedOn === '') return [];
  // of all months only that of the approval can be not owed: it was approved after its due day
  const first = numberOf(approvedOn) + (Number(approvedOn.slice(8)) > reportDay ? 1 : 0);
  const last = numberOf(lastDueMonth(today, reportDay));
  const reported = new Set(months.map(({ month }) => numberOf(month)));
  const missing: string[] = [];
  for (let number = first; number <= last; number += 1) if (!reported.has(number)) missing.push(monthOf(number));
  return missing;
}

/** Whether a project is on its way, so that its nodes can be late and its months be owed. */
export const runs = (stage: Reporting['stage']): boolean => stage === 'approved' || stage === 'closingRequested';

/** Months since the year 0. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthOf = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
