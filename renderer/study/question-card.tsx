import { useEffect, useRef } from 'react';
import type { Answer, Question } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { never } from '@shared/never.ts';
import { useWords } from '../words.tsx';
import { BlankAnswer } from './blank-answer.tsx';
import { ChoiceAnswer } from './choice-answer.tsx';
import { Feedback } from './feedback.tsx';
import { JudgeAnswer } from './judge-answer.tsx';
import { ShortAnswer } from './short-answer.tsx';

interface QuestionCardProps {
  readonly question: Question;
  /** Order in which options are shown, as indexes into the question's options. */
  readonly order: readonly number[];
  readonly given: Response | null;
  /** selfMarked: the person's own verdict where only a person can tell. */
  readonly onAnswer: (answer: Answer, selfMarked: boolean | null) => void;
}

/** One question with the way to answer it, and after the answer the reason. */
export function QuestionCard(props: QuestionCardProps) {
  const { study } = useWords();
  const { question, order, given } = props;
  const card = useRef<HTMLElement>(null);
  // Otherwise the focus stays on “next”, and Enter would go on instead of submitting this question.
  useEffect(() => {
    if (!card.current?.contains(document.activeElement)) card.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="stack study-card" ref={card} tabIndex={-1} aria-label={study.types[question.type]}>
      <p className="study-stem">
        <span className="tag tag-plain">{study.types[question.type]}</span> {question.stem}
      </p>
      <AnswerForm {...props} />
      {given ? <Feedback question={question} order={order} response={given} /> : <p className="soft">{study.hints[question.type]}</p>}
    </article>
  );
}

function AnswerForm({ question, order, given, onAnswer }: QuestionCardProps) {
  const answer = given?.answer ?? null;
  switch (question.type) {
    case 'single':
    case 'multiple':
      return (
        <ChoiceAnswer
          question={question}
          order={order}
          answer={answer}
          onAnswer={(chosen) => onAnswer({ kind: 'options', chosen }, null)}
        />
      );
    case 'judge':
      return <JudgeAnswer question={question} answer={answer} onAnswer={(value) => onAnswer({ kind: 'judge', value }, null)} />;
    case 'blank':
      return <BlankAnswer question={question} answer={answer} onAnswer={(texts) => onAnswer({ kind: 'blanks', texts }, null)} />;
    case 'short':
      return <ShortAnswer question={question} answer={answer} onAnswer={(text, right) => onAnswer({ kind: 'text', text }, right)} />;
    default:
      return never(question);
  }
}
