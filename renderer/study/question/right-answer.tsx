import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { SimpleQuestion } from '@shared/model/question.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { useWords } from '../../words.tsx';
import { AnswerForm } from './answers/answer-form.tsx';
import { answerText } from './feedback.tsx';

interface RightAnswerProps {
  readonly question: SimpleQuestion;
  readonly order: readonly number[];
}

/** The right answer of a question, where it stands among its options. */
export function RightAnswer({ question, order }: RightAnswerProps) {
  const { study } = useWords();
  switch (question.type) {
    case 'single':
    case 'multiple':
      return (
        <AnswerForm
          question={question}
          order={order}
          answer={{ kind: 'options', chosen: question.answer }}
          active={false}
          onAnswer={ignore}
        />
      );
    case 'judge':
      return (
        <AnswerForm question={question} order={order} answer={{ kind: 'judge', value: question.answer }} active={false} onAnswer={ignore} />
      );
    default:
      return (
        <div className="card study-reference">
          <strong>{study.answer}</strong>
          <p>
            <Emphasis stretches={stretchesOf(question.type === 'short' ? question.answer : answerText(question, order, ['', '']))} />
          </p>
        </div>
      );
  }
}

/** What shows an answer takes none. */
const ignore = (): void => undefined;
