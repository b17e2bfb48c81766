/** Rows that are chosen, as stretches in order that neither touch nor overlap: a hundred thousand rows are one stretch. */
export interface Selection {
  /** The row that the keys move; -1 in an empty list. */
  readonly active: number;
  /** Where a stretch with Shift begins. */
  readonly anchor: number;
  readonly stretches: readonly Stretch[];
}

/** From `from` up to and with `last`. */
export interface Stretch {
  readonly from: number;
  readonly last: number;
}

/** `move` chooses the row alone, `extend` everything from the anchor to it, `toggle` adds or takes the one row, `step` moves and chooses nothing else. */
export type SelectHow = 'move' | 'extend' | 'toggle' | 'step';

export const nothingSelected: Selection = { active: -1, anchor: -1, stretches: [] };

export const onlyRow = (row: number): Selection =>
  row < 0 ? nothingSelected : { active: row, anchor: row, stretches: [{ from: row, last: row }] };

export const allRows = (count: number, active: number): Selection =>
  count === 0 ? nothingSelected : { active: Math.max(0, active), anchor: 0, stretches: [{ from: 0, last: count - 1 }] };

export const isSelected = ({ stretches }: Selection, row: number): boolean =>
  stretches.some(({ from, last }) => from <= row && row <= last);

export const selectedCount = ({ stretches }: Selection): number => stretches.reduce((sum, { from, last }) => sum + last - from + 1, 0);

export function select(selection: Selection, row: number, how: SelectHow): Selection {
  if (how === 'move') return onlyRow(row);
  if (how === 'step') return { ...selection, active: row };
  if (how === 'toggle') return { active: row, anchor: row, stretches: toggled(selection.stretches, row) };
  const anchor = Math.max(0, selection.anchor);
  return { active: row, anchor, stretches: [{ from: Math.min(anchor, row), last: Math.max(anchor, row) }] };
}

/** A selection in a list that has become shorter. */
export function within(selection: Selection, count: number): Selection {
  if (selection.active < count && selection.stretches.every(({ last }) => last < count)) return selection;
  return onlyRow(Math.min(selection.active, count - 1));
}

function toggled(stretches: readonly Stretch[], row: number): Stretch[] {
  const hit = stretches.find(({ from, last }) => from <= row && row <= last);
  if (!hit) return joined([...stretches, { from: row, last: row }]);
  const rest = stretches.filter((stretch) => stretch !== hit);
  const parts = [
    { from: hit.from, last: row - 1 },
    { from: row + 1, last: hit.last },
  ];
  return joined([...rest, ...parts.filter(({ from, last }) => from <= last)]);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches.toSorted((one, other) => one.from - other.from)) {
    const before = result.at(-1);
    if (before && stretch.from <= before.last + 1)
      result[result.length - 1] = { from: before.from, last: Math.max(before.last, stretch.last) };
    else result.push(stretch);
  }
  return result;
}
