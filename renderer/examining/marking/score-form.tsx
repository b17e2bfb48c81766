import { useState } from 'react';
import { scoreOfPoints } from '@shared/exam/marking.ts';
import type { Marking } from '@shared/model/examining.ts';
import type { MarkingSheet } from '../../data/examining/exam-results.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';

export interface GivenScore {
  readonly points: readonly boolean[];
  readonly score: number;
}

interface ScoreFormProps {
  readonly sheet: MarkingSheet;
  /** The mark that this marker gave before, or null. */
  readonly before: Marking | null;
  readonly disabled: boolean;
  /** Resolves when the mark is on the disk, or was refused. */
  readonly onSave: (given: GivenScore) => Promise<void>;
  /** Null at either end. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** Key points to tick, and the score that they add up to. */
export function ScoreForm({ sheet, before, disabled, onSave, onPrevious, onNext }: ScoreFormProps) {
  const { marking: words } = useWords();
  const [points, setPoints] = useState<readonly boolean[]>(before?.points ?? sheet.points.map(() => false));
  const [text, setText] = useState(String(before?.score ?? 0));
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const toggle = (place: number): boolean => {
    if (disabled || place >= sheet.points.length) return false;
    const met = sheet.points.map((_, each) => (each === place ? !points[each] : (points[each] ?? false)));
    setPoints(met);
    setText(String(scoreOfPoints(sheet.points, met)));
    return true;
  };
  const save = async (): Promise<void> => {
    const score = scoreIn(text, sheet.full);
    setRefused(score === null);
    if (score === null || disabled || busy) return;
    setBusy(true);
    await onSave({ points, score });
    setBusy(false);
  };
  useKeys((key) => {
    if (/^[1-9]$/.test(key)) return toggle(Number(key) - 1);
    if (key === 'Enter') void save();
    else if (key === 'ArrowLeft') onPrevious?.();
    else if (key === 'ArrowRight') onNext?.();
    else return false;
    return true;
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset className="choice">
        <legend>{words.points}</legend>
        {sheet.points.map(({ text: point, score }, place) => (
          // two key points may have one text; their place is what tells them apart
          <label key={place} className="check">
            <input type="checkbox" checked={points[place] ?? false} disabled={disabled} onChange={() => toggle(place)} />
            <span>
              {place + 1}. {words.point(point, score)}
            </span>
          </label>
        ))}
        <p className="soft">{words.pointsHint}</p>
      </fieldset>
      <label className="field marking-score">
        <span>
          {words.score} <small className="soft">{words.outOf(sheet.full)}</small>
        </span>
        <input
          inputMode="decimal"
          value={text}
          disabled={disabled}
          aria-invalid={refused}
          onChange={(event) => setText(event.target.value)}
        />
        <small className="soft">{words.scoreHint}</small>
      </label>
      {refused && <Notice tone="warn">{words.notAScore(sheet.full)}</Notice>}
      <div className="row">
        <Button main type="submit" disabled={disabled || busy}>
          {words.save}
        </Button>
        <Button disabled={!onPrevious} onClick={() => onPrevious?.()}>
          {words.previous}
        </Button>
        <Button disabled={!onNext} onClick={() => onNext?.()}>
          {words.next}
        </Button>
      </div>
    </form>
  );
}

/** A score from 0 to the full one, in hundredths at most; null for anything else. */
function scoreIn(text: string, full: number): number | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null;
  const score = Number(plain);
  return score <= full ? score : null;
}
