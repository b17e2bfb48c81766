import { barUnits, type BarUnit } from '@shared/projects/bars/scale.ts';
import { useWords } from '../../../words.tsx';
import { BarLegend } from './bar-legend.tsx';

interface BarToolsProps {
  readonly unit: BarUnit | 'fit';
  readonly onUnit: (unit: BarUnit | 'fit') => void;
}

const choices = ['fit', ...barUnits] as const;

/** The scale of the bars, and what they mean. Stands above or below table and bars, not between them and their heads. */
export function BarTools({ unit, onUnit }: BarToolsProps) {
  const { projectBars } = useWords();
  return (
    <div className="row bars-tools" role="group" aria-label={projectBars.tools}>
      <label className="row bars-scale">
        <span>{projectBars.scale}</span>
        <select value={unit} onChange={({ target }) => onUnit(choices.find((each) => each === target.value) ?? 'fit')}>
          {choices.map((each) => (
            <option key={each} value={each}>
              {projectBars.units[each]}
            </option>
          ))}
        </select>
      </label>
      <details className="plan-keys">
        <summary>{projectBars.keysTitle}</summary>
        <BarLegend />
        <p>{projectBars.keys}</p>
      </details>
    </div>
  );
}
