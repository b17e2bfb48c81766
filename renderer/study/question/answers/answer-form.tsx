import type { SimpleAnswer, SimpleQuestion } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';
import { BlankAnswer } from './blank-answer.tsx';
import { ChoiceAnswer } from './choice-answer.tsx';
import { JudgeAnswer } from './judge-answer.tsx';
import { ShortAnswer } from './short-answer.tsx';

interface AnswerFormProps {
  readonly question: SimpleQuestion;
  /** Order in which options are shown, as indexes into the question's options. */
  readonly order: readonly number[];
  /** What was answered; null while it waits for an answer. */
  readonly answer: SimpleAnswer | null;
  /** Whether keys that are pressed anywhere on the screen are meant for this question. */
  readonly active: boolean;
  /** selfMarked: the person's own verdict where only a person can tell. */
  readonly onAnswer: (answer: SimpleAnswer, selfMarked: boolean | null) => void;
}

/** The way to answer a question of any type that stands alone. */
export function AnswerForm({ question, onAnswer, ...rest }: AnswerFormProps) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <ChoiceAnswer {...rest} question={question} onAnswer={(chosen) => onAnswer({ kind: 'options', chosen }, null)} />;
    case 'judge':
      return <JudgeAnswer {...rest} question={question} onAnswer={(value) => onAnswer({ kind: 'judge', value }, null)} />;
    case 'blank':
      return <BlankAnswer {...rest} question={question} onAnswer={(texts) => onAnswer({ kind: 'blanks', texts }, null)} />;
    case 'short':
      return <ShortAnswer {...rest} question={question} onAnswer={(text, right) => onAnswer({ kind: 'text', text }, right)} />;
    default:
      return never(question);
  }
}
