import { planFileFields, type ExportedRow, type PlanFile, type PlanFileField } from '../../model/plan-file.ts';
import type { Dependency, Moment, PlanNode } from '../../model/project.ts';
import { fieldText, nodeText, readCell, sameLinks, tidy, type ReadCell } from './cells.ts';
import { isPlausible, linkText } from './dependency-text.ts';
import { longestRun } from './longest-run.ts';
import { matchRows, type AddedBecause, type MatchedRow } from './match-rows.ts';
import { namesIn, unknownNames } from './owners.ts';

/** A file held against a plan. */
export interface PlanComparison {
  /** In the order of the file, each row of it. */
  readonly rows: readonly ComparedRow[];
  /** Nodes that the file does not have. Absence is no deletion: a person ticks what is to go. */
  readonly absent: readonly PlanNode[];
  /** Keys of nodes that stand elsewhere in the file than before. */
  readonly moved: readonly string[];
  /** The file was made from another project. */
  readonly otherProject: boolean;
  /** Keys of rows by their number in the file, for links. */
  readonly keys: ReadonlyMap<string, string>;
  /** The plan that was compared, in its order. */
  readonly nodes: readonly PlanNode[];
  readonly projectId: string;
  readonly year: number;
}

export interface ComparedRow {
  /** Id of its node, or a name of its own for a row that is none yet. */
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly node: PlanNode | null;
  /** Null where it is a node. */
  readonly because: AddedBecause | null;
  /** Whether it was found by its title and not by its id. */
  readonly byTitle: boolean;
  /** A copy that says nothing else than the row it was copied from. */
  readonly repeats: boolean;
  /** Of a new row that takes no time. */
  readonly moment?: Moment;
  /** Those that differ from the plan or cannot be read; of a new row all that are filled. */
  readonly cells: readonly ComparedCell[];
}

export interface ComparedCell {
  readonly field: PlanFileField;
  /** Changed in the plan since the export as well as in the file. */
  readonly conflict: boolean;
  /** Texts of the plan as it is, as it was exported (null: not known), and of the file. */
  readonly plan: string;
  readonly exported: string | null;
  readonly file: string;
  readonly read: ReadCell;
  /** Names of persons that nobody knows; empty in other fields. */
  readonly unknown: readonly string[];
}

export interface CompareOptions {
  readonly projectId: string;
  /** Of dates without a year. */
  readonly year: number;
  /** Names that may own a node: the roster's. Those in the plan already are known as well. */
  readonly people: readonly string[];
}

/** Holds a file against a plan (sorted by order), cell by cell and against what was exported where the file knows it. */
export function compare(read: PlanFile, nodes: readonly PlanNode[], options: CompareOptions): PlanComparison {
  const otherProject = read.projectId !== '' && read.projectId !== options.projectId;
  const file = otherProject ? { ...read, exported: [] } : read; // what another plan was tells nothing of this one
  const matched = matchRows(file, nodes);
  const keys = matched.map((row, place) => row.node?.id ?? `new-${place + 1}`);
  const context = contextOf(file, nodes, matched, keys, options);
  const rows = matched.map((row, place) => comparedRow(row, keys[place] ?? '', context));
  const there = new Set(keys);
  const exported = new Set(file.exported.map(({ nodeId }) => nodeId));
  return {
    rows,
    absent: nodes.filter(({ id }) => !there.has(id) && (exported.size === 0 || exported.has(id))),
    moved: movedKeys(file, nodes, matched),
    otherProject,
    keys: context.keys,
    nodes,
    projectId: options.projectId,
    year: options.year,
  };
}

interface Context {
  readonly file: PlanFile;
  readonly year: number;
  readonly exported: ReadonlyMap<string, ExportedRow>;
  /** Keys by number: of the file as it is, and as it was exported. */
  readonly keys: ReadonlyMap<string, string>;
  readonly exportedKeys: ReadonlyMap<string, string>;
  /** Keys by the row of a link. */
  readonly rowKeys: ReadonlyMap<number, string>;
  /** Numbers by key, as texts of links show them: rows that are no nodes yet by # and their number in the file. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
}

function contextOf(
  file: PlanFile,
  nodes: readonly PlanNode[],
  matched: readonly MatchedRow[],
  keys: readonly string[],
  { year, people }: CompareOptions,
): Context {
  const numbered = file.rows.map((row, place) => ({
    number: row.number || String(place + 1),
    key: keys[place] ?? '',
    isNode: !!matched[place]?.node,
  }));
  // A copied row still bears the number of the row that it was copied from.
  const inOrder = [...numbered.filter(({ isNode }) => !isNode), ...numbered.filter(({ isNode }) => isNode).toReversed()];
  return {
    file,
    year,
    exported: new Map(file.exported.map((row) => [row.nodeId, row])),
    keys: new Map(inOrder.map(({ number, key }) => [number, key])),
    exportedKeys: new Map(file.exported.map(({ number, nodeId }) => [number, nodeId])),
    rowKeys: new Map(file.rows.map(({ row }, place) => [row, keys[place] ?? ''])),
    numbers: new Map([
      ...numbered.map(({ number, key }) => [key, `#${number}`] as const),
      ...nodes.map(({ id }, place) => [id, String(place + 1)] as const),
    ]),
    known: new Set([...people.map(tidy), ...nodes.flatMap(({ owner }) => [tidy(owner), ...namesIn(owner)])]),
  };
}

function comparedRow(matched: MatchedRow, key: string, context: Context): ComparedRow {
  const { row, node } = matched;
  const exported = context.exported.get(row.nodeId) ?? null;
  const place = { key, sheet: row.sheet, row: row.row, node };
  if (!node) {
    const cells = cellsOf(matched, null, context);
    const repeats =
      matched.because === 'copy' &&
      exported !== null &&
      planFileFields.every((field) => saysTheSame(row.cells[field], exported.cells[field]));
    return { ...place, because: matched.because, byTitle: false, repeats, ...(row.moment ? { moment: row.moment } : {}), cells };
  }
  return { ...place, because: null, byTitle: matched.by === 'title', repeats: false, cells: cellsOf(matched, exported, context) };
}

const saysTheSame = (text: string | undefined, origin: string): boolean => text === undefined || tidy(text) === tidy(origin);

function cellsOf({ row, node }: MatchedRow, exported: ExportedRow | null, context: Context): ComparedCell[] {
  return planFileFields.flatMap((field) => {
    if (field === 'dependencies' && row.links) return linkCell(row.links, node, context);
    const text = row.cells[field];
    return text === undefined ? [] : textCell(field, text, node, exported, context);
  });
}

function textCell(
  field: PlanFileField,
  text: string,
  node: PlanNode | null,
  exported: ExportedRow | null,
  context: Context,
): ComparedCell[] {
  const file = tidy(text);
  const origin = exported ? tidy(exported.cells[field]) : null;
  if (file === origin || (node === null && file === '')) return [];
  if (node && field !== 'dependencies' && file === fieldText(node, field)) return [];
  const read = readCell(field, file, context.year, context.keys);
  if (node && isValueOf(read, node, field)) return [];
  const untouched = origin === null || node === null || isValueOf(readCell(field, origin, context.year, context.exportedKeys), node, field);
  const plan = node ? nodeText(node, field, context.numbers) : '';
  const unknown = field === 'owner' ? unknownNames(file, context.known) : [];
  return [{ field, conflict: !untouched, plan, exported: origin, file, read, unknown }];
}

function linkCell(links: NonNullable<PlanFile['rows'][number]['links']>, node: PlanNode | null, context: Context): ComparedCell[] {
  const found = links.flatMap(({ row, ...link }): Dependency[] => {
    const nodeId = context.rowKeys.get(row);
    return nodeId === undefined ? [] : [{ nodeId, ...link }];
  });
  if (sameLinks(found, node?.dependencies ?? [])) return [];
  const plan = linkText(node?.dependencies ?? [], context.numbers);
  const inFile = linkText(found, context.numbers);
  const isReadable = links.every(({ lag }, place) => Number.isFinite(lag) && isPlausible(lag, place));
  const read: ReadCell = isReadable ? { links: found } : { problem: 'unreadable', proposal: '' };
  return [{ field: 'dependencies', conflict: false, plan, exported: null, file: inFile, read, unknown: [] }];
}

/** Whether a cell that was read says what the node says. */
function isValueOf(read: ReadCell, node: PlanNode, field: PlanFileField): boolean {
  if ('links' in read) return field === 'dependencies' && sameLinks(read.links, node.dependencies);
  return 'text' in read && field !== 'dependencies' && read.text === nodeText(node, field, new Map());
}

/** Compared with the order at the export where that is known, else with the plan. Nodes already in the file's order moved nowhere. */
function movedKeys(file: PlanFile, nodes: readonly PlanNode[], matched: readonly MatchedRow[]): string[] {
  const inFile = matched.flatMap(({ node }) => (node ? [node.id] : []));
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const exported = new Map(file.exported.map(({ nodeId }, place) => [nodeId, place]));
  const known = exported.size > 0 ? inFile.filter((id) => exported.has(id)) : inFile;
  if (exported.size > 0 && isRising(known.map((id) => exported.get(id) ?? 0))) return [];
  const run = new Set(longestRun(inFile.map((id) => places.get(id) ?? 0)));
  return inFile.filter((_id, place) => !run.has(place));
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, place) => place === 0 || (numbers[place - 1] ?? 0) < number);
