import { useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  /** Where the label is drawn elsewhere (a table's head), it is only read out. */
  readonly labelShown?: boolean;
  readonly value: number;
  readonly most: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** A number that is at least 0. While the field is empty it counts as 0. */
export function NumberField({ label, labelShown = true, value, most, step = 1, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const shown = Number(text) === value ? text : String(value);
  const change = (typed: string): void => {
    setText(typed);
    onChange(Math.min(most, Math.max(0, Number(typed) || 0)));
  };
  const input = (
    <input
      className="input papers-number"
      type="number"
      inputMode="decimal"
      min={0}
      max={most}
      step={step}
      value={shown}
      aria-label={labelShown ? undefined : label}
      onChange={(event) => change(event.target.value)}
    />
  );
  if (!labelShown) return input;
  return (
    <label className="field">
      <span>{label}</span>
      {input}
    </label>
  );
}
