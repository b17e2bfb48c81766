import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { StudySettings } from '@shared/model/study.ts';
import { isDay } from '@shared/projects/days.ts';
import { readExamDates } from '../../data/exam-dates.ts';
import { saveStudySettings } from '../../data/study/study-settings.ts';
import { useLive } from '../../data/live.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface PlanFormProps {
  readonly settings: StudySettings;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** Whether there is a plan that this one replaces. */
  readonly isActive: boolean;
  readonly onDone: () => void;
}

const shortest = 5;
const longest = 600;
/** What is proposed to somebody who has no plan. */
const usual = 15;

/** The date of the exam and the minutes a day. */
export function PlanForm({ settings, today, isActive, onDone }: PlanFormProps) {
  const { app, failures, studyPlan: words } = useWords();
  const dates = useLive(() => readExamDates(settings.id, today), [settings.id, today]);
  const [typedDate, setDate] = useState(settings.examDate > today ? settings.examDate : null);
  const [minutes, setMinutes] = useState(String(settings.minutesPerDay || usual));
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!dates) return null;
  const examDate = typedDate ?? dates[0]?.date ?? '';
  const minutesPerDay = Number(minutes);
  const wrongDate = !isDay(examDate) || examDate <= today;
  const wrongMinutes = !Number.isInteger(minutesPerDay) || minutesPerDay < shortest || minutesPerDay > longest;
  const keep = async (changed: Pick<StudySettings, 'examDate' | 'minutesPerDay'>): Promise<void> => {
    const saved = await saveStudySettings({ id: settings.id, ...changed });
    if (saved.ok) onDone();
    else setFailure(saved.failure);
  };
  const submit = (): void => {
    setTried(true);
    if (!wrongDate && !wrongMinutes) void keep({ examDate, minutesPerDay });
  };
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{words.intro}</p>
      <div className="row plan-fields">
        <Field label={words.examDate}>
          <input
            type="date"
            value={examDate}
            min={today}
            aria-invalid={tried && wrongDate}
            aria-describedby="plan-date-wrong"
            onChange={(event) => setDate(event.target.value)}
          />
        </Field>
        <Field label={words.minutes}>
          <input
            inputMode="numeric"
            value={minutes}
            aria-invalid={tried && wrongMinutes}
            aria-describedby="plan-minutes-wrong"
            onChange={(event) => setMinutes(event.target.value)}
          />
        </Field>
        <span className="soft">{words.minutesHint}</span>
      </div>
      {dates.length > 0 && (
        <div className="row" role="group" aria-label={words.proposals}>
          <span>{words.proposals}</span>
          {dates.map(({ name, quarter, date }) => (
            <Button key={`${date}${name}`} aria-pressed={date === examDate} onClick={() => setDate(date)}>
              {words.proposal(name || words.quarterName(Number(quarter.slice(0, 4)), Number(quarter.slice(-1))), date)}
            </Button>
          ))}
        </div>
      )}
      <p id="plan-date-wrong" role="alert" className="plan-wrong">
        {tried && wrongDate ? words.needDate : ''}
      </p>
      <p id="plan-minutes-wrong" role="alert" className="plan-wrong">
        {tried && wrongMinutes ? words.needMinutes : ''}
      </p>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <div className="row">
        <Button main type="submit">
          {words.save}
        </Button>
        {isActive && <Button onClick={onDone}>{app.cancel}</Button>}
        {settings.examDate !== '' && <Button onClick={() => void keep({ examDate: '', minutesPerDay: 0 })}>{words.stop}</Button>}
      </div>
    </form>
  );
}
