import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { simpleTypes, type PartForm } from './form-state.ts';

interface PartFieldsProps {
  readonly part: PartForm;
  readonly number: number;
  readonly onPart: (part: PartForm) => void;
  readonly onRemove: () => void;
}

/** One question on the text of a case. */
export function PartFields({ part, number, onPart, onRemove }: PartFieldsProps) {
  const { bank } = useWords();
  return (
    <fieldset className="choice bank-part">
      <legend>{bank.part(number)}</legend>
      <div className="bank-columns">
        <Field label={bank.fields.type}>
          <select
            value={part.type}
            onChange={(event) => onPart({ ...part, type: simpleTypes.find((name) => name === event.target.value) ?? part.type })}
          >
            {simpleTypes.map((name) => (
              <option key={name} value={name}>
                {bank.types[name]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={bank.edit.weight}>
          <input
            inputMode="decimal"
            maxLength={10}
            value={part.weight}
            onChange={(event) => onPart({ ...part, weight: event.target.value })}
          />
        </Field>
      </div>
      <Field label={bank.fields.stem}>
        <textarea rows={2} value={part.stem} onChange={(event) => onPart({ ...part, stem: event.target.value })} />
      </Field>
      <AnswerFields form={part} onForm={(changed) => onPart({ ...part, ...changed })} />
      <Field label={bank.fields.explanation}>
        <textarea rows={2} value={part.explanation} onChange={(event) => onPart({ ...part, explanation: event.target.value })} />
      </Field>
      <div>
        <Button onClick={onRemove}>{bank.edit.removePart(number)}</Button>
      </div>
    </fieldset>
  );
}
