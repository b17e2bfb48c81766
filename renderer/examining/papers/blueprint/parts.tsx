import type { Blueprint, BlueprintPart } from '@shared/model/policy.ts';
import { questionTypes } from '@shared/model/question.ts';
import { scoringRules } from '@shared/model/policy.ts';
import type { PoolCount } from '../../../data/assembly/assembly.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { countOf } from '../draw/counts.ts';
import { Demands } from './demands.tsx';
import { changedAt, rulesOf, withDemands, withScoring, withType } from './edits.ts';
import { NumberField } from './number-field.tsx';

interface PartsProps {
  readonly blueprint: Blueprint;
  readonly counts: readonly PoolCount[];
  readonly onChange: (blueprint: Blueprint) => void;
}

/** The parts of the paper (大题), each with what it asks for exactly. */
export function Parts({ blueprint, counts, onChange }: PartsProps) {
  const { papers } = useWords();
  const { parts } = blueprint;
  const change = (place: number, part: BlueprintPart | null): void => onChange({ ...blueprint, parts: changedAt(parts, place, part) });
  return (
    <section className="stack" aria-label={papers.editor.parts}>
      <h2>{papers.editor.parts}</h2>
      {parts.map((part, place) => (
        <PartFields
          key={place}
          part={part}
          name={papers.editor.part(place)}
          only={parts.length === 1}
          counts={counts}
          onChange={(changed) => change(place, changed)}
        />
      ))}
      <div>
        <Button onClick={() => onChange({ ...blueprint, parts: [...parts, { type: 'judge', count: 10, scoreEach: 1 }] })}>
          {papers.editor.addPart}
        </Button>
      </div>
    </section>
  );
}

interface PartFieldsProps {
  readonly part: BlueprintPart;
  readonly name: string;
  readonly only: boolean;
  readonly counts: readonly PoolCount[];
  readonly onChange: (part: BlueprintPart | null) => void;
}

function PartFields({ part, name, only, counts, onChange }: PartFieldsProps) {
  const { papers, bank } = useWords();
  const words = papers.editor;
  const rules = rulesOf[part.type];
  const typeOf = (value: string) => questionTypes.find((type) => type === value) ?? part.type;
  const ruleOf = (value: string) => scoringRules.find((rule) => rule === value) ?? 'all';
  return (
    <fieldset className="choice papers-part">
      <legend>{name}</legend>
      <div className="row papers-part-row">
        <Field label={words.type}>
          <select value={part.type} onChange={(event) => onChange(withType(part, typeOf(event.target.value)))}>
            {questionTypes.map((type) => (
              <option key={type} value={type}>
                {bank.types[type]}
              </option>
            ))}
          </select>
        </Field>
        <NumberField label={words.count} value={part.count} most={500} onChange={(count) => onChange({ ...part, count })} />
        <NumberField
          label={words.scoreEach}
          value={part.scoreEach}
          most={100}
          step={0.5}
          onChange={(scoreEach) => onChange({ ...part, scoreEach })}
        />
        {rules.length > 1 && (
          <Field label={words.scoring}>
            <select value={part.scoring ?? rules[0]} onChange={(event) => onChange(withScoring(part, ruleOf(event.target.value)))}>
              {rules.map((rule) => (
                <option key={rule} value={rule}>
                  {words.scoringRules[rule]}
                </option>
              ))}
            </select>
          </Field>
        )}
        <span className="soft">{words.available(countOf(counts, { type: part.type }))}</span>
        <Button disabled={only} aria-label={words.removePartNamed(name)} onClick={() => onChange(null)}>
          {words.removePart}
        </Button>
      </div>
      <Demands part={part} name={name} counts={counts} onChange={(demands) => onChange(withDemands(part, demands))} />
    </fieldset>
  );
}
