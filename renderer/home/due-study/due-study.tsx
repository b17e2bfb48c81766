import { useState } from 'react';
import { readBlindSpots } from '../../data/study/blind-spots.ts';
import { readPackage } from '../../data/content.ts';
import { useLive } from '../../data/live.ts';
import { readMistakes } from '../../data/study/mistakes.ts';
import type { NamedPerson } from '../../data/people.ts';
import { readOwnExams } from '../../data/exam/quarterly.ts';
import { readToday } from '../../data/study/study-plan.ts';
import { readLastSection, readProgress } from '../../data/study/study.ts';
import { useWords } from '../../words.tsx';
import { DueLine } from '../due-line.tsx';
import { examMatters, studyMatters, type Matter, type NextSection } from './matters.ts';
import { useMatterText } from './matter-text.ts';

interface DueStudyProps {
  readonly person: NamedPerson;
  /** Nothing above is the main action of the screen. */
  readonly isFirst: boolean;
  /** Nothing above is due. */
  readonly isAlone: boolean;
}

/** Exams ahead, what is to be studied today, the weakest topic and the forecast. */
export default function DueStudy({ person, isFirst, isAlone }: DueStudyProps) {
  const { home } = useWords();
  const matters = useMatters(person.id);
  const textOf = useMatterText();
  if (!matters) return null;
  if (matters.length === 0) return isAlone ? <p className="soft">{home.nothing}</p> : null;
  const main = isFirst ? matters.find(({ isStep }) => isStep) : undefined;
  return matters.map((matter) => <DueLine key={matter.kind + matter.href} {...textOf(matter)} href={matter.href} main={matter === main} />);
}

/** Undefined until the exams and the queue are read: which action is the main one depends on them. */
function useMatters(personId: string): readonly Matter[] | undefined {
  const [now] = useState(() => Date.now());
  const exams = useLive(() => readExams(personId, now), [personId, now]);
  const study = useLive(() => readStudy(personId, now), [personId, now]);
  const spots = useLive(() => readBlindSpots(personId, now), [personId, now]);
  if (!exams || !study) return undefined;
  return [...exams, ...studyMatters(study, spots ?? null)];
}

async function readExams(personId: string, now: number): Promise<Matter[]> {
  const [exams, policy] = await Promise.all([readOwnExams(personId), readPackage('policy')]);
  return examMatters({ exams, calendar: policy?.policy.calendar ?? [], personId, now });
}

async function readStudy(personId: string, now: number) {
  const [today, mistakes] = await Promise.all([readToday(personId, now), readMistakes(personId)]);
  const isAsked = today.ids.length + mistakes.open.length > 0;
  return { today, mistakes: mistakes.open.length, next: isAsked ? null : await readNext(personId) };
}

/** The section that was studied last, else the first one. */
async function readNext(personId: string): Promise<NextSection | null> {
  const [last, sections] = await Promise.all([readLastSection(personId), readProgress(personId)]);
  const known = sections.find(({ section }) => section === last);
  const section = (known ?? sections[0])?.section;
  return section === undefined ? null : { section, isBegun: known !== undefined };
}
