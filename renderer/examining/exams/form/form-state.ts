import { packageNameFor, partsOf, quarterOf } from '@shared/exam/bureau/quarters.ts';
import type { Release } from '@shared/model/exam.ts';
import type { Candidate, Exam, Quarter } from '@shared/model/examining.ts';
import { dayOf } from '../../../ui/format.ts';

/** An exam as it stands in the form: texts as they were typed. */
export interface ExamForm {
  readonly title: string;
  readonly quarter: Quarter;
  readonly minutes: string;
  readonly passLine: string;
  readonly makeUpOf: string | null;
  readonly openDay: string;
  readonly openTime: string;
  readonly closeDay: string;
  readonly closeTime: string;
  readonly release: Release;
  readonly paperIds: readonly string[];
  readonly candidates: readonly Candidate[];
}

export type FormProblem = 'needTitle' | 'needTimes' | 'needNumbers';

/** A new exam: this quarter's, a week from now, for a working day. `title` makes the proposed title of a quarter. */
export function newForm(now: number, passLine: number, title: (quarter: Quarter) => string): ExamForm {
  const quarter = quarterOf(dayOf(now));
  const day = dayOf(now + 7 * 86_400_000);
  return {
    title: title(quarter),
    quarter,
    minutes: '60',
    passLine: String(passLine),
    makeUpOf: null,
    openDay: day,
    openTime: '09:00',
    closeDay: day,
    closeTime: '17:00',
    release: 'key',
    paperIds: [],
    candidates: [],
  };
}

export const formOf = ({ opensAt, closesAt, minutes, passLine, ...exam }: Exam): ExamForm => ({
  ...exam,
  minutes: String(minutes),
  passLine: String(passLine),
  openDay: dayOf(opensAt),
  openTime: timeOf(opensAt),
  closeDay: dayOf(closesAt),
  closeTime: timeOf(closesAt),
});

/** Another quarter; a title that nobody has changed goes along. */
export const withQuarter = (form: ExamForm, quarter: Quarter, title: (quarter: Quarter) => string): ExamForm => ({
  ...form,
  quarter,
  title: form.title === title(form.quarter) ? title(quarter) : form.title,
});

/** What has to be filled in before anything can be kept, or null. Whether it makes sense is checked before sealing. */
export function problemOf(form: ExamForm): FormProblem | null {
  if (form.title.trim() === '') return 'needTitle';
  if (Number.isNaN(opensAtOf(form)) || Number.isNaN(closesAtOf(form))) return 'needTimes';
  const [minutes, passLine] = [Number(form.minutes), Number(form.passLine)];
  const isUsable = Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 && passLine >= 0 && passLine <= 100;
  return isUsable && form.minutes.trim() !== '' && form.passLine.trim() !== '' ? null : 'needNumbers';
}

/** The exam with what was filled in; only of a form without a problem. */
export const examOf = (form: ExamForm, before: Exam): Exam => ({
  ...before,
  title: form.title.trim(),
  quarter: form.quarter,
  opensAt: opensAtOf(form),
  closesAt: closesAtOf(form),
  minutes: Number(form.minutes),
  passLine: Number(form.passLine),
  release: form.release,
  candidates: form.candidates,
  paperIds: form.paperIds,
  makeUpOf: form.makeUpOf,
});

/** An exam that holds nothing yet. */
export const emptyExam = (id: string, createdAt: number, quarter: Quarter): Exam => ({
  id,
  title: '',
  quarter,
  opensAt: 0,
  closesAt: 0,
  minutes: 60,
  passLine: 80,
  release: 'key',
  candidates: [],
  paperIds: [],
  makeUpOf: null,
  createdAt,
  archived: false,
  sealed: null,
  publications: [],
});

/** The name that the package of an exam has, or would get. */
export function packageNameOf(exam: Exam, all: readonly Exam[]): string {
  const published = exam.publications[0]?.package;
  if (published !== undefined) return published;
  const taken = all.flatMap((other) => (other.id === exam.id ? [] : other.publications.map((publication) => publication.package)));
  return packageNameFor(exam.quarter, taken);
}

/** Words of a quarter by its parts. */
export const inQuarter =
  (words: (year: number, number: number) => string) =>
  (quarter: Quarter): string => {
    const { year, number } = partsOf(quarter);
    return words(year, number);
  };

const opensAtOf = ({ openDay, openTime }: ExamForm): number => instantOf(openDay, openTime);
const closesAtOf = ({ closeDay, closeTime }: ExamForm): number => instantOf(closeDay, closeTime);

/** By the clock on the wall; NaN where one is missing. */
const instantOf = (day: string, time: string): number => (day === '' || time === '' ? Number.NaN : new Date(`${day}T${time}`).getTime());

function timeOf(at: number): string {
  const date = new Date(at);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
