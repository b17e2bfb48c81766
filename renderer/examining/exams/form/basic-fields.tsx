import { quartersAround } from '@shared/exam/bureau/quarters.ts';
import type { Exam } from '@shared/model/examining.ts';
import { readExams } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import type { FieldsProps } from './exam-form.tsx';
import { inQuarter, withQuarter } from './form-state.ts';
import { useMakeUp } from './use-make-up.ts';

/** Title, quarter, length, pass line, and whether it makes up for an earlier exam. */
export function BasicFields({ form, onChange, examId }: FieldsProps & { readonly examId: string }) {
  const { exams } = useWords();
  const words = exams.form;
  const quarterName = inQuarter(exams.quarter);
  const quarters = [...new Set([...quartersAround(form.quarter), form.quarter])];
  return (
    <fieldset className="choice">
      <legend>{words.basics}</legend>
      <Field label={words.name}>
        <input maxLength={200} value={form.title} onChange={(event) => onChange({ title: event.target.value })} />
      </Field>
      <div className="examining-fields">
        <Field label={words.quarter}>
          <select
            value={form.quarter}
            onChange={(event) => onChange(withQuarter(form, event.target.value, inQuarter(exams.proposedTitle)))}
          >
            {quarters.map((quarter) => (
              <option key={quarter} value={quarter}>
                {quarterName(quarter)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.minutes}>
          <input type="number" min={1} max={600} value={form.minutes} onChange={(event) => onChange({ minutes: event.target.value })} />
        </Field>
        <Field label={words.passLine}>
          <input type="number" min={0} max={100} value={form.passLine} onChange={(event) => onChange({ passLine: event.target.value })} />
        </Field>
      </div>
      <MakeUpField form={form} onChange={onChange} examId={examId} />
    </fieldset>
  );
}

const noExams: readonly Exam[] = [];

function MakeUpField({ form, onChange, examId }: FieldsProps & { readonly examId: string }) {
  const words = useWords().exams.form;
  const exams = useLive(readExams, []) ?? noExams;
  const { choose, loaded } = useMakeUp(form, onChange);
  const earlier = exams.filter(({ id, sealed, makeUpOf }) => id !== examId && sealed !== null && makeUpOf === null);
  if (earlier.length === 0) return null;
  return (
    <>
      <Field label={words.makeUpOf}>
        <select value={form.makeUpOf ?? ''} onChange={(event) => void choose(earlier.find(({ id }) => id === event.target.value) ?? null)}>
          <option value="">{words.notMakeUp}</option>
          {earlier.map(({ id, title }) => (
            <option key={id} value={id}>
              {words.makeUp(title)}
            </option>
          ))}
        </select>
      </Field>
      <p className="soft" role="status">
        {loaded === null ? words.makeUpHint : words.makeUpLoaded(loaded)}
      </p>
    </>
  );
}
