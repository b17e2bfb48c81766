import { compare } from '../../compare.ts';
import { benchmarkKinds, type Benchmark, type BenchmarkKind, type ReturnFacts } from '../../model/reviewing.ts';

/** A project that may become a benchmark (标杆), as the ledger knows it. */
export interface BenchmarkCandidate {
  readonly projectId: string;
  readonly facts: ReturnFacts;
}

export interface ProposalRules {
  readonly year: number;
  /** Names of the grades that are good enough. */
  readonly good: readonly string[];
  /** Whether a unit is a county company; only such a one has a 示范. */
  readonly isCounty: (unitId: string) => boolean;
}

export type ProposedBenchmark = Pick<Benchmark, 'kind' | 'subject' | 'projectId' | 'projectTitle' | 'unitName' | 'year'> & {
  readonly score: number;
  readonly grade: string;
};

/** What a benchmark of a kind stands for: 一专业一标杆 · 一县企一示范 · 一支部一特色. '' where the project has none. */
export const subjectOf = (kind: BenchmarkKind, { specialty, unitName, branch }: ReturnFacts): string => {
  if (kind === 'branch') return branch === '' ? '' : `${unitName}${branch}`;
  return (kind === 'specialty' ? specialty : unitName).trim();
};

/** The benchmark that stands for a subject of a kind in a year, if there is one: there is never more than one. */
export const benchmarkFor = (
  existing: readonly Benchmark[],
  { kind, subject, year }: Pick<Benchmark, 'kind' | 'subject' | 'year'>,
): Benchmark | null =>
  existing.find((each) => !each.archived && each.kind === kind && each.subject === subject && each.year === year) ?? null;

/**
 * Proposals for a year: of each subject that has no benchmark yet the best project by its score in the yearly review, if it has
 * one of the grades `good`. Equal scores by their ids.
 */
export function proposeBenchmarks(
  candidates: readonly BenchmarkCandidate[],
  existing: readonly Benchmark[],
  { year, good, isCounty }: ProposalRules,
): readonly ProposedBenchmark[] {
  const able = candidates
    .filter(({ facts }) => facts.year === year && facts.score !== null && good.includes(facts.grade))
    .toSorted(byScore);
  return benchmarkKinds.flatMap((kind) => {
    const ofKind = able.filter(({ facts }) => kind !== 'county' || isCounty(facts.unitId));
    const bySubject = Map.groupBy(ofKind, ({ facts }) => subjectOf(kind, facts));
    return [...bySubject].flatMap(([subject, [best]]) =>
      !best || subject === '' || benchmarkFor(existing, { kind, subject, year }) ? [] : proposal(kind, subject, best),
    );
  });
}

const proposal = (kind: BenchmarkKind, subject: string, { projectId, facts }: BenchmarkCandidate): ProposedBenchmark => ({
  kind,
  subject,
  projectId,
  projectTitle: facts.title,
  unitName: facts.unitName,
  year: facts.year,
  score: facts.score ?? 0,
  grade: facts.grade,
});

const byScore = (one: BenchmarkCandidate, other: BenchmarkCandidate): number =>
  (other.facts.score ?? 0) - (one.facts.score ?? 0) || compare(one.projectId, other.projectId);
