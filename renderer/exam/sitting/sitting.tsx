import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Attempt, PaperItem } from '@shared/model/exam.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { AnswerSheet } from './answer-sheet.tsx';
import { FewMinutes, TimeLeft } from './clock/clock.tsx';
import { useClock } from './clock/use-clock.ts';
import { HandInDialog } from './hand-in-dialog.tsx';
import { lastPlace } from '../parts.ts';
import { QuestionForm } from './question-form.tsx';
import { SaveMark, UnsavedNotice } from './save-mark.tsx';
import type { Sheet } from './sheet.ts';
import { useAnswering, type Answering } from './use-answering.ts';
import { useHandIn } from './use-hand-in.ts';
import { Watched } from './clock/watched.tsx';

/** The answering screen: one question, the answer sheet beside it, the clock above. */
export function Sitting({ attempt, sheet }: { readonly attempt: Attempt; readonly sheet: Sheet }) {
  const { exam } = useWords();
  const { items } = attempt.paper;
  const [place, setPlace] = useState(() => lastPlace(attempt.paper, sheet.answers().values()));
  const [asking, setAsking] = useState(false);
  const answers = useSyncExternalStore(sheet.subscribe, sheet.answers);
  const ending = useHandIn(attempt, sheet);
  const timeUp = useClock(attempt, sheet, ending);
  const locked = timeUp || ending.state.kind === 'running';
  const item = items[place];
  const answering = useAnswering({ items, place, setPlace, sheet, active: !asking && !locked });
  return (
    <div className={`page page-wide ${attempt.exam ? 'exam-whole' : ''}`}>
      <div className="exam-bar">
        <h1>{attempt.exam?.title ?? attempt.paper.title}</h1>
        <TimeLeft sheet={sheet} budgetMs={attempt.budgetMs} />
        <Button main={place === items.length - 1} disabled={locked} onClick={() => setAsking(true)}>
          {exam.sit.handIn}
        </Button>
      </div>
      <div className="stack exam-notices">
        <FewMinutes sheet={sheet} budgetMs={attempt.budgetMs} />
        <UnsavedNotice sheet={sheet} />
        {attempt.exam && <Watched attempt={attempt} exam={attempt.exam} sheet={sheet} />}
        <Ending timeUp={timeUp} {...ending} />
      </div>
      <div className="exam-columns">
        {item && (
          <QuestionPanel
            key={item.question.id}
            {...answering}
            item={item}
            total={items.length}
            place={place}
            sheet={sheet}
            locked={locked}
          />
        )}
        <AnswerSheet items={items} answers={answers} place={place} goTo={answering.goTo} />
      </div>
      {asking && !timeUp && (
        <HandInDialog
          items={items}
          answers={answers}
          running={ending.state.kind === 'running'}
          onConfirm={async () => {
            await ending.finish('person');
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
          onGoTo={(wanted) => {
            setAsking(false);
            answering.goTo(wanted);
          }}
        />
      )}
    </div>
  );
}

interface QuestionPanelProps extends Answering {
  readonly item: PaperItem;
  readonly total: number;
  readonly place: number;
  readonly sheet: Sheet;
  readonly locked: boolean;
}

/** Takes the focus when its question comes up, so that the keys work and a screen reader starts here. */
function QuestionPanel({ item, total, place, sheet, locked, row, answer, part, setPart, flag, goTo }: QuestionPanelProps) {
  const { exam } = useWords();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const flagged = row?.flagged ?? false;
  return (
    <section className="exam-question" ref={panel} tabIndex={-1} aria-label={exam.sit.question}>
      <div className="exam-question-head">
        <h2>{exam.sit.place(place + 1, total)}</h2>
        <span className="soft">
          {exam.types[item.question.type]} · {exam.points(item.score)}
        </span>
        <SaveMark sheet={sheet} />
      </div>
      <QuestionForm
        key={item.question.id}
        item={item}
        answer={row?.answer ?? null}
        locked={locked}
        part={part}
        onPart={setPart}
        onAnswer={answer}
        onLeave={() => void sheet.flush()}
      />
      <div className="row exam-moves">
        <Button disabled={place === 0} onClick={() => goTo(place - 1)}>
          {exam.sit.previous}
        </Button>
        <Button main={place < total - 1} disabled={place === total - 1} onClick={() => goTo(place + 1)}>
          {exam.sit.next}
        </Button>
        <Button aria-pressed={flagged} disabled={locked} onClick={flag}>
          {flagged ? exam.sit.unflag : exam.sit.flag}
        </Button>
      </div>
    </section>
  );
}

/** Handing in that takes long or failed; the answers are kept either way. */
function Ending({ timeUp, state, finish }: { readonly timeUp: boolean } & ReturnType<typeof useHandIn>) {
  const { app, exam, failures } = useWords();
  if (state.kind === 'failed') {
    const { kind, subject } = state.failure;
    return (
      <>
        <FailureNotice text={failures[kind](subject)} />
        <div>
          <Button main onClick={() => finish(timeUp ? 'time' : 'person')}>
            {app.retry}
          </Button>
        </div>
      </>
    );
  }
  if (!timeUp) return null;
  return (
    <Notice tone="warn">
      <p>{exam.sit.timeUp}</p>
    </Notice>
  );
}
