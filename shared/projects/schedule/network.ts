import type { Dependency, PlanNode } from '../../model/project.ts';

/** One 前置关系 whose both ends are there; `from` and `to` are positions in the list of nodes. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly dependency: Dependency;
}

/** A link to a node that is not in the plan any more. */
export interface GoneLink {
  readonly nodeId: string;
  readonly dependency: Dependency;
}

/** The links of a plan, put in an order in which they can be reckoned. */
export interface Network {
  /** By position of their successor; without the links that close a circle. */
  readonly incoming: readonly (readonly Link[])[];
  /** Positions of all nodes, predecessors first. */
  readonly order: readonly number[];
  /** Ids in the order of the circle, each the predecessor of the next, the last that of the first. */
  readonly cycles: readonly (readonly string[])[];
  readonly gone: readonly GoneLink[];
}

/** Of the circles of a broken plan so many are named: mending these shows the next ones. */
const mostCycles = 100;

/** The links of these nodes; found once for a list, since both the schedule and the forecast ask. */
export function networkOf(nodes: readonly PlanNode[]): Network {
  const known = networks.get(nodes) ?? findNetwork(nodes);
  networks.set(nodes, known);
  return known;
}

const networks = new WeakMap<readonly PlanNode[], Network>();

function findNetwork(nodes: readonly PlanNode[]): Network {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const gone: GoneLink[] = [];
  const links = nodes.map((node, to) =>
    node.dependencies.flatMap((dependency): Link[] => {
      const from = places.get(dependency.nodeId);
      if (from !== undefined) return [{ from, to, dependency }];
      gone.push({ nodeId: node.id, dependency });
      return [];
    }),
  );
  const { order, closing, circles } = walkBack(links);
  return {
    incoming: links.map((list) => list.filter((link) => !closing.has(link))),
    order,
    cycles: circles.map((circle) => circle.map((place) => nodes[place]?.id ?? '')),
    gone,
  };
}

interface Walk {
  readonly order: readonly number[];
  readonly closing: ReadonlySet<Link>;
  readonly circles: readonly (readonly number[])[];
}

/** Depth first against the links, without recursion: a chain may be as long as the plan. */
function walkBack(links: readonly (readonly Link[])[]): Walk {
  const order: number[] = [];
  const closing = new Set<Link>();
  const circles: number[][] = [];
  const state = new Uint8Array(links.length); // 0 not seen, 1 on the path, 2 done
  const next = new Int32Array(links.length);
  for (let root = 0; root < links.length; root += 1) {
    const path = state[root] === 0 ? [root] : [];
    for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
      state[place] = 1;
      const link = links[place]?.[next[place] ?? 0];
      next[place] = (next[place] ?? 0) + 1;
      if (!link) {
        state[place] = 2;
        order.push(place);
        path.pop();
      } else if (state[link.from] === 0) path.push(link.from);
      else if (state[link.from] === 1) {
        closing.add(link);
        if (circles.length < mostCycles) circles.push(path.slice(path.indexOf(link.from)).toReversed());
      }
    }
  }
  return { order, closing, circles };
}
