import type { Blueprint, BlueprintPart, Demand, ScoringRule } from '../../model/policy.ts';
import type { Difficulty, QuestionType } from '../../model/question.ts';
import { difficulties } from '../../model/question.ts';
import type { Pool, TopicStanding } from '../blind-spots/standing.ts';

/** Questions of one kind and topic that may come. */
export interface Chance {
  readonly section: string;
  readonly topic: string;
  readonly pool: Pool;
  /** Which share of the draw they make, 0 to 1. */
  readonly share: number;
}

/** Questions of a paper that are drawn alike. Counts need not be whole. */
export interface Draw {
  readonly count: number;
  readonly scoreEach: number;
  /** Which share of its score an answer gives that is not fully right, on average. */
  readonly partial: number;
  readonly chances: readonly Chance[];
  /** From how many questions they are drawn. */
  readonly from: number;
}

interface Candidate extends Omit<Chance, 'share'> {
  readonly count: number;
}

/** Which share of the score answers give that are not fully right, by type of question, on average; null where nothing is known. */
export type PartialShares = Readonly<Partial<Record<QuestionType, number>>>;

/**
 * What a blueprint will draw for this person. The sections share by their weights, and what was never on a paper of this
 * person comes first, as in the assembly (组卷). Short answers are left out: a person has to mark them.
 */
export function drawsOf(blueprint: Blueprint, standings: readonly TopicStanding[], partials: PartialShares): Draw[] {
  const candidates = standings.flatMap(({ section, topic, pools }) => pools.map((pool) => ({ section, topic, pool, count: pool.count })));
  const weights = weightsOf(blueprint, standings);
  return blueprint.parts
    .filter(({ type }) => type !== 'short')
    .flatMap((part) => {
      const ofType = candidates.filter(({ section, pool }) => pool.type === part.type && weights.has(section));
      const partial = partialOf(part, partials);
      return demandsOf(part).flatMap((demand) =>
        splitOverSections(demand, ofType, weights).flatMap(({ count, own }) =>
          splitOverDifficulties(count, own, blueprint.difficulties).map((split) => ({
            count: split.count,
            scoreEach: part.scoreEach,
            partial,
            ...mix(split.own, split.count),
          })),
        ),
      );
    });
}

interface Split {
  readonly count: number;
  readonly own: readonly Candidate[];
}

function weightsOf({ sections }: Blueprint, standings: readonly TopicStanding[]): ReadonlyMap<string, number> {
  if (sections.length > 0) return new Map(sections.map(({ section, weight }) => [section, weight]));
  const sizes = new Map<string, number>();
  for (const { section, total } of standings) sizes.set(section, (sizes.get(section) ?? 0) + total);
  return sizes;
}

/** The demands of a part, and what they leave over. */
function demandsOf({ count, demands = [] }: BlueprintPart): readonly Demand[] {
  const left = count - demands.reduce((sum, demand) => sum + demand.count, 0);
  return left > 0 ? [...demands, { section: null, topic: null, difficulty: null, count: left }] : demands;
}

function splitOverSections(
  { section, topic, difficulty, count }: Demand,
  candidates: readonly Candidate[],
  weights: ReadonlyMap<string, number>,
) {
  const fitting = candidates.filter(
    (candidate) =>
      (section === null || candidate.section === section) &&
      (topic === null || candidate.topic === topic) &&
      (difficulty === null || candidate.pool.difficulty === difficulty),
  );
  const bySection = [...Map.groupBy(fitting, (candidate) => candidate.section)];
  const weight = bySection.reduce((sum, [name]) => sum + (weights.get(name) ?? 0), 0);
  return bySection.map(([name, own]): Split => ({ count: (count * (weights.get(name) ?? 0)) / weight, own }));
}

function splitOverDifficulties(count: number, own: readonly Candidate[], shares: Blueprint['difficulties']): Split[] {
  if (!shares) return [{ count, own }];
  const present = difficulties.filter((difficulty) => shares[difficulty] > 0 && own.some(({ pool }) => pool.difficulty === difficulty));
  const sum = present.reduce((all, difficulty) => all + shares[difficulty], 0);
  if (sum === 0) return [{ count, own }];
  const of = (difficulty: Difficulty): Candidate[] => own.filter(({ pool }) => pool.difficulty === difficulty);
  return present.map((difficulty) => ({ count: (count * shares[difficulty]) / sum, own: of(difficulty) }));
}

/** Those that were never on a paper of this person, then as many of the others as are needed. */
function mix(own: readonly Candidate[], count: number): Pick<Draw, 'chances' | 'from'> {
  const fresh = own.filter(({ pool }) => !pool.sat);
  const used = own.filter(({ pool }) => pool.sat);
  const [freshCount, usedCount] = [sizeOf(fresh), sizeOf(used)];
  const freshShare = usedCount === 0 ? 1 : Math.min(1, freshCount / count);
  const chances = [
    ...fresh.map((candidate) => chanceOf(candidate, (freshShare * candidate.count) / freshCount)),
    ...used.map((candidate) => chanceOf(candidate, ((1 - freshShare) * candidate.count) / usedCount)),
  ];
  return { chances: chances.filter(({ share }) => share > 0), from: freshShare === 1 ? freshCount : freshCount + usedCount };
}

const chanceOf = ({ section, topic, pool }: Candidate, share: number): Chance => ({ section, topic, pool, share });
const sizeOf = (candidates: readonly Candidate[]): number => candidates.reduce((sum, { count }) => sum + count, 0);

/** What is assumed of answers that are not fully right, where the rule gives something for them. */
const assumedPartials = { all: 0, half: 0.25, perOption: 0.35, perBlank: 0.3 } as const satisfies Record<ScoringRule, number>;
const assumedCase = 0.5;

function partialOf({ type, scoring }: BlueprintPart, partials: PartialShares): number {
  if (type === 'case') return partials.case ?? assumedCase;
  const rule = scoring ?? (type === 'blank' ? 'perBlank' : 'all');
  return rule === 'all' ? 0 : (partials[type] ?? assumedPartials[rule]);
}
