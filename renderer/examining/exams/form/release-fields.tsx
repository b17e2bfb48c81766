import { releases } from '@shared/model/exam.ts';
import { useWords } from '../../../words.tsx';
import type { FieldsProps } from './exam-form.tsx';

/** When scores and answers show, each way in one sentence. */
export function ReleaseFields({ form, onChange }: FieldsProps) {
  const words = useWords().exams.form;
  return (
    <fieldset className="choice">
      <legend>{words.release}</legend>
      {releases.map((release) => (
        <label key={release} className="check">
          <input type="radio" name="release" checked={form.release === release} onChange={() => onChange({ release })} />
          <span>
            <strong>{words.releaseNames[release]}</strong>
            <br />
            <span className="soft">{words.releases[release]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
