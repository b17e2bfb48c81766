import { memo } from 'react';
import type { GridLines } from '../../../ui/grid/grid-column.ts';
import { useWords } from '../../../words.tsx';
import type { PlanGridColumn } from '../columns.tsx';
import { canHide, planViews, type ViewSettings } from './view-settings.ts';

interface ViewToolsProps {
  readonly settings: ViewSettings;
  readonly onSettings: (changes: Partial<ViewSettings>) => void;
  readonly columns: readonly PlanGridColumn[];
}

const lineChoices: readonly GridLines[] = [1, 2, 3];

/** How the plan is shown: table, bars or both, how high its rows are, which columns it has. */
export const ViewTools = memo(function ViewTools({ settings, onSettings, columns }: ViewToolsProps) {
  const { plan } = useWords().projects;
  const words = plan.view;
  return (
    <div className="row plan-view" role="group" aria-label={words.label}>
      <fieldset className="row plan-views">
        <legend className="visually-hidden">{words.label}</legend>
        {planViews.map((view) => (
          <label key={view} className="plan-choice">
            <input type="radio" name="plan-view" checked={settings.view === view} onChange={() => onSettings({ view })} />
            {words.kinds[view]}
          </label>
        ))}
      </fieldset>
      <label className="row plan-lines">
        <span>{words.lines}</span>
        <select
          value={settings.lines}
          onChange={({ target }) => onSettings({ lines: lineChoices.find((lines) => String(lines) === target.value) ?? 2 })}
        >
          {lineChoices.map((lines) => (
            <option key={lines} value={lines}>
              {words.lineCount(lines)}
            </option>
          ))}
        </select>
      </label>
      {settings.view !== 'bars' && <ColumnChoice settings={settings} onSettings={onSettings} columns={columns} />}
    </div>
  );
});

function ColumnChoice({ settings, onSettings, columns }: ViewToolsProps) {
  const words = useWords().projects.plan.view;
  const { hidden } = settings;
  const toggle = ({ id }: PlanGridColumn): void =>
    onSettings({ hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id] });
  return (
    <details className="plan-columns">
      <summary>{words.columns(hidden.length)}</summary>
      <fieldset className="plan-column-list">
        <legend className="visually-hidden">{words.columns(hidden.length)}</legend>
        {columns
          .filter(({ id }) => canHide(id))
          .map((column) => (
            <label key={column.id} className="plan-choice">
              <input type="checkbox" checked={!hidden.includes(column.id)} onChange={() => toggle(column)} />
              {column.title}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
