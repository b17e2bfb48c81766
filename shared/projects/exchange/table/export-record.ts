import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Grid, GridRow } from '../../../bank/grid.ts';
import { planFileFields, type ExportedRow, type PlanFileField } from '../../../model/plan-file.ts';
import type { PlanNode } from '../../../model/project.ts';
import { nodeText, tidy } from '../cells.ts';
import { rowNumbers } from '../dependency-text.ts';

/** The hidden sheet of a workbook: what was exported, so that an edited workbook can be compared cell by cell with it. */
export const recordSheet = '导出记录';

const mark = 'sanxun-plan';
const version = '1';

export interface ExportRecord {
  readonly projectId: string;
  readonly title: string;
  readonly rows: readonly ExportedRow[];
  /** Rows of the sheet that are not as they were written. */
  readonly changed: readonly number[];
}

/** The cells of nodes (sorted by order) as they go into files. */
export function exportedRows(nodes: readonly PlanNode[]): ExportedRow[] {
  const numbers = rowNumbers(nodes);
  return nodes.map((node, place) => ({
    nodeId: node.id,
    number: String(place + 1),
    cells: Object.fromEntries(planFileFields.map((field) => [field, nodeText(node, field, numbers)])) as Record<PlanFileField, string>, // every field was put in
  }));
}

/** The sheet's rows as texts. */
export function recordTexts(project: { readonly id: string; readonly title: string }, rows: readonly ExportedRow[]): string[][] {
  return [
    [mark, version, project.id, project.title],
    ['nodeId', 'number', 'hash', ...planFileFields],
    ...rows.map((row) => [row.nodeId, row.number, hashOf(row), ...planFileFields.map((field) => row.cells[field])]),
  ];
}

/** Reads the sheet; null where the workbook has none, or one of a later version. */
export function readRecord(grids: readonly Grid[]): ExportRecord | null {
  const [first, fields, ...rows] = grids.find(({ sheet }) => sheet === recordSheet)?.rows ?? [];
  if (first?.cells[0] !== mark || first.cells[1] !== version) return null;
  const read = rows.map((row) => ({ place: row.row, hash: row.cells[2], row: rowOf(row, fields?.cells ?? []) }));
  const { whole = [], changed = [] } = Object.groupBy(read, ({ hash, row }) => (hash === hashOf(row) ? 'whole' : 'changed'));
  return {
    projectId: first.cells[2] ?? '',
    title: first.cells[3] ?? '',
    rows: whole.map(({ row }) => row),
    changed: changed.map(({ place }) => place),
  };
}

function rowOf({ cells }: GridRow, fields: readonly string[]): ExportedRow {
  const texts = planFileFields.map((field) => [field, tidy(cells[fields.indexOf(field)] ?? '')] as const);
  return { nodeId: cells[0] ?? '', number: cells[1] ?? '', cells: Object.fromEntries(texts) as Record<PlanFileField, string> }; // every field was put in
}

/** Half of it tells an accident as surely. */
const hashOf = ({ nodeId, number, cells }: ExportedRow): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([nodeId, number, ...planFileFields.map((field) => tidy(cells[field]))])))).slice(0, 32);
