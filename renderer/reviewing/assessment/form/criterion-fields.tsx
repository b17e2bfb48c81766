import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentDraft } from './draft.ts';

type Criteria = AssessmentDraft['criteria'];

interface CriterionFieldsProps {
  readonly criteria: Criteria;
  readonly onChange: (criteria: Criteria) => void;
}

/** The criteria, their weights, and what each comes to of the whole. */
export function CriterionFields({ criteria, onChange }: CriterionFieldsProps) {
  const { form: words } = useWords().assessment;
  const whole = criteria.reduce((sum, { weight }) => sum + (Number(weight) || 0), 0);
  const edit = (id: string, fields: Partial<Criteria[number]>): void =>
    onChange(criteria.map((each) => (each.id === id ? { ...each, ...fields } : each)));
  return (
    <fieldset className="choice assessment-lines">
      <legend>{words.criteria}</legend>
      {criteria.map(({ id, name, weight }) => (
        <div key={id} className="assessment-line">
          <input
            className="input"
            aria-label={words.criterion}
            value={name}
            maxLength={50}
            onChange={(event) => edit(id, { name: event.target.value })}
          />
          <input
            className="input"
            aria-label={`${words.weight} ${name}`}
            inputMode="decimal"
            value={weight}
            onChange={(event) => edit(id, { weight: event.target.value })}
          />
          <span className="soft">{words.weightOf(whole > 0 ? Math.round(((Number(weight) || 0) / whole) * 1000) / 10 : 0)}</span>
          <Button onClick={() => onChange(criteria.filter((each) => each.id !== id))}>{words.removeCriterion(name)}</Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...criteria, { id: crypto.randomUUID(), name: '', weight: '0.1' }])}>{words.addCriterion}</Button>
      </div>
    </fieldset>
  );
}
