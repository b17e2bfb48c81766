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
        <div key={release}>
          <label className="check">
            <input type="radio" name="release" checked={form.release === release} onChange={() => onChange({ release })} />
            {words.releaseNames[release]}
          </label>
          <p className="soft">{words.releases[release]}</p>
        </div>
      ))}
    </fieldset>
  );
}
