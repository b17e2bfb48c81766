import { useEffect, useRef, useState } from 'react';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { ShortQuestion, SimpleAnswer } from '@shared/model/question.ts';
import { Button } from '../../../ui/button.tsx';
import { Emphasis } from '../../../ui/emphasis.tsx';
import { useKeys } from '../../../ui/use-keys.ts';
import { useWords } from '../../../words.tsx';

interface ShortAnswerProps {
  readonly question: ShortQuestion;
  readonly answer: SimpleAnswer | null;
  readonly active: boolean;
  readonly onAnswer: (text: string, right: boolean) => void;
}

/** No machine marks a short answer: the person compares with the reference and says how it went. */
export function ShortAnswer({ question, answer, active, onAnswer }: ShortAnswerProps) {
  const { study } = useWords();
  const [text, setText] = useState('');
  const [revealed, setRevealed] = useState(false);
  const answered = answer !== null;
  const reference = useRef<HTMLDivElement>(null);
  // What was pressed goes away; the reference is what is read now.
  useEffect(() => {
    if (revealed) reference.current?.focus();
  }, [revealed]);
  useKeys((key) => {
    if (answered || !active) return false;
    if (!revealed && key === 'Enter') setRevealed(true);
    else if (revealed && (key === '1' || key === '2')) onAnswer(text, key === '1');
    else return false;
    return true;
  });
  return (
    <div className="stack">
      <label className="field">
        <span>{study.ownText}</span>
        <textarea
          rows={4}
          disabled={answered}
          value={answer?.kind === 'text' ? answer.text : text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {(revealed || answered) && (
        <div className="card study-reference" ref={reference} tabIndex={-1}>
          <strong>{study.reference}</strong>
          <p>
            <Emphasis stretches={stretchesOf(question.answer)} />
          </p>
        </div>
      )}
      {!answered && (
        <div className="row">
          {revealed ? (
            <>
              <Button main onClick={() => onAnswer(text, true)}>
                {study.selfRight}
              </Button>
              <Button onClick={() => onAnswer(text, false)}>{study.selfWrong}</Button>
            </>
          ) : (
            <Button main onClick={() => setRevealed(true)}>
              {study.reveal}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
