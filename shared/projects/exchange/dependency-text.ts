import { linkTypes, longestLag, mostLinks, type Dependency, type LinkType, type PlanNode } from '../../model/project.ts';

/** What `row` names a predecessor by: the number of its row in some table. */
export type RowLink = Omit<Dependency, 'nodeId'> & { readonly row: string };

/** `text` is what could not be read, the number that the table does not have, or that is named twice. */
export type DependencyProblem =
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'no-such-row'; readonly text: string }
  | { readonly kind: 'twice'; readonly text: string };

/** More places than these of a lag are noise of a calculation: a thousandth of a workday is half a minute. */
const lagPlaces = 3;

/**
 * 前置关系 as people of Microsoft Project write it: `3`, `3FS+2`, `4SS-1`, `5FS+3ed`, joined by `;`. Numbers are rows of the
 * table from 1, as the nodes stand in `nodes`. Links to nodes that are not in the table are left out.
 */
export function dependencyText(node: Pick<PlanNode, 'dependencies'>, nodes: readonly Pick<PlanNode, 'id'>[]): string {
  return linkText(node.dependencies, rowNumbers(nodes));
}

/** The same where the numbers are known already: a whole table asks for them once. */
export const linkText = (dependencies: readonly Dependency[], numbers: ReadonlyMap<string, string | number>): string =>
  dependencies
    .filter(({ nodeId }) => numbers.has(nodeId))
    .map((link) => `${numbers.get(link.nodeId)}${tail(link)}`)
    .join(';');

/** Row numbers from 1 by id. */
export const rowNumbers = (nodes: readonly Pick<PlanNode, 'id'>[]): ReadonlyMap<string, number> =>
  new Map(nodes.map(({ id }, place) => [id, place + 1]));

/** What stands behind the number of a row; '' for finish–start without lag. */
function tail({ type, lag, elapsed }: Omit<Dependency, 'nodeId'>): string {
  const shown = Number(lag.toFixed(lagPlaces));
  const length = shown === 0 ? '' : `${shown > 0 ? '+' : '-'}${Math.abs(shown)}${elapsed ? 'ed' : ''}`;
  return type === 'FS' && length === '' ? '' : `${type}${length}`;
}

/** Reads such a text by the rows of a table. An empty text means no predecessor; full-width signs and 天 count too. */
export function parseDependencies(
  text: string,
  nodes: readonly Pick<PlanNode, 'id'>[],
): { readonly dependencies: Dependency[] } | { readonly problem: DependencyProblem } {
  return resolveLinks(text, new Map(nodes.map(({ id }, place) => [String(place + 1), id])));
}

/** The same where rows go by other numbers: id by number. */
export function resolveLinks(
  text: string,
  ids: ReadonlyMap<string, string>,
): { readonly dependencies: Dependency[] } | { readonly problem: DependencyProblem } {
  const links = readLinks(text);
  if ('problem' in links) return links;
  const dependencies: Dependency[] = [];
  for (const { row, ...link } of links.links) {
    const nodeId = ids.get(row);
    if (nodeId === undefined) return { problem: { kind: 'no-such-row', text: row } };
    if (dependencies.some((other) => other.nodeId === nodeId)) return { problem: { kind: 'twice', text: row } };
    dependencies.push({ nodeId, ...link });
  }
  return { dependencies };
}

const pattern =
  /^0*(\d+)(?:(FS|SS|FF|SF|完成-?开始|开始-?开始|完成-?完成|开始-?完成)?([+-]\d+(?:\.\d+)?)?(ED|E天|EDAYS?|D|DAYS?|天|工作日|个工作日|日历日|自然日)?)$/;

/** A text as links by numbers, before anybody has looked whether the table has them. */
function readLinks(text: string): { readonly links: readonly RowLink[] } | { readonly problem: DependencyProblem } {
  const links: RowLink[] = [];
  for (const part of partsOf(text)) {
    const [, row = '', type = '', lag = '0', unit = ''] = pattern.exec(part) ?? [];
    // 3-5 is rather a stretch of rows than a lead of five days.
    if (row === '' || (type === '' && lag.startsWith('-')) || !isPlausible(Number(lag), links.length))
      return { problem: { kind: 'unreadable', text: part } };
    links.push({ row, type: typeOf(type), lag: Number(lag), elapsed: Number(lag) !== 0 && /^E|日历|自然/.test(unit) });
  }
  return { links };
}

/** Whether a node can have a link with this lag behind so many others. */
export const isPlausible = (lag: number, before: number): boolean => Math.abs(lag) <= longestLag && before < mostLinks;

/** Half-width, in capitals and without spaces; commas and 、 separate as well as semicolons. */
function partsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '').replaceAll('−', '-');
  return plain.split(/[;,、]/).filter((part) => part !== '');
}

const inWords: Readonly<Record<string, LinkType>> = { 完成开始: 'FS', 开始开始: 'SS', 完成完成: 'FF', 开始完成: 'SF' };

const typeOf = (text: string): LinkType => linkTypes.find((type) => type === text) ?? inWords[text.replace('-', '')] ?? 'FS';
