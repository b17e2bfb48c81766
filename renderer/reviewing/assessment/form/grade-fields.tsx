import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentDraft } from './draft.ts';

type Grades = AssessmentDraft['grades'];

interface GradeFieldsProps {
  readonly grades: Grades;
  readonly onChange: (grades: Grades) => void;
}

/** The grades from the best: how many may have each, and what it takes. */
export function GradeFields({ grades, onChange }: GradeFieldsProps) {
  const { form: words } = useWords().assessment;
  const edit = (id: string, fields: Partial<Grades[number]>): void =>
    onChange(grades.map((each) => (each.id === id ? { ...each, ...fields } : each)));
  return (
    <fieldset className="choice assessment-lines">
      <legend>{words.grades}</legend>
      {grades.map(({ id, name, share, least }) => (
        <div key={id} className="assessment-line">
          <input
            className="input"
            aria-label={words.grade}
            value={name}
            maxLength={20}
            onChange={(event) => edit(id, { name: event.target.value })}
          />
          <label className="field">
            <span>{words.share}</span>
            <input inputMode="decimal" value={share} onChange={(event) => edit(id, { share: event.target.value })} />
          </label>
          <label className="field">
            <span>{words.least}</span>
            <input inputMode="decimal" value={least} onChange={(event) => edit(id, { least: event.target.value })} />
          </label>
          <Button onClick={() => onChange(grades.filter((each) => each.id !== id))}>{words.removeGrade(name)}</Button>
        </div>
      ))}
      <p className="soft">{words.gradesHint}</p>
      <div>
        <Button onClick={() => onChange([...grades, { id: crypto.randomUUID(), name: '', share: '100', least: '0' }])}>
          {words.addGrade}
        </Button>
      </div>
    </fieldset>
  );
}
