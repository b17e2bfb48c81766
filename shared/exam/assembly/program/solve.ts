import type { Program } from './program.ts';
import { Simplex } from './simplex.ts';

/** Nearer than this to a whole number is whole. */
const tolerance = 1e-6;
/** Solutions that cost less than this much less are not looked for. */
const worthwhile = 0.05;
/** A search for something cheaper ends here; that there is a solution at all is searched to the end. */
const mostNodes = 300;

/** A value for every column, whole where it has to be, with the least cost (see `worthwhile`); null where no values keep all rows. */
export function solve(program: Program): readonly number[] | null {
  const wholes = program.columns.flatMap(({ whole }, column) => (whole ? [column] : []));
  let best: { readonly values: readonly number[]; readonly cost: number } | null = null;
  const open = [Simplex.of(program)];
  for (let nodes = 1; open.length > 0 && (best === null || nodes <= mostNodes); nodes += 1) {
    const node = open.pop() as Simplex;
    if (!node.solve()) continue;
    const cost = node.cost();
    if (best && cost > best.cost - worthwhile) continue;
    const broken = mostBroken(node, wholes);
    if (broken === null) best = { values: valuesOf(node, program), cost };
    else open.push(...branches(node, broken));
  }
  return best?.values ?? null;
}

/** The column that is farthest from being whole; null where all are. */
function mostBroken(node: Simplex, wholes: readonly number[]): number | null {
  let worst = tolerance;
  let found: number | null = null;
  for (const column of wholes) {
    const value = node.value(column);
    const far = Math.abs(value - Math.round(value));
    if (far <= worst) continue;
    worst = far;
    found = column;
  }
  return found;
}

/** The column at most the whole number below it, or at least the one above (Land and Doig, 1960). The nearer comes last: it is looked at first. */
function branches(node: Simplex, column: number): Simplex[] {
  const value = node.value(column);
  const [floor, ceiling] = [Math.floor(value), Math.ceil(value)];
  const { below, above } = node.bounds(column);
  const low = node.clone();
  low.narrow(column, below, floor);
  node.narrow(column, ceiling, above);
  return value - floor < 0.5 ? [node, low] : [low, node];
}

const valuesOf = (node: Simplex, { columns }: Program): number[] =>
  columns.map(({ whole }, column) => (whole ? Math.round(node.value(column)) : node.value(column)));
