import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';

interface ChoiceProps {
  readonly label: string;
  /** '' for all. */
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

/** One of the values, or all of them. */
export function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const { ledger } = useWords();
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{ledger.all}</option>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
