import type { projectIndicators as master } from '../../zh/projects/indicators.ts';

const directions = { up: 'up', down: 'down', same: 'unchanged' } as const;

const change: typeof master.change = ({ direction, percent }) =>
  `${directions[direction]}${direction === 'same' ? '' : percent === null ? ' (no per cent of a baseline of zero)' : ` by ${percent} %`}`;

export const projectIndicators: typeof master = {
  title: 'Business indicators',
  hint: 'Enter the business figures that the project is to improve, for example faults or hours of outage per customer. Leave empty what is not known.',
  empty: 'No indicators yet.',
  add: 'Add an indicator',
  remove: (name) => `Remove the indicator “${name || 'without a name'}”`,
  removeShort: 'Remove',
  removed: (name) => `The indicator “${name || 'without a name'}” was removed.`,
  undo: 'Bring it back',
  columns: {
    name: 'Indicator',
    unit: 'Unit',
    better: 'Better when',
    baseline: 'Baseline',
    target: 'Target',
    actual: 'Actual',
    lastYear: 'Same period last year',
  },
  better: { lower: 'lower', higher: 'higher' },
  field: (column, row) => `${column} of indicator ${row}`,
  notANumber: 'Enter a number, for example 61 or 1.08, or leave it empty.',
  chart: 'Indicators before and after',
  nothingToCompare: 'Enter a baseline and an actual (or target) figure to see them compared here.',
  unnamed: 'Indicator without a name',
  effect: (name, unit, figures) => `${name} ${figures.from} → ${figures.to}${unit === '' ? '' : ` ${unit}`}, ${change(figures)}`,
  change,
  yearChange: ({ direction, percent }) =>
    direction === 'same'
      ? 'the same as last year'
      : `${directions[direction]}${percent === null ? '' : ` by ${percent} %`} against the same period last year`,
  judged: { true: 'better', false: 'worse' },
  reached: (reached, target) => (reached ? `target ${target} reached` : `target ${target} not reached`),
  expected: (text) => `Target: ${text}`,
  comma: '; ',
  bars: { lastYear: 'Same period last year', baseline: 'Baseline', target: 'Target', actual: 'Actual' },
};
