import { useEffect, useRef } from 'react';
import type { Indicator } from '@shared/model/project.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { FigureField } from './figure-field.tsx';

interface IndicatorRowProps {
  readonly indicator: Indicator;
  /** Counted from 1, for those who hear the table. */
  readonly row: number;
  /** It is only read. */
  readonly isLocked: boolean;
  /** It was just added: its name takes the focus. */
  readonly isNew: boolean;
  readonly onChange: (indicator: Indicator) => void;
  readonly onRemove: () => void;
}

const figures = ['baseline', 'target', 'actual', 'lastYear'] as const;
const texts = ['name', 'unit'] as const;
const longest = 200;

/** Fields of one indicator. */
export function IndicatorRow({ indicator, row, isLocked, isNew, onChange, onRemove }: IndicatorRowProps) {
  const { projectIndicators: words } = useWords();
  const label = (field: keyof typeof words.columns): string => words.field(words.columns[field], row);
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isNew) line.current?.querySelector('input')?.focus();
  }, [isNew]);
  return (
    <tr ref={line}>
      {texts.map((field) => (
        <td key={field} className={`indicator-${field}`}>
          <input
            aria-label={label(field)}
            maxLength={longest}
            readOnly={isLocked}
            value={indicator[field]}
            onChange={({ target }) => onChange({ ...indicator, [field]: target.value })}
          />
        </td>
      ))}
      <td>
        <select
          aria-label={label('better')}
          disabled={isLocked}
          value={indicator.better}
          onChange={({ target }) => onChange({ ...indicator, better: target.value === 'higher' ? 'higher' : 'lower' })}
        >
          <option value="lower">{words.better.lower}</option>
          <option value="higher">{words.better.higher}</option>
        </select>
      </td>
      {figures.map((field) => (
        <td key={field} className="indicator-figure">
          <FigureField
            label={label(field)}
            value={indicator[field]}
            isLocked={isLocked}
            onChange={(value) => onChange({ ...indicator, [field]: value })}
          />
        </td>
      ))}
      <td>
        <Button aria-label={words.remove(indicator.name)} disabled={isLocked} onClick={onRemove}>
          {words.removeShort}
        </Button>
      </td>
    </tr>
  );
}
