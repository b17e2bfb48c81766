import { useState } from 'react';
import { sizeOfBlueprint } from '@shared/exam/blueprint-size.ts';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { openAttempt } from '../data/exam/exam.ts';
import { useLive } from '../data/live.ts';
import { readOwnExams } from '../data/exam/quarterly.ts';
import { hrefOf } from '../route.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { readOffers, type Offer } from './offers.ts';
import { PastAttempts } from './past-attempts.tsx';
import { QuarterlyList } from './quarterly/quarterly-list.tsx';
import { callsNow } from './quarterly/standing.ts';
import { useWallClock } from './quarterly/use-wall-clock.ts';
import { StartDialog } from './start-dialog.tsx';

/** The papers that can be sat, the sitting under way, and what has been handed in. */
export function Choose() {
  const { exam, quarterly } = useWords();
  const { person } = useSession();
  const likeExam = (quarter: string): string => exam.choose.likeExam(quarterly.quarter(quarter.slice(0, 4), quarter.slice(-1)));
  const offers = useLive(() => readOffers(likeExam), [exam]);
  const open = useLive(() => openAttempt(person.id), [person.id]);
  const exams = useLive(() => readOwnExams(person.id), [person.id]);
  const examCalls = useWallClock((now) => exams?.some((own) => callsNow(own, now)) ?? false);
  if (offers === undefined || open === undefined || !exams) return null;
  return (
    <div className="page">
      <div className="head">
        <h1>{quarterly.page}</h1>
      </div>
      <QuarterlyList exams={exams} />
      <h2>{exam.title}</h2>
      {open && !open.attempt.exam && <OpenTest {...open} />}
      {offers.length > 0 ? <Blueprints offers={offers} busy={open !== null} main={!examCalls} /> : <NoPolicy />}
      <PastAttempts personId={person.id} />
    </div>
  );
}

function OpenTest({ attempt, elapsedMs }: NonNullable<Awaited<ReturnType<typeof openAttempt>>>) {
  const { exam } = useWords();
  const left = formatTime(timeLeft(attempt.budgetMs, elapsedMs));
  return (
    <section className="card exam-open" aria-label={exam.choose.open}>
      <div>
        <strong>{exam.choose.open}</strong>
        <p>{exam.choose.openFacts(attempt.paper.title, left)}</p>
        <p className="soft">{exam.choose.openHint}</p>
      </div>
      <a className="button button-main" href={hrefOf('exam', 'sit', attempt.id)}>
        {exam.choose.resume}
      </a>
    </section>
  );
}

interface BlueprintsProps {
  readonly offers: readonly Offer[];
  /** A sitting is under way. */
  readonly busy: boolean;
  /** Nothing on the screen comes before a mock test. */
  readonly main: boolean;
}

function Blueprints({ offers, busy, main }: BlueprintsProps) {
  const { exam } = useWords();
  const [chosen, setChosen] = useState<Offer | null>(null);
  return (
    <>
      {busy && (
        <Notice tone="plain">
          <p>{exam.choose.onlyOne}</p>
        </Notice>
      )}
      <ul className="exam-blueprints">
        {offers.map(({ blueprint, passLine }, place) => (
          <li key={blueprint.id} className="card">
            <BlueprintFacts blueprint={blueprint} />
            <Button
              main={main && !busy && place === 0}
              disabled={busy}
              aria-label={exam.choose.beginNamed(blueprint.title)}
              onClick={() => setChosen({ blueprint, passLine })}
            >
              {exam.choose.begin}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && <StartDialog {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function BlueprintFacts({ blueprint }: { readonly blueprint: Blueprint }) {
  const { exam } = useWords();
  const { questions, full } = sizeOfBlueprint(blueprint);
  return (
    <div>
      <strong>{blueprint.title}</strong>
      <p>{exam.choose.facts(questions, blueprint.minutes, full)}</p>
      <ul className="exam-parts soft">
        {blueprint.parts.map((part, place) => (
          <li key={place}>{exam.partSize(exam.types[part.type], part.count, part.scoreEach)}</li>
        ))}
      </ul>
    </div>
  );
}

function NoPolicy() {
  const { exam } = useWords();
  return (
    <Empty>
      <p>{exam.choose.noPolicy}</p>
      <a className="button" href={hrefOf('packages')}>
        {exam.choose.toPackages}
      </a>
    </Empty>
  );
}
