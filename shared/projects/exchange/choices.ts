import type { PlanFileField } from '../../model/plan-file.ts';
import type { ComparedCell, ComparedRow, PlanComparison } from './compare.ts';

/**
 * What becomes of one cell: the plan stays as it is · the text goes in, as the file has it or mended · the plan stays and
 * what the file says is kept in 备注.
 */
export type CellChoice = { readonly take: 'plan' } | { readonly take: 'file'; readonly text: string } | { readonly take: 'note' };

/** What a person has decided; what they have not touched is as in `firstChoices`. */
export interface Choices {
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, CellChoice>;
  /** Keys of rows that become nodes. */
  readonly added: ReadonlySet<string>;
  /** Ids of absent nodes that go. */
  readonly removed: ReadonlySet<string>;
  /** Whether the nodes take the order of the file. */
  readonly order: boolean;
}

export const cellKey = (row: string, field: PlanFileField): string => `${row} ${field}`;

/**
 * What is proposed: changes of the file are taken, conflicts stay with the plan until somebody decides, what cannot be read
 * is kept in 备注 or goes in as proposed, nothing is removed. Rows that were taken out of the plan stay
 * out of it, unless it has been emptied.
 */
export function firstChoices({ rows, nodes, moved, otherProject }: PlanComparison): Choices {
  const cells = rows.flatMap((row) => row.cells.map((cell) => [cellKey(row.key, cell.field), firstChoice(cell)] as const));
  const added = rows.filter((row) => !row.node && (row.because !== 'removed' || nodes.length === 0) && !row.repeats);
  return {
    cells: new Map(cells),
    added: new Set(added.map(({ key }) => key)),
    removed: new Set(),
    order: moved.length > 0 && !otherProject,
  };
}

function firstChoice(cell: ComparedCell): CellChoice {
  if (cell.conflict) return { take: 'plan' };
  return wholeOf(cell);
}

/** The choice that takes as much of the file as can be taken. */
export function wholeOf({ read, file }: ComparedCell): CellChoice {
  if (!('problem' in read)) return { take: 'file', text: file };
  return read.proposal === '' ? { take: 'note' } : { take: 'file', text: read.proposal };
}

/** The choices with every cell, new row and the order of the file taken, or none of them; removals stay as they are. */
export function takeAll(comparison: PlanComparison, choices: Choices, all: boolean): Choices {
  const cells = comparison.rows.flatMap((row) =>
    row.cells.map((cell) => [cellKey(row.key, cell.field), all || !row.node ? wholeOf(cell) : ({ take: 'plan' } as const)] as const),
  );
  const added = all ? comparison.rows.filter(({ node }) => !node) : [];
  return { ...choices, cells: new Map(cells), added: new Set(added.map(({ key }) => key)), order: all && comparison.moved.length > 0 };
}

export const withCell = (choices: Choices, row: string, field: PlanFileField, choice: CellChoice): Choices => ({
  ...choices,
  cells: new Map(choices.cells).set(cellKey(row, field), choice),
});

export const choiceOf = (choices: Choices, row: ComparedRow, cell: ComparedCell): CellChoice =>
  choices.cells.get(cellKey(row.key, cell.field)) ?? firstChoice(cell);

/** A set with one member put in or taken out. */
export function toggled(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}
