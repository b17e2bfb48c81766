import { useId } from 'react';
import { letterOf } from '@shared/bank/options.ts';
import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { withChosen, withoutOption } from './form-edits.ts';
import type { SimpleForm } from './form-state.ts';

interface AnswerFieldsProps {
  readonly form: SimpleForm;
  readonly onForm: (changed: Partial<Omit<SimpleForm, 'type'>>) => void;
}

/** How a question is answered, by its type. */
export function AnswerFields({ form, onForm }: AnswerFieldsProps) {
  const { bank } = useWords();
  switch (form.type) {
    case 'single':
    case 'multiple':
      return <ChoiceFields form={form} onForm={onForm} />;
    case 'judge':
      return <JudgeFields form={form} onForm={onForm} />;
    case 'blank':
      return <BlankFields form={form} onForm={onForm} />;
    case 'short':
      return (
        <label className="field">
          <span>{bank.edit.reference}</span>
          <textarea rows={4} value={form.reference} onChange={(event) => onForm({ reference: event.target.value })} />
        </label>
      );
    default:
      return never(form.type);
  }
}

/** Each option with its letter, whether it is right, and its text. */
function ChoiceFields({ form, onForm }: AnswerFieldsProps) {
  const { edit, ...bank } = useWords().bank;
  const several = form.type === 'multiple';
  const group = useId();
  return (
    <fieldset className="bank-group">
      <legend>{several ? edit.manyOptions : edit.oneOption}</legend>
      {form.options.map((text, place) => {
        const letter = letterOf(place);
        return (
          <div key={place} className="bank-option">
            <label className="check">
              <input
                type={several ? 'checkbox' : 'radio'}
                name={group}
                aria-label={edit.isRight(letter)}
                checked={form.chosen.includes(place)}
                onChange={() => onForm(withChosen({ chosen: form.chosen }, place, several))}
              />
              <span aria-hidden="true">{letter}</span>
            </label>
            <input
              className="input"
              aria-label={bank.option(letter)}
              value={text}
              onChange={(event) => onForm({ options: form.options.with(place, event.target.value) })}
            />
            <Button
              aria-label={edit.removeOption(letter)}
              onClick={() => onForm(withoutOption({ options: form.options, chosen: form.chosen }, place))}
            >
              ✕
            </Button>
          </div>
        );
      })}
      <div className="row">
        <Button disabled={form.options.length >= 12} onClick={() => onForm({ options: [...form.options, ''] })}>
          {edit.addOption}
        </Button>
        <label className="check">
          <input type="checkbox" checked={form.shuffle} onChange={(event) => onForm({ shuffle: event.target.checked })} />
          {edit.shuffle}
        </label>
      </div>
    </fieldset>
  );
}

function JudgeFields({ form, onForm }: AnswerFieldsProps) {
  const { bank } = useWords();
  const group = useId();
  return (
    <fieldset className="bank-group">
      <legend>{bank.fields.answer}</legend>
      <div className="row">
        {[true, false].map((value) => (
          <label key={String(value)} className="check">
            <input type="radio" name={group} checked={form.judge === value} onChange={() => onForm({ judge: value })} />
            {value ? bank.judgeTrue : bank.judgeFalse}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One field a blank; accepted alternatives stand between upright bars. */
function BlankFields({ form, onForm }: AnswerFieldsProps) {
  const { edit } = useWords().bank;
  return (
    <fieldset className="bank-group">
      <legend>{edit.blanks}</legend>
      {form.blanks.map((text, place) => (
        <div key={place} className="bank-option">
          <span aria-hidden="true">{place + 1}</span>
          <input
            className="input"
            aria-label={edit.blank(place + 1)}
            value={text}
            onChange={(event) => onForm({ blanks: form.blanks.with(place, event.target.value) })}
          />
          <Button aria-label={edit.removeBlank(place + 1)} onClick={() => onForm({ blanks: form.blanks.toSpliced(place, 1) })}>
            ✕
          </Button>
        </div>
      ))}
      <small className="soft">{edit.blankHint}</small>
      <div className="row">
        <Button onClick={() => onForm({ blanks: [...form.blanks, ''] })}>{edit.addBlank}</Button>
        <label className="check">
          <input type="checkbox" checked={form.unordered} onChange={(event) => onForm({ unordered: event.target.checked })} />
          {edit.unordered}
        </label>
      </div>
    </fieldset>
  );
}
