import { blankNode } from '@shared/projects/complete.ts';
import type { PlanRow } from '../plan-rows.ts';
import type { EditCommand } from './plan-steps.ts';

/** Below the last node stands an empty row, as in a spreadsheet. It is no node until something is entered there. */
export const spareRow: PlanRow = {
  node: blankNode('', 'spare'),
  approved: null,
  repeatsPhase: false,
  links: '',
  linkFault: null,
  startsAfter: '',
  finishesAfter: '',
  forecast: '',
  evidence: 0,
};

export const isSpare = (row: PlanRow): boolean => row === spareRow;

/**
 * A command without the spare row, which cannot be cleared, moved or removed; null where nothing else was meant.
 * `count`: the nodes of the table. Only filling down reaches into the spare row, and makes a node of it.
 */
export function withoutSpare(command: EditCommand, count: number): EditCommand | null {
  if (command.kind === 'paste' || command.kind === 'fillDown') return command;
  if (command.kind === 'insertRows') return { ...command, row: Math.min(command.row, count) };
  const { range } = command;
  if (command.kind === 'moveRows' && range.bottom >= count) return null;
  return range.top >= count ? null : { ...command, range: { ...range, bottom: Math.min(range.bottom, count - 1) } };
}
