import { useEffect, useRef } from 'react';
import { isAnswered } from '@shared/exam/answering.ts';
import type { AttemptAnswer, PaperItem } from '@shared/model/exam.ts';
import { useWords } from '../../words.tsx';
import { partsOf } from '../parts.ts';

interface AnswerSheetProps {
  readonly items: readonly PaperItem[];
  readonly answers: ReadonlyMap<string, AttemptAnswer>;
  readonly place: number;
  readonly goTo: (place: number) => void;
}

/** 答题卡: every number of the paper, part by part, with what has become of it. */
export function AnswerSheet({ items, answers, place, goTo }: AnswerSheetProps) {
  const { exam } = useWords();
  const answered = items.filter(({ question }) => isAnswered(answers.get(question.id)?.answer ?? null)).length;
  const box = useRef<HTMLElement>(null);
  useEffect(() => keepInSight(box.current, place), [place]);
  return (
    <nav ref={box} className="exam-sheet" aria-label={exam.sit.sheet}>
      <h2>
        {exam.sit.sheet} <span className="soft">{exam.sit.count(answered, items.length)}</span>
      </h2>
      <Legend />
      {partsOf(items).map((part, order) => (
        <section key={part.places[0]} aria-label={exam.partName(order, exam.types[part.type])}>
          <h3>{exam.partName(order, exam.types[part.type])}</h3>
          <div className="exam-numbers">
            {part.places.map((number) => (
              <SheetPlace
                key={number}
                number={number}
                row={answers.get(items[number]?.question.id ?? '')}
                current={number === place}
                goTo={goTo}
              />
            ))}
          </div>
        </section>
      ))}
    </nav>
  );
}

interface SheetPlaceProps {
  readonly number: number;
  readonly row: AttemptAnswer | undefined;
  readonly current: boolean;
  readonly goTo: (place: number) => void;
}

function SheetPlace({ number, row, current, goTo }: SheetPlaceProps) {
  const { exam } = useWords();
  const answered = isAnswered(row?.answer ?? null);
  const flagged = row?.flagged ?? false;
  const states = [
    answered ? exam.sit.answered : exam.sit.unanswered,
    ...(flagged ? [exam.sit.flagged] : []),
    ...(current ? [exam.sit.current] : []),
  ];
  return (
    <button
      type="button"
      className={`exam-number ${answered ? 'exam-number-answered' : ''}`}
      aria-label={exam.sit.sheetPlace(number + 1, states)}
      aria-current={current ? 'step' : undefined}
      onClick={() => goTo(number)}
    >
      {number + 1}
      <small>
        {answered && '√'}
        {flagged && exam.sit.flagSign}
      </small>
    </button>
  );
}

function Legend() {
  const { exam } = useWords();
  const { answered, flagged, current } = exam.sit.legend;
  return (
    <p className="exam-legend soft" aria-hidden="true">
      <span>√ {answered}</span>
      <span>
        {exam.sit.flagSign} {flagged}
      </span>
      <span>
        <i className="exam-frame" /> {current}
      </span>
    </p>
  );
}

/** Where the sheet scrolls by itself, the current number stays in it; the page is left where it is. */
function keepInSight(box: HTMLElement | null, place: number): void {
  const button = box?.querySelectorAll('button')[place];
  if (!box || !button) return;
  const above = button.offsetTop < box.scrollTop;
  const below = button.offsetTop + button.offsetHeight > box.scrollTop + box.clientHeight;
  if (above || below) box.scrollTop = button.offsetTop - box.clientHeight / 2;
}
