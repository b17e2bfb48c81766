import { useEffect, useRef } from 'react';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { ItemOrder } from '@shared/exam/option-order.ts';
import type { Answer, Question, SimpleQuestion } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { useWords } from '../../words.tsx';
import { AnswerForm } from './answers/answer-form.tsx';
import { CaseCard } from './case-card.tsx';
import { Feedback } from './feedback.tsx';
import { InSight } from './in-sight.tsx';

interface QuestionCardProps<Q extends Question = Question> {
  readonly question: Q;
  readonly order: ItemOrder;
  /** Tells this question in its present form, and who answers it, from all others. */
  readonly name: string;
  readonly given: Response | null;
  /** selfMarked: the person's own verdict where only a person can tell. */
  readonly onAnswer: (answer: Answer, selfMarked: boolean | null) => void;
}

/** One question with the way to answer it, and after the answer the reason. */
export function QuestionCard(props: QuestionCardProps) {
  const { study } = useWords();
  const { question } = props;
  const card = useRef<HTMLElement>(null);
  // Otherwise the focus stays on “next”, and Enter would go on instead of submitting this question.
  useEffect(() => {
    if (!card.current?.contains(document.activeElement)) card.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="stack study-card" ref={card} tabIndex={-1} aria-label={study.types[question.type]}>
      {question.type === 'case' ? <CaseCard {...props} question={question} /> : <SimpleCard {...props} question={question} />}
    </article>
  );
}

function SimpleCard({ question, order: { optionOrder }, given, onAnswer }: QuestionCardProps<SimpleQuestion>) {
  const { study } = useWords();
  const answer = given && given.answer.kind !== 'parts' ? given.answer : null;
  return (
    <>
      <p className="study-stem">
        <span className="tag tag-plain">{study.types[question.type]}</span> <Emphasis stretches={stretchesOf(question.stem)} />
      </p>
      <AnswerForm question={question} order={optionOrder} answer={answer} active onAnswer={onAnswer} />
      {given ? (
        <InSight>
          <Feedback question={question} order={optionOrder} correct={given.correct} />
        </InSight>
      ) : (
        <p className="soft">{study.hints[question.type]}</p>
      )}
    </>
  );
}
