import type { ExportedRow, PlanFile, PlanFileRow } from '../../model/plan-file.ts';
import type { PlanNode } from '../../model/project.ts';
import { tidy } from './cells.ts';

/** Why a row of a file is no node of the plan: it is new · a copy of a row whose id it carries · its node was removed from the plan since · its id is of another plan. */
export type AddedBecause = 'new' | 'copy' | 'removed' | 'foreign';

/** A row of a file, and the node of the plan that it is. */
export type MatchedRow =
  | { readonly row: PlanFileRow; readonly node: PlanNode; readonly by: 'id' | 'title' }
  | { readonly row: PlanFileRow; readonly node: null; readonly because: AddedBecause };

/**
 * Finds the node of every row: by its id, which only one row can have, else by its title where only one row and one node
 * bear it. Of several rows with one id, that one stays which is most like what was exported.
 */
export function matchRows(file: PlanFile, nodes: readonly PlanNode[]): MatchedRow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const keepers = keepersOf(file);
  const taken = new Set([...keepers.keys()].filter((id) => byId.has(id)));
  const titles = titlesOf(file, nodes, taken);
  const exported = new Set(file.exported.map(({ nodeId }) => nodeId));
  return file.rows.map((row): MatchedRow => {
    const node = byId.get(row.nodeId);
    if (node && keepers.get(row.nodeId) === row) return { row, node, by: 'id' };
    if (node) return { row, node: null, because: 'copy' };
    const sameTitle = titles.get(titleKey(row.cells.phase, row.cells.title)) ?? titles.get(titleKey(undefined, row.cells.title));
    if (sameTitle) return { row, node: sameTitle, by: 'title' };
    return { row, node: null, because: row.nodeId === '' ? 'new' : exported.has(row.nodeId) ? 'removed' : 'foreign' };
  });
}

/** By id the row that keeps it. */
function keepersOf(file: PlanFile): Map<string, PlanFileRow> {
  const exported = new Map(file.exported.map((row) => [row.nodeId, row]));
  const groups = Map.groupBy(
    file.rows.filter(({ nodeId }) => nodeId !== ''),
    ({ nodeId }) => nodeId,
  );
  return new Map([...groups].map(([id, rows]) => [id, mostLike(rows, exported.get(id))]));
}

/** The first of them where none is nearer to the origin. */
function mostLike(rows: readonly PlanFileRow[], origin: ExportedRow | undefined): PlanFileRow {
  const [first, ...others] = rows;
  if (!first) throw new Error('a group has a row');
  if (!origin) return first;
  return others.reduce((best, row) => (likeness(row, origin) > likeness(best, origin) ? row : best), first);
}

const likeness = (row: PlanFileRow, { cells }: ExportedRow): number =>
  Object.entries(row.cells).filter(([field, text]) => cells[field as keyof typeof cells] === tidy(text)).length; // the fields of a row

/** Nodes that a row without a known id can only be, by phase and title, and by title alone. */
function titlesOf(file: PlanFile, nodes: readonly PlanNode[], taken: ReadonlySet<string>): ReadonlyMap<string, PlanNode> {
  const rows = file.rows.filter(({ nodeId }) => !taken.has(nodeId));
  const free = nodes.filter(({ id, title }) => !taken.has(id) && tidy(title) !== '');
  const both = unique(
    free,
    ({ phase, title }) => titleKey(phase, title),
    countOf(rows, ({ cells }) => titleKey(cells.phase, cells.title)),
  );
  const title = unique(
    free,
    (node) => titleKey(undefined, node.title),
    countOf(rows, ({ cells }) => titleKey(undefined, cells.title)),
  );
  return new Map([...title, ...both]);
}

/** Without a phase the key of a title alone, which no phase can make. */
const titleKey = (phase: string | undefined, title = ''): string =>
  phase === undefined ? `\u0000${tidy(title)}` : `${tidy(phase)}\n${tidy(title)}`;

function countOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Those whose key no other has, neither here nor among the rows. */
function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string, wanted: ReadonlyMap<string, number>): Map<string, Item> {
  const own = countOf(items, keyOf);
  const single = items.filter((item) => own.get(keyOf(item)) === 1 && wanted.get(keyOf(item)) === 1);
  return new Map(single.map((item) => [keyOf(item), item]));
}
