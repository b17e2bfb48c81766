import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import type { FieldsProps } from './exam-form.tsx';

/** From when to when people may begin, by the clock on the wall. */
export function WindowFields({ form, onChange }: FieldsProps) {
  const words = useWords().exams.form;
  return (
    <fieldset className="choice">
      <legend>{words.window}</legend>
      <div className="examining-fields">
        <Field label={words.openDay}>
          <input
            type="date"
            value={form.openDay}
            onChange={({ target: { value } }) =>
              // most exams close on the day on which they open
              onChange({ openDay: value, ...(form.closeDay === form.openDay && { closeDay: value }) })
            }
          />
        </Field>
        <Field label={words.openTime}>
          <input type="time" value={form.openTime} onChange={(event) => onChange({ openTime: event.target.value })} />
        </Field>
        <Field label={words.closeDay}>
          <input type="date" value={form.closeDay} onChange={(event) => onChange({ closeDay: event.target.value })} />
        </Field>
        <Field label={words.closeTime}>
          <input type="time" value={form.closeTime} onChange={(event) => onChange({ closeTime: event.target.value })} />
        </Field>
      </div>
      <p className="soft">{words.windowHint}</p>
    </fieldset>
  );
}
