import { useId } from 'react';
import type { BlueprintPart, Demand } from '@shared/model/policy.ts';
import { difficulties } from '@shared/model/question.ts';
import type { PoolCount } from '../../../data/assembly/assembly.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Suggestions } from '../../../ui/suggestions.tsx';
import { useWords } from '../../../words.tsx';
import { countOf, sectionsIn, topicsIn } from '../draw/counts.ts';
import { changedAt, newDemand } from './edits.ts';
import { NumberField } from './number-field.tsx';

interface DemandsProps {
  readonly part: BlueprintPart;
  readonly name: string;
  readonly counts: readonly PoolCount[];
  readonly onChange: (demands: readonly Demand[]) => void;
}

/** What a part asks for exactly: so many of a section, a topic, a difficulty. */
export function Demands({ part, name, counts, onChange }: DemandsProps) {
  const { papers } = useWords();
  const words = papers.editor;
  const demands = part.demands ?? [];
  return (
    <details open={demands.length > 0}>
      <summary>{words.demands}</summary>
      <div className="stack">
        <p className="soft">{words.demandsHint}</p>
        {demands.map((demand, place) => (
          <div key={place} className="row papers-part-row">
            <DemandFields
              type={part.type}
              demand={demand}
              counts={counts}
              onChange={(changed) => onChange(changedAt(demands, place, changed))}
            />
            <Button aria-label={words.removeDemandNamed(place + 1, name)} onClick={() => onChange(changedAt(demands, place, null))}>
              {words.removeDemand}
            </Button>
          </div>
        ))}
        <div>
          <Button aria-label={words.addDemandNamed(name)} onClick={() => onChange([...demands, newDemand])}>
            {words.addDemand}
          </Button>
        </div>
      </div>
    </details>
  );
}

interface DemandFieldsProps {
  readonly type: BlueprintPart['type'];
  readonly demand: Demand;
  readonly counts: readonly PoolCount[];
  readonly onChange: (demand: Demand) => void;
}

function DemandFields({ type, demand, counts, onChange }: DemandFieldsProps) {
  const { papers, bank } = useWords();
  const words = papers.editor;
  const topics = useId();
  const sections = sectionsIn(counts, demand.section);
  return (
    <>
      <Field label={words.section}>
        <select value={demand.section ?? ''} onChange={(event) => onChange({ ...demand, section: event.target.value || null })}>
          <option value="">{words.any}</option>
          {sections.map((section) => (
            <option key={section}>{section}</option>
          ))}
        </select>
      </Field>
      <Field label={words.topic}>
        <input
          list={topics}
          value={demand.topic ?? ''}
          placeholder={words.any}
          maxLength={500}
          onChange={(event) => onChange({ ...demand, topic: event.target.value.trim() || null })}
        />
      </Field>
      <Suggestions id={topics} names={topicsIn(counts, { type, section: demand.section })} />
      <Field label={words.difficulty}>
        <select
          value={demand.difficulty ?? ''}
          onChange={(event) => onChange({ ...demand, difficulty: difficulties.find((one) => one === event.target.value) ?? null })}
        >
          <option value="">{words.any}</option>
          {difficulties.map((difficulty) => (
            <option key={difficulty} value={difficulty}>
              {bank.difficulties[difficulty]}
            </option>
          ))}
        </select>
      </Field>
      <NumberField label={words.count} value={demand.count} most={500} onChange={(count) => onChange({ ...demand, count })} />
      <span className="soft">{words.available(countOf(counts, { type, ...demand }))}</span>
    </>
  );
}
