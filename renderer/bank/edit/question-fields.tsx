import { useId } from 'react';
import { difficulties, questionTypes } from '@shared/model/question.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Suggestions } from '../../ui/suggestions.tsx';
import { useWords } from '../../words.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { withChangedPart, withoutPart, withPart } from './form-edits.ts';
import type { QuestionForm } from './form-state.ts';
import { PartFields } from './part-fields.tsx';

interface QuestionFieldsProps {
  readonly form: QuestionForm;
  readonly sections: readonly string[];
  readonly onForm: (form: QuestionForm) => void;
}

/** All fields of a question: what is asked, how it is answered, why, and where it belongs. */
export function QuestionFields({ form, sections, onForm }: QuestionFieldsProps) {
  const { bank } = useWords();
  const { type } = form;
  const lines = (field: 'stem' | 'explanation' | 'basis', rows: number) => (
    <Field label={bank.fields[field]}>
      <textarea
        rows={rows}
        autoFocus={field === 'stem'}
        value={form[field]}
        onChange={(event) => onForm({ ...form, [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      <Field label={bank.fields.type}>
        <select
          value={type}
          onChange={(event) => onForm({ ...form, type: questionTypes.find((name) => name === event.target.value) ?? type })}
        >
          {questionTypes.map((name) => (
            <option key={name} value={name}>
              {bank.types[name]}
            </option>
          ))}
        </select>
      </Field>
      {lines('stem', 4)}
      <small className="soft">{bank.edit.emphasisHint}</small>
      {type === 'case' ? (
        <Parts form={form} onForm={onForm} />
      ) : (
        <AnswerFields form={{ ...form, type }} onForm={(changed) => onForm({ ...form, ...changed })} />
      )}
      {lines('explanation', 3)}
      {lines('basis', 2)}
      <LabelFields form={form} sections={sections} onForm={onForm} />
    </>
  );
}

function Parts({ form, onForm }: Pick<QuestionFieldsProps, 'form' | 'onForm'>) {
  const { edit } = useWords().bank;
  return (
    <>
      {form.parts.map((part, place) => (
        <PartFields
          key={part.key}
          part={part}
          number={place + 1}
          onPart={(changed) => onForm(withChangedPart(form, place, changed))}
          onRemove={() => onForm(withoutPart(form, place))}
        />
      ))}
      <div>
        <Button onClick={() => onForm(withPart(form))}>{edit.addPart}</Button>
      </div>
    </>
  );
}

function LabelFields({ form, sections, onForm }: QuestionFieldsProps) {
  const { bank } = useWords();
  const list = useId();
  return (
    <div className="bank-columns">
      <Field label={bank.fields.section}>
        <input list={list} maxLength={500} value={form.section} onChange={(event) => onForm({ ...form, section: event.target.value })} />
      </Field>
      <Suggestions id={list} names={sections} />
      <Field label={bank.fields.topic}>
        <input maxLength={500} value={form.topic} onChange={(event) => onForm({ ...form, topic: event.target.value })} />
      </Field>
      <Field label={bank.fields.difficulty}>
        <select
          value={form.difficulty}
          onChange={(event) => onForm({ ...form, difficulty: difficulties.find((name) => name === event.target.value) ?? 'medium' })}
        >
          {difficulties.map((name) => (
            <option key={name} value={name}>
              {bank.difficulties[name]}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
