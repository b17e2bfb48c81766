import './plan.css';
import { useState } from 'react';
import { readOutlook, readToday } from '../../data/study/study-plan.ts';
import { readStudySettings } from '../../data/study/study-settings.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useWords } from '../../words.tsx';
import { OutlookCard } from './outlook.tsx';
import { PlanForm } from './plan-form.tsx';
import { TodayCard } from './today-card.tsx';

/** 学习计划 to the date of an exam: what is left today, how far it comes, and the plan itself. */
export function PlanPage() {
  const { studyPlan: words } = useWords();
  const { person } = useSession();
  const day = useToday();
  const settings = useLive(() => readStudySettings(person.id), [person.id]);
  const today = useLive(() => readToday(person.id, Date.now()), [person.id, day]);
  const outlook = useLive(() => readOutlook(person.id, Date.now()), [person.id, day]);
  const [changing, setChanging] = useState(false);
  if (!settings || !today || outlook === undefined) return null;
  const { plan } = today;
  const isOver = plan === null && settings.examDate !== '' && settings.examDate <= day;
  return (
    <div className="page stack plan">
      <div className="head">
        <h1>{words.title}</h1>
        <a className="button" href={hrefOf('study')}>
          {words.toStudy}
        </a>
      </div>
      {isOver && (
        <Notice tone="warn">
          <p>{words.over(settings.examDate)}</p>
        </Notice>
      )}
      {plan && !changing && (
        <>
          <div className="row plan-facts">
            <p>{words.daysLeft(plan.examDate, plan.daysLeft, plan.minutesPerDay)}</p>
            <Button onClick={() => setChanging(true)}>{words.change}</Button>
          </div>
          <TodayCard today={today} />
          {outlook && <OutlookCard outlook={outlook} queue={today} today={day} />}
        </>
      )}
      {(!plan || changing) && (
        <PlanForm key={settings.id} settings={settings} today={day} isActive={plan !== null} onDone={() => setChanging(false)} />
      )}
    </div>
  );
}
