import { seedFrom, shuffle, type Dice } from '../random.ts';
import { dealParts, notesOf, planOrRefuse, planStream, type Assembling, type Notes, type Pick, type Refusal } from './assemble.ts';
import { sizeOf, sortIntoCells, type Cell } from './cells.ts';
import type { Planning, Share } from './plan.ts';
import type { PoolEntry } from './pool.ts';
import { Ranking } from './ranking.ts';

export type PairAssembly =
  | ({
      readonly ok: true;
      readonly picks: readonly [a: readonly Pick[], b: readonly Pick[]];
      /** Whether both cover the same topics; false where the pool has not two of a kind, so that only sections and difficulties agree. */
      readonly sameTopics: boolean;
    } & Notes)
  | Refusal;

interface PairAssembling extends Assembling {
  /** How many questions stand on both papers. */
  readonly shared: number;
}

/**
 * Draws two parallel papers (A/B 卷): each keeps the whole blueprint, both have the same number of questions of every type,
 * section, topic and difficulty, so that they are equally hard, and exactly `shared` in common. Must-have questions are on both.
 * Every question of A that is not on B has its counterpart there.
 */
export function assemblePair(assembling: PairAssembling): PairAssembly {
  const byTopic = pairUp(assembling, ({ topic, difficulty }) => `${difficulty}:${topic}`);
  if (byTopic.ok) return { ...byTopic, sameTopics: true };
  const bySection = pairUp(assembling, ({ difficulty }) => difficulty);
  return bySection.ok ? { ...bySection, sameTopics: false } : bySection;
}

type Kind = (entry: PoolEntry) => string;

function pairUp(
  { pool, blueprint, seed, exposure, shared }: PairAssembling,
  kindOf: Kind,
): Omit<Extract<PairAssembly, { ok: true }>, 'sameTopics'> | Refusal {
  const sorted = sortIntoCells(pool, blueprint, exposure);
  const ranking = new Ranking(seed, exposure);
  const planning: Planning = {
    blueprint,
    sorted,
    papers: { kind: 'two', shared, pairsIn: (cell) => mostPairs(cell, kindOf) },
    dice: seedFrom(seed, planStream),
  };
  const plan = planOrRefuse(planning);
  if ('ok' in plan) return plan;
  const dice = seedFrom(seed);
  const papers = [0, 1].map(() => blueprint.parts.map((): string[] => []));
  for (const [cell, shares] of Map.groupBy(plan, ({ cell: one }) => one)) {
    const drawn = drawPairs(cell, shares, { ranking, kindOf, dice });
    for (const { part, own, shared: common } of shares) {
      const both = drawn.shared.splice(0, common);
      const pairs = drawn.pairs.splice(0, own);
      papers.forEach((parts, paper) => parts[part]?.push(...both, ...pairs.map((pair) => pair[paper] ?? '')));
    }
  }
  const [a = [], b = []] = papers.map((parts) => dealParts(blueprint, parts, dice));
  return { ok: true, picks: [a, b], ...notesOf(plan, planning) };
}

/** How many pairs of one kind a cell can give; its must-have questions stand on both papers and pair with none. */
function mostPairs({ fresh, used }: Cell, kindOf: Kind): number {
  const sizes = new Map<string, number>();
  for (const entry of [...fresh, ...used]) sizes.set(kindOf(entry), (sizes.get(kindOf(entry)) ?? 0) + 1);
  return sizes.values().reduce((sum, size) => sum + Math.floor(size / 2), 0);
}

interface Drawing {
  readonly ranking: Ranking;
  readonly kindOf: Kind;
  readonly dice: Dice;
}

/** Pairs of the first that fit each other, then the first of the rest for both papers. */
function drawPairs(cell: Cell, shares: readonly Share[], { ranking, kindOf, dice }: Drawing): { pairs: string[][]; shared: string[] } {
  const wanted = shares.reduce((sum, { own }) => sum + own, 0);
  const common = shares.reduce((sum, { shared }) => sum + shared, 0);
  if (wanted + common === 0) return { pairs: [], shared: [] };
  const ranked = ranking.first(cell, sizeOf(cell));
  const waiting = new Map<string, PoolEntry>();
  const pairs: PoolEntry[][] = [];
  for (const entry of wanted > 0 ? ranked : []) {
    const partner = waiting.get(kindOf(entry));
    if (!partner) waiting.set(kindOf(entry), entry);
    else {
      waiting.delete(kindOf(entry));
      pairs.push(shuffle([partner, entry], dice));
    }
    if (pairs.length === wanted) break;
  }
  const taken = new Set(pairs.flat());
  const rest = ranked.filter((entry) => !taken.has(entry)).slice(0, common - cell.must.length);
  const idsOf = (entries: readonly PoolEntry[]): string[] => entries.map(({ id }) => id);
  return { pairs: shuffle(pairs.map(idsOf), dice), shared: shuffle(idsOf([...cell.must, ...rest]), dice) };
}
