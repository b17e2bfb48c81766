import { useState } from 'react';
import type { Indicator } from '@shared/model/project.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { IndicatorRow } from './indicator-row.tsx';
import './indicators.css';

interface IndicatorEditorProps {
  readonly indicators: readonly Indicator[];
  /** They are only read. */
  readonly isLocked: boolean;
  /** After every change that can be read; a text that is no number stays in its field and changes nothing. */
  readonly onChange: (indicators: readonly Indicator[]) => void;
}

const mostIndicators = 50;

/** The business figures that a project is to change: one a row. */
export function IndicatorEditor({ indicators, isLocked, onChange }: IndicatorEditorProps) {
  const { projectIndicators: words } = useWords();
  const [removed, setRemoved] = useState<{ readonly indicator: Indicator; readonly place: number } | null>(null);
  const [addedId, setAddedId] = useState('');
  const add = (): void => {
    const added = blank(crypto.randomUUID());
    setAddedId(added.id);
    onChange([...indicators, added]);
  };
  const remove = (place: number): void => {
    const indicator = indicators[place];
    if (!indicator) return;
    setRemoved({ indicator, place });
    onChange(indicators.toSpliced(place, 1));
  };
  const bringBack = (): void => {
    if (!removed) return;
    setRemoved(null);
    onChange(indicators.toSpliced(removed.place, 0, removed.indicator));
  };
  return (
    <div className="stack">
      <p className="soft indicator-hint">{indicators.length === 0 ? `${words.empty}${words.hint}` : words.hint}</p>
      {indicators.length > 0 && (
        <ScrollBox label={words.title} className="indicator-scroll">
          <table className="table indicator-table">
            <Head />
            <tbody>
              {indicators.map((indicator, place) => (
                <IndicatorRow
                  key={indicator.id}
                  indicator={indicator}
                  row={place + 1}
                  isLocked={isLocked}
                  isNew={indicator.id === addedId}
                  onChange={(changed) => onChange(indicators.with(place, changed))}
                  onRemove={() => remove(place)}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {removed && (
        <Notice tone="plain">
          {words.removed(removed.indicator.name)} <Button onClick={bringBack}>{words.undo}</Button>
        </Notice>
      )}
      <div className="row">
        <Button disabled={isLocked || indicators.length >= mostIndicators} onClick={add}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}

function Head() {
  const { columns, removeShort } = useWords().projectIndicators;
  return (
    <thead>
      <tr>
        {Object.entries(columns).map(([name, text]) => (
          <th key={name} scope="col">
            {text}
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">{removeShort}</span>
        </th>
      </tr>
    </thead>
  );
}

const blank = (id: string): Indicator => ({
  id,
  name: '',
  unit: '',
  better: 'lower',
  baseline: null,
  target: null,
  actual: null,
  lastYear: null,
});
