import { useId, useState } from 'react';
import { parseFigure } from '@shared/projects/indicators.ts';
import { useWords } from '../../words.tsx';

interface FigureFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly isLocked: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A number as one types it. What cannot be read stays in the field with a sentence, and the number stays what it was. */
export function FigureField({ label, value, isLocked, onChange }: FigureFieldProps) {
  const { notANumber } = useWords().projectIndicators;
  const problemId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const unreadable = typed !== null && parseFigure(typed) === 'unreadable';
  const onText = (text: string): void => {
    setTyped(text);
    const figure = parseFigure(text);
    if (figure !== 'unreadable' && figure !== value) onChange(figure);
  };
  return (
    <>
      <input
        inputMode="decimal"
        maxLength={24}
        aria-label={label}
        aria-invalid={unreadable}
        aria-describedby={unreadable ? problemId : undefined}
        readOnly={isLocked}
        value={typed ?? (value === null ? '' : String(value))}
        onChange={({ target }) => onText(target.value)}
        onBlur={() => !unreadable && setTyped(null)}
      />
      {unreadable && (
        <span id={problemId} role="alert" className="indicator-problem">
          {notANumber}
        </span>
      )}
    </>
  );
}
