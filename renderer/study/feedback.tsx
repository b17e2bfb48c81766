import type { Question } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { letterOf } from '../ui/use-keys.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

interface FeedbackProps {
  readonly question: Question;
  readonly order: readonly number[];
  readonly response: Response;
}

/** Right or wrong in words, the answer as it is shown here, why, and the clause it rests on. */
export function Feedback({ question, order, response }: FeedbackProps) {
  const { study } = useWords();
  const answer = answerText(question, order, [study.judgeTrue, study.judgeFalse]);
  return (
    <Notice tone={response.correct ? 'good' : 'bad'}>
      <p>
        <strong>{response.correct ? study.right : study.wrong}</strong>
        {answer !== '' && <span className="study-answer">{study.labelled(study.answer, answer)}</span>}
      </p>
      {question.explanation !== '' && <p>{study.labelled(study.explanation, question.explanation)}</p>}
      {question.basis !== '' && <p className="soft">{study.labelled(study.basis, question.basis)}</p>}
    </Notice>
  );
}

function answerText(question: Question, order: readonly number[], [trueText, falseText]: readonly [string, string]): string {
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
