import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { ShownMark } from './use-mark.ts';

interface NoteFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly mark: ShownMark;
  readonly autoFocus: boolean;
  /** It has the focus: it stays, even when it is emptied. */
  readonly onUse: () => void;
  /** Escape: the keys are the question's again. */
  readonly onLeave: () => void;
}

/** After so long a rest a note is kept (ms). */
const restMs = 800;

/** What one person notes on a question. It is kept when the field is left, and after a rest in typing. */
export function NoteField({ field, mark, autoFocus, onUse, onLeave }: NoteFieldProps) {
  const { studySets, app, failures } = useWords();
  const words = studySets.mark;
  const [text, setText] = useState(mark.note);
  const [isTouched, setTouched] = useState(false);
  const keep = (written: string): void => {
    if (written !== mark.note) mark.changeNote(written);
  };
  useKeeping(text, keep);
  const isSaved = text === mark.note && mark.isSaved;
  return (
    <div className="stack">
      <label className="field">
        <span>{words.noteField}</span>
        <textarea
          ref={field}
          rows={3}
          maxLength={5_000}
          autoFocus={autoFocus}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setTouched(true);
          }}
          onFocus={onUse}
          onBlur={() => keep(text)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            onLeave();
          }}
        />
      </label>
      {mark.failure ? (
        <>
          <FailureNotice text={failures[mark.failure.kind](mark.failure.subject)} />
          <div className="row">
            <strong>{app.notSaved}</strong>
            <Button onClick={mark.retry}>{app.retry}</Button>
          </div>
        </>
      ) : (
        <p className="soft study-note-state" role="status">
          {isTouched ? (isSaved ? app.saved : app.saving) : words.noteHint}
        </p>
      )}
    </div>
  );
}

/** Keeps the text after a rest, and when the field goes with its screen or its window. */
function useKeeping(text: string, keep: (text: string) => void): void {
  const keepNow = useEffectEvent(keep);
  const keepLast = useEffectEvent(() => keep(text));
  useEffect(() => {
    const timer = setTimeout(() => keepNow(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const listener = (): void => keepLast();
    window.addEventListener('pagehide', listener);
    return () => {
      window.removeEventListener('pagehide', listener);
      listener();
    };
  }, []);
}
