import type { Unit } from '@shared/model/roster.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

interface UnitChoiceProps {
  readonly units: readonly Unit[];
  /** Ids of those that are chosen. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Units of the roster, some of them chosen. */
export function UnitChoice({ units, chosen, onChange }: UnitChoiceProps) {
  const words = useWords().bureauTopics.form;
  const toggle = (id: string): void =>
    onChange(
      chosen.includes(id)
        ? chosen.filter((other) => other !== id)
        : units.filter((unit) => unit.id === id || chosen.includes(unit.id)).map((unit) => unit.id),
    );
  if (units.length === 0) return <Notice tone="warn">{words.noRoster}</Notice>;
  return (
    <>
      <div className="row">
        <strong role="status">{words.chosen(chosen.length)}</strong>
        <Button onClick={() => onChange(units.map(({ id }) => id))}>{words.chooseAll}</Button>
        <Button onClick={() => onChange([])}>{words.chooseNone}</Button>
      </div>
      <div className="reviewing-units">
        {units.map(({ id, name }) => (
          <label key={id} className="check">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </div>
    </>
  );
}
