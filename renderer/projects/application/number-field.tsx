import type { ProjectRules } from '@shared/model/policy.ts';
import { nextNumber, sameNumber } from '@shared/projects/numbering.ts';
import { useLive } from '../../data/live.ts';
import { readProjectCards } from '../../data/projects/register/cards.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import type { FieldProps } from './field.tsx';
import { fieldId } from './field-id.ts';

/** 项目编号: free to change; the rule suggests the next one, and a number that another project has is told. */
export function NumberField({ draft: { project, change }, isLocked, rules }: FieldProps & { readonly rules: ProjectRules }) {
  const { form, field } = useWords().projectApplication;
  const others = useLive(async () => (await readProjectCards()).filter(({ id }) => id !== project.id), [project.id]);
  const [twin] = sameNumber(project, others ?? []);
  const facts = { year: project.year, unit: project.unitName };
  const taken = others?.map(({ number }) => number);
  const suggested = taken ? nextNumber(rules.numberPattern, facts, taken) : '';
  const isOffered = !isLocked && suggested !== '' && suggested !== project.number && (project.number.trim() === '' || twin !== undefined);
  return (
    <div className="field">
      <label htmlFor={fieldId('number')}>
        <strong>{field.number}</strong>
      </label>
      <input
        id={fieldId('number')}
        maxLength={1_000}
        value={project.number}
        readOnly={isLocked}
        onChange={(event) => change({ number: event.target.value })}
      />
      {twin && (
        <span role="alert" className="application-problem">
          ⚠ {form.numberTaken(twin.title)}
        </span>
      )}
      {isOffered && (
        <span className="row">
          {form.numberHint(suggested)} <Button onClick={() => change({ number: suggested })}>{form.useNumber}</Button>
        </span>
      )}
    </div>
  );
}
