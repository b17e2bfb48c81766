import { daysBetween } from '../days.ts';

/** 'YYYY-MM' of a 'YYYY-MM-DD'. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** 'YYYY-MM-DD' on which the report of a month (月度进展) is due; `reportDay` is 1 to 28. */
export const dueDay = (month: string, reportDay: number): string => `${month}-${String(reportDay).padStart(2, '0')}`;

/** Whole days from today until the report of a month is due; negative after it. */
export const daysUntilDue = (month: string, reportDay: number, today: string): number => daysBetween(today, dueDay(month, reportDay));
