import type { PlanFileField } from '../../model/plan-file.ts';
import type { PlanNode } from '../../model/project.ts';
import { blankNode } from '../complete.ts';
import { longestText, type CellProblem } from '../edits.ts';
import { networkOf } from '../schedule/network.ts';
import { readCell, tidy } from './cells.ts';
import { choiceOf, type Choices } from './choices.ts';
import type { ComparedCell, ComparedRow, PlanComparison } from './compare.ts';
import type { DependencyProblem } from './dependency-text.ts';
import { renumbered, sequenceOf, unplaced } from './sequence.ts';

export interface Outcome {
  /** The whole plan as it would be, sorted by order. Nodes that nothing touches are the very same. */
  readonly nodes: readonly PlanNode[];
  /** Cells whose text cannot go in: nothing is applied until they are mended. */
  readonly faults: readonly CellFault[];
  /** What the plan would have and no plan should. It is shown; the plan table shows it too and it can be mended there. */
  readonly cycles: readonly (readonly string[])[];
  /** Ids of nodes that would finish before they start. */
  readonly reversed: readonly string[];
}

export interface CellFault {
  readonly key: string;
  readonly field: PlanFileField;
  readonly problem: CellProblem | DependencyProblem['kind'];
}

export interface ApplyOptions {
  /** Ids of new nodes, by the keys of their rows. */
  readonly ids: ReadonlyMap<string, string>;
  /** A line for 备注 that keeps what a column of the file says. */
  readonly noteLine: (field: PlanFileField, text: string) => string;
}

/** The plan with what was chosen of a file. */
export function apply(comparison: PlanComparison, choices: Choices, options: ApplyOptions): Outcome {
  const faults: CellFault[] = [];
  const rows = comparison.rows.filter((row) => row.node || choices.added.has(row.key));
  const changed = new Map(rows.map((row) => [row.key, nodeOf(row, { comparison, choices, options, faults })]));
  const kept = comparison.nodes.filter(({ id }) => !choices.removed.has(id));
  const untouched = new Map(kept.map((node) => [node.id, node]));
  const sequence = sequenceOf(kept, rows, choices.order).map((key) => changed.get(key) ?? untouched.get(key));
  const nodes = renumbered(
    withoutGoneLinks(
      sequence.flatMap((node) => node ?? []),
      options.ids,
    ),
  );
  return { nodes, faults, cycles: networkOf(nodes).cycles, reversed: nodes.filter(isReversed).map(({ id }) => id) };
}

const isReversed = ({ plannedStart, plannedFinish }: PlanNode): boolean =>
  plannedStart !== '' && plannedFinish !== '' && plannedFinish < plannedStart;

interface Work {
  readonly comparison: PlanComparison;
  readonly choices: Choices;
  readonly options: ApplyOptions;
  readonly faults: CellFault[];
}

function nodeOf(row: ComparedRow, work: Work): PlanNode {
  const { comparison, options, faults } = work;
  const start = row.node ?? {
    ...blankNode(comparison.projectId, options.ids.get(row.key) ?? row.key),
    order: unplaced,
    ...(row.moment ? { moment: row.moment } : {}),
  };
  const notes: string[] = [];
  const changes = row.cells.flatMap((cell) => changeOf(row, cell, notes, work) ?? []);
  const node: PlanNode = changes.length > 0 ? Object.assign({ ...start }, ...changes) : start;
  const kept = notes.filter((line) => !node.note.includes(line)); // bringing the same file in again adds nothing
  const noted = kept.length === 0 ? node : { ...node, note: [node.note, ...kept].filter((line) => line !== '').join('\n') };
  if (noted.note.length > longestText) faults.push({ key: row.key, field: 'note', problem: 'too-long' });
  return noted;
}

/** What one cell changes of its node; null where it stays. */
function changeOf(
  row: ComparedRow,
  cell: ComparedCell,
  notes: string[],
  { comparison, choices, options, faults }: Work,
): Partial<PlanNode> | null {
  const choice = choiceOf(choices, row, cell);
  if (choice.take === 'note') notes.push(options.noteLine(cell.field, cell.file));
  if (choice.take !== 'file') return null;
  const rest = restOf(cell, choice.text);
  if (rest !== '') notes.push(options.noteLine(cell.field, rest));
  const read = choice.text === cell.file ? cell.read : readCell(cell.field, tidy(choice.text), comparison.year, comparison.keys);
  if ('links' in read) return { dependencies: read.links };
  if ('text' in read) return { [cell.field]: isNumber(cell.field) ? Number(read.text) : read.text };
  faults.push({ key: row.key, field: cell.field, problem: read.problem });
  return null;
}

const isNumber = (field: PlanFileField): boolean => field === 'progress' || field === 'weight';

/** What of a text too long for a cell does not go into it. */
function restOf({ read, file }: ComparedCell, text: string): string {
  const isCut = 'problem' in read && read.problem === 'too-long' && file.startsWith(text);
  return isCut ? file.slice(text.length) : '';
}

/** Links name new rows by their keys, and may name rows that were not taken. */
function withoutGoneLinks(nodes: readonly PlanNode[], ids: ReadonlyMap<string, string>): PlanNode[] {
  const there = new Set(nodes.map(({ id }) => id));
  return nodes.map((node) => {
    const links = node.dependencies.map((link) => ({ ...link, nodeId: ids.get(link.nodeId) ?? link.nodeId }));
    const kept = links.filter(({ nodeId }) => there.has(nodeId));
    const same = kept.length === node.dependencies.length && kept.every(({ nodeId }, place) => nodeId === node.dependencies[place]?.nodeId);
    return same ? node : { ...node, dependencies: kept };
  });
}
