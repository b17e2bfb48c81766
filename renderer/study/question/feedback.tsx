import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { letterOf } from '../../ui/use-keys.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface FeedbackProps {
  readonly question: SimpleQuestion;
  readonly order: readonly number[];
  readonly correct: boolean;
}

/** Right or wrong in words, the answer as it is shown here, why, and the clause it rests on. */
export function Feedback({ question, order, correct }: FeedbackProps) {
  const { study } = useWords();
  const answer = answerText(question, order, [study.judgeTrue, study.judgeFalse]);
  return (
    <Notice tone={correct ? 'good' : 'bad'}>
      <p>
        <strong>{correct ? study.right : study.wrong}</strong>
        {answer !== '' && <span className="study-answer">{study.labelled(study.answer, answer)}</span>}
      </p>
      <Reasons question={question} />
    </Notice>
  );
}

/** Why an answer is right, and the clause it rests on. */
export function Reasons({ question: { explanation, basis } }: { readonly question: Question }) {
  const { study } = useWords();
  return (
    <>
      {explanation !== '' && (
        <p>
          <Emphasis stretches={stretchesOf(study.labelled(study.explanation, explanation))} />
        </p>
      )}
      {basis !== '' && <p className="soft">{study.labelled(study.basis, basis)}</p>}
    </>
  );
}

export function answerText(question: SimpleQuestion, order: readonly number[], [trueText, falseText]: readonly [string, string]): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.answer
        .map((option) => letterOf(order.indexOf(option)))
        .toSorted()
        .join('');
    case 'judge':
      return question.answer ? trueText : falseText;
    case 'blank':
      return question.answer.map((alternatives) => alternatives.join(' / ')).join('；');
    case 'short':
      return ''; // the reference stands beside the person's own text already
  }
}
