import { partsOf } from '@shared/exam/bureau/quarters.ts';
import { nextExam } from '@shared/exam/calendar.ts';
import { windowOf } from '@shared/exam/quarterly/exam-window.ts';
import type { Policy } from '@shared/model/policy.ts';
import { daysBetween } from '@shared/projects/days.ts';
import { fewestAnswers, stateOf, weakestFirst, type TopicMastery } from '@shared/study/blind-spots/mastery.ts';
import type { ScoreForecast } from '@shared/study/forecast/forecast.ts';
import type { BlindSpots } from '../../data/study/blind-spots.ts';
import type { OwnExam } from '../../data/exam/quarterly.ts';
import type { Today } from '../../data/study/study-plan.ts';
import { hrefOf } from '../../route.ts';
import { hrefOfSet } from '../../study-links.ts';
import { dayOf } from '../../ui/format.ts';

/** The section to study where nothing else is asked for. */
export interface NextSection {
  readonly section: string;
  /** It is the one that was studied last. */
  readonly isBegun: boolean;
}

/** Something to do today, or worth knowing. */
export type Matter = {
  readonly href: string;
  /** It can be the next step; others are only told. */
  readonly isStep: boolean;
} & (
  | { readonly kind: 'examOpen' | 'examAhead'; readonly title: string; readonly at: number }
  | { readonly kind: 'examDay'; readonly quarter: string; readonly date: string; readonly days: number }
  | { readonly kind: 'queue'; readonly count: number; readonly minutes: number }
  | { readonly kind: 'mistakes'; readonly count: number }
  | ({ readonly kind: 'section' } & NextSection)
  | { readonly kind: 'weakest'; readonly topic: TopicMastery }
  | { readonly kind: 'forecast'; readonly forecast: ScoreForecast }
);

interface ExamInput {
  readonly exams: readonly OwnExam[];
  readonly calendar: Policy['calendar'];
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Exams of this person that can be sat now or are ahead; where none is published yet, the next day of the calendar. */
export function examMatters({ exams, calendar, personId, now }: ExamInput): Matter[] {
  const own = exams.filter(({ exam, attempt }) => exam.candidates.includes(personId) && !attempt && windowOf(exam, now) !== 'closed');
  const published = own
    .toSorted((one, other) => one.exam.opensAt - other.exam.opensAt)
    .map((one): Matter => {
      const { title, opensAt, closesAt } = one.exam;
      const href = hrefOf('exam', 'enter', one.package);
      if (windowOf(one.exam, now) === 'open') return { kind: 'examOpen', title, at: closesAt, href, isStep: true };
      return { kind: 'examAhead', title, at: opensAt, href, isStep: false };
    });
  return published.length > 0 ? published : examDay(exams, calendar, dayOf(now));
}

/** The quarter of an exam that is published here needs no word of the calendar any more. */
function examDay(exams: readonly OwnExam[], calendar: Policy['calendar'], today: string): Matter[] {
  const isPublished = (quarter: string): boolean => exams.some(({ exam }) => isSameQuarter(exam.quarter, quarter));
  const next = nextExam(
    calendar.filter(({ quarter }) => !isPublished(quarter)),
    today,
  );
  if (!next) return [];
  const { quarter, examDate } = next;
  return [{ kind: 'examDay', quarter, date: examDate, days: daysBetween(today, examDate), href: hrefOf('exam'), isStep: false }];
}

function isSameQuarter(one: string, other: string): boolean {
  const [first, second] = [partsOf(one), partsOf(other)];
  return first.year === second.year && first.number === second.number;
}

interface StudyInput {
  readonly today: Pick<Today, 'ids' | 'minutes' | 'plan'>;
  /** How many are open in the 错题本. */
  readonly mistakes: number;
  /** Null where no bank is installed. */
  readonly next: NextSection | null;
}

/**
 * Today's queue, or the mistakes where there is none; then the weakest topic and the forecast, once they are known. Where
 * none of these is a step, the next section is one: home never leaves anybody without.
 */
export function studyMatters({ today, mistakes, next }: StudyInput, spots: BlindSpots | null): Matter[] {
  const count = today.ids.length;
  const steps = [
    ...(count > 0 ? [queueMatter(today)] : []),
    ...(count === 0 && mistakes > 0 ? [{ kind: 'mistakes', count: mistakes, href: hrefOfSet('mistakes'), isStep: true } as const] : []),
    ...(spots ? weakestMatter(spots) : []),
  ];
  return [...(steps.length === 0 && spots && next ? [sectionMatter(next)] : steps), ...(spots ? forecastMatter(spots) : [])];
}

const sectionMatter = (next: NextSection): Matter => ({
  ...next,
  kind: 'section',
  href: hrefOfSet('sequential', { section: next.section }),
  isStep: true,
});

const queueMatter = ({ ids, minutes, plan }: StudyInput['today']): Matter => ({
  kind: 'queue',
  count: ids.length,
  minutes,
  href: hrefOfSet(plan ? 'today' : 'due'),
  isStep: true,
});

/** Only of a topic of which something can be said, and that is not mastered. */
function weakestMatter({ sections, passLine }: BlindSpots): Matter[] {
  const topic = weakestFirst(sections).find((one) => one.answers >= fewestAnswers);
  if (!topic || stateOf(topic, passLine) === 'sound') return [];
  return [{ kind: 'weakest', topic, href: hrefOfSet('repair'), isStep: true }];
}

function forecastMatter({ forecasts }: BlindSpots): Matter[] {
  const forecast = forecasts.find((one) => one.forecast)?.forecast;
  return forecast ? [{ kind: 'forecast', forecast, href: hrefOf('study', 'blind-spots'), isStep: false }] : [];
}
