import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { SimpleAnswer, BlankQuestion } from '@shared/model/question.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';

interface BlankAnswerProps {
  readonly question: BlankQuestion;
  readonly answer: SimpleAnswer | null;
  readonly active: boolean;
  readonly onAnswer: (texts: readonly string[]) => void;
}

/** One field a blank; Enter goes on to the next and submits from the last. */
export function BlankAnswer({ question, answer, active, onAnswer }: BlankAnswerProps) {
  const { study } = useWords();
  const [texts, setTexts] = useState<readonly string[]>(question.answer.map(() => ''));
  const answered = answer !== null;
  const shown = answer?.kind === 'blanks' ? answer.texts : texts;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The focused field is about to be disabled; without this the next Enter would go nowhere.
    document.activeElement?.closest<HTMLElement>('article')?.focus({ preventScroll: true });
    if (!answered) onAnswer(texts);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {question.unordered && <p className="soft study-unordered">{study.unordered}</p>}
      {question.answer.map((_, blank) => (
        <label className="row" key={blank}>
          <span>{study.blank(blank + 1)}</span>
          <input
            className="input study-blank"
            autoComplete="off"
            autoFocus={active && blank === 0}
            disabled={answered}
            value={shown[blank] ?? ''}
            onChange={(event) => setTexts(texts.with(blank, event.target.value))}
            onKeyDown={goToNext}
          />
        </label>
      ))}
      {!answered && (
        <div>
          <Button main type="submit" disabled={texts.every((text) => text.trim() === '')}>
            {study.submit}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Whoever fills in the first blank and presses Enter has not finished: only in the last one the key submits. */
function goToNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const fields = [...(event.currentTarget.form?.querySelectorAll('input') ?? [])];
  const next = fields[fields.indexOf(event.currentTarget) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
