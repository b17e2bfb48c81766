import type { LinkType, PlanNode } from '../../model/project.ts';

/** A link between two rows of a table, counted from 0. */
export interface BarLink {
  readonly type: LinkType;
  readonly from: number;
  readonly to: number;
}

/** Every link of a plan whose both ends are in it, in the order of the rows. */
export function linksOf(nodes: readonly PlanNode[]): BarLink[] {
  const rows = new Map(nodes.map(({ id }, row) => [id, row]));
  return nodes.flatMap(({ dependencies }, to) =>
    dependencies.flatMap(({ nodeId, type }) => {
      const from = rows.get(nodeId);
      return from === undefined || from === to ? [] : [{ type, from, to }];
    }),
  );
}

/** Links that cross the rows from `first` up to but not including `end`. */
export const linksWithin = (links: readonly BarLink[], first: number, end: number): BarLink[] =>
  links.filter(({ from, to }) => Math.min(from, to) < end && Math.max(from, to) >= first);

/** A bar as a link meets it: left and right end, and the height of its middle. All in one measure. */
export interface LinkEnd {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Letter one of a type: which end of the bar before it begins at; letter two: which end of the bar after it ends at. */
const ends = { FS: [1, -1], SS: [-1, -1], FF: [1, 1], SF: [-1, 1] } as const satisfies Record<LinkType, readonly [1 | -1, 1 | -1]>;

/**
 * A link as a line of right angles from bar to bar. It leaves and arrives by `stub` beside the bars; where there is no way
 * straight down between them it goes back in the gap above or below the row that it leads to, `gap` from its middle.
 */
export function elbow(
  type: LinkType,
  before: LinkEnd,
  after: LinkEnd,
  { stub, gap }: { readonly stub: number; readonly gap: number },
): Point[] {
  const [leave, arrive] = ends[type];
  const start = { x: leave > 0 ? before.right : before.left, y: before.middle };
  const end = { x: arrive > 0 ? after.right : after.left, y: after.middle };
  const [out, into] = [start.x + leave * stub, end.x + arrive * stub];
  if (leave === arrive) {
    const x = leave > 0 ? Math.max(out, into) : Math.min(out, into);
    return [start, { x, y: start.y }, { x, y: end.y }, end];
  }
  if (leave * (into - out) >= 0) return [start, { x: into, y: start.y }, { x: into, y: end.y }, end];
  const y = end.y + (start.y < end.y ? -gap : gap);
  return [start, { x: out, y: start.y }, { x: out, y }, { x: into, y }, { x: into, y: end.y }, end];
}
