import { useMemo } from 'react';
import { answerText } from '@shared/bank/answer-text.ts';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import type { Mistake } from '@shared/model/study.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Emphasis } from '../../ui/emphasis.tsx';
import { letterOf } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { Reasons } from '../question/feedback.tsx';
import { useQuestions } from './use-questions.ts';

/** One mistake in full: the question, its answer, why, and how often it went wrong. */
export function MistakeDetail({ mistake, onClose }: { readonly mistake: Mistake; readonly onClose: () => void }) {
  const { app, study, studyMistakes: words } = useWords();
  const ids = useMemo(() => [mistake.questionId], [mistake.questionId]);
  const question = useQuestions(ids).get(mistake.questionId);
  return (
    <Dialog
      wide
      title={question ? words.detail.type(study.types[question.type], mistake.section) : words.reading}
      onClose={onClose}
      actions={
        <Button main onClick={onClose}>
          {app.close}
        </Button>
      }
    >
      <div className="stack mistakes-detail">
        {question && <Whole question={question} />}
        <p className="soft">{words.detail.facts(mistake.wrongCount, mistake.rightInARow)}</p>
      </div>
    </Dialog>
  );
}

function Whole({ question }: { readonly question: Question }) {
  if (question.type !== 'case') return <Simple question={question} label="" />;
  return (
    <>
      <p>
        <Emphasis stretches={stretchesOf(question.stem)} />
      </p>
      {question.parts.map((part, place) => (
        <Simple key={part.id} question={part} label={`（${place + 1}）`} />
      ))}
      <Reasons question={question} />
    </>
  );
}

function Simple({ question, label }: { readonly question: SimpleQuestion; readonly label: string }) {
  const { study } = useWords();
  const answer = question.type === 'judge' ? (question.answer ? study.judgeTrue : study.judgeFalse) : answerText(question);
  return (
    <>
      <p>
        {label}
        <Emphasis stretches={stretchesOf(question.stem)} />
      </p>
      {'options' in question && (
        <ul className="mistakes-options">
          {question.options.map((option, place) => (
            <li key={place}>
              {letterOf(place)}. <Emphasis stretches={stretchesOf(option)} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <strong>{study.labelled(question.type === 'short' ? study.reference : study.answer, answer)}</strong>
      </p>
      <Reasons question={question} />
    </>
  );
}
