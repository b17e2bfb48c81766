import { useRef, useState } from 'react';
import type { Question } from '@shared/model/question.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { NoteField } from './note-field.tsx';
import { useMark } from './use-mark.ts';

interface MarkFieldProps {
  readonly personId: string;
  readonly question: Question;
  /** Whether the answer is known already: then the note is shown too. */
  readonly answered: boolean;
  /** Whether the key F is needed for an option. */
  readonly takesF: boolean;
}

/** 收藏 and 笔记 of the question on screen, each with its key. */
export function MarkField({ personId, question, answered, takesF }: MarkFieldProps) {
  const { mark: words } = useWords().studySets;
  const { mark, toggleFavourite } = useMark(personId, question.id);
  const [opened, setOpened] = useState<boolean | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useKeys((key) => {
    if (key.toLowerCase() === 'f' && !takesF) toggleFavourite();
    else if (key.toLowerCase() === 'n') {
      setOpened(true);
      field.current?.focus();
    } else return false;
    return true;
  });
  const isShown = mark !== null && (opened ?? (answered && mark.note !== ''));
  return (
    <div className="stack study-mark" ref={box} tabIndex={-1}>
      <div className="row">
        <Button aria-pressed={mark?.favourite ?? false} aria-label={words.favouriteOn} aria-keyshortcuts="F" onClick={toggleFavourite}>
          {mark?.favourite ? words.unfavourite : words.favourite}
          {!takesF && words.keyF}
        </Button>
        <Button aria-expanded={isShown} aria-keyshortcuts="N" onClick={() => setOpened(!isShown)}>
          {mark !== null && mark.note !== '' ? words.noteWritten : words.note}
          {words.keyN}
        </Button>
        {takesF && <span className="soft">{words.keysOfLetters}</span>}
      </div>
      {isShown && (
        <NoteField
          field={field}
          mark={mark}
          autoFocus={opened === true}
          onUse={() => setOpened(true)}
          onLeave={() => box.current?.focus()}
        />
      )}
    </div>
  );
}
