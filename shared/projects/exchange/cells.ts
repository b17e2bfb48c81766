import type { PlanFileField } from '../../model/plan-file.ts';
import type { Dependency, PlanNode } from '../../model/project.ts';
import { blankNode } from '../complete.ts';
import { longestText, setCell, type CellProblem } from '../edits.ts';
import { linkText, resolveLinks, type DependencyProblem } from './dependency-text.ts';

/** A field whose cell says everything by itself; links need the other rows. */
export type PlainField = Exclude<PlanFileField, 'dependencies'>;

/** A cell as it goes into a node: a text as the plan would show it, or links to the keys of rows. */
export type ReadCell =
  | { readonly text: string }
  | { readonly links: readonly Dependency[] }
  | { readonly problem: CellProblem | DependencyProblem['kind']; readonly proposal: string };

const blank = blankNode('', '');

/** Anything may stand in it. */
const isText = (field: PlainField): boolean => typeof blank[field] === 'string' && !/^(?:planned|actual)/.test(field);

/** Reads one cell of a file. Dates without a year take `year`; links are read by `keys`, the keys of rows by their numbers. */
export function readCell(field: PlanFileField, text: string, year: number, keys: ReadonlyMap<string, string>): ReadCell {
  if (field === 'dependencies') return readLinks(text, keys);
  if (isText(field) && text.length <= longestText) return { text };
  const edit = setCell(blank, field, text, year);
  if ('node' in edit) return { text: fieldText(edit.node, field) };
  return { problem: edit.problem, proposal: edit.problem === 'too-long' ? cut(text) : edit.proposal || fractionOf(field, text) };
}

function readLinks(text: string, keys: ReadonlyMap<string, string>): ReadCell {
  const found = resolveLinks(text, keys);
  return 'problem' in found ? { problem: found.problem.kind, proposal: '' } : { links: found.dependencies };
}

/** What fits into one cell of the plan; no half character stays at its end. */
const cut = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    .replace(/\ufffd$/, '');

/** 完成 in a column of percentages means all of it. */
function fractionOf(field: PlainField, text: string): string {
  if (field !== 'progress') return '';
  return /^(?:已?完成|✓|√|是)$/.test(text) ? '100' : /^(?:未开始|未启动|否|无|×)$/.test(text) ? '0' : '';
}

/** How a node's field stands in a file. Numbers have as many digits as a spreadsheet keeps. */
export function fieldText(node: PlanNode, field: PlainField): string {
  const value = node[field];
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : tidy(value);
}

/** The same for every field; `numbers` are the numbers of rows by node id. */
export const nodeText = (node: PlanNode, field: PlanFileField, numbers: ReadonlyMap<string, string | number>): string =>
  field === 'dependencies' ? linkText(node.dependencies, numbers) : fieldText(node, field);

/** Spreadsheet programs change line ends and outer spaces, which nobody has edited. */
export const tidy = (text: string): string =>
  (/[\r\u00a0]/.test(text) ? text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00a0', ' ') : text).trim();

/** Links to the same nodes, in any order and to a thousandth of a day: texts carry no more. */
export function sameLinks(one: readonly Dependency[], other: readonly Dependency[]): boolean {
  if (one === other) return true;
  const [links, others] = [one.toSorted(byNode), other.toSorted(byNode)];
  return links.length === others.length && links.every((link, place) => sameLink(link, others[place]));
}

const byNode = (one: Dependency, other: Dependency): number => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ nodeId, type }: Dependency): string => `${nodeId} ${type}`;

function sameLink(one: Dependency, other: Dependency | undefined): boolean {
  if (!other || keyOf(one) !== keyOf(other) || Math.abs(one.lag - other.lag) > 0.0011) return false;
  return one.elapsed === other.elapsed || Math.abs(one.lag) < 0.001;
}
