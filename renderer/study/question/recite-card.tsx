import { useEffect, useRef } from 'react';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { orderAsWritten } from '@shared/exam/option-order.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Passage } from '../../ui/parts.tsx';
import { useWords } from '../../words.tsx';
import { Reasons } from './feedback.tsx';
import { RightAnswer } from './right-answer.tsx';

/** One question with its answer, to be read and remembered. */
export function ReciteCard({ question }: { readonly question: Question }) {
  const { study } = useWords();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  return (
    <article className="stack study-card" ref={card} tabIndex={-1} aria-label={study.types[question.type]}>
      {question.type === 'case' ? (
        <>
          <p className="study-kind">
            <span className="tag tag-plain">{study.types.case}</span>
          </p>
          <Passage label={study.passage}>
            <Emphasis stretches={stretchesOf(question.stem)} />
          </Passage>
          {question.parts.map((part, place) => (
            <section className="stack part" key={place} aria-label={study.partName(place + 1, study.types[part.type])}>
              <Recited question={part.basis === question.basis ? { ...part, basis: '' } : part} number={study.part(place + 1)} />
            </section>
          ))}
          <Why question={question} />
        </>
      ) : (
        <Recited question={question} number="" />
      )}
    </article>
  );
}

function Recited({ question, number }: { readonly question: SimpleQuestion; readonly number: string }) {
  const { study } = useWords();
  return (
    <>
      <p className="study-stem">
        {number}
        <span className="tag tag-plain">{study.types[question.type]}</span> <Emphasis stretches={stretchesOf(question.stem)} />
      </p>
      <RightAnswer question={question} order={orderAsWritten(question).optionOrder} />
      <Why question={question} />
    </>
  );
}

/** Nothing where the source says neither why nor by which clause. */
function Why({ question }: { readonly question: Question }) {
  if (question.explanation === '' && question.basis === '') return null;
  return (
    <Notice tone="plain">
      <Reasons question={question} />
    </Notice>
  );
}
