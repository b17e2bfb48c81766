import { useEffect } from 'react';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import { openAttempt } from '../data/exam/exam.ts';
import { useLive } from '../data/live.ts';
import { hrefOf } from '../route.ts';
import { useSession } from '../session.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import type { ScreenName } from './screens.ts';

/** The start is over by then (milliseconds). */
const quietMs = 3_000;

/** Home and 考 offer it themselves. */
const offering: readonly ScreenName[] = ['home', 'exam'];

/** Offers on every other screen to go on with an exam that is not handed in: its clock may be running. */
export function OpenExam({ screen }: { readonly screen: ScreenName }) {
  const { quarterly } = useWords();
  const { person } = useSession();
  const open = useLive(() => openAttempt(person.id), [person.id]);
  useEffect(finishExams, []);
  if (!open?.attempt.exam || offering.includes(screen)) return null;
  const { id, budgetMs, exam } = open.attempt;
  return (
    <div style={{ marginBottom: 16 }}>
      <Notice tone="warn">
        <div className="row">
          <p>{quarterly.goOn.text(exam.title, formatTime(timeLeft(budgetMs, open.elapsedMs)))}</p>
          <a className="button" href={hrefOf('exam', 'sit', id)}>
            {quarterly.goOn.action}
          </a>
        </div>
      </Notice>
    </div>
  );
}

/** What the last run of the program may have left undone: sealing a record, taking in published answers. Nobody waits for it. */
function finishExams(): () => void {
  const quiet = setTimeout(() => void finishNow(), quietMs);
  return () => clearTimeout(quiet);
}

async function finishNow(): Promise<void> {
  const { finishExams: finish } = await import('../exam/quarterly/finish-exams.ts');
  await finish(Date.now());
}
