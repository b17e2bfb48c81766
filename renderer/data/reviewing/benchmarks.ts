import { succeed, type Result } from '@shared/model/failure.ts';
import type { Benchmark } from '@shared/model/reviewing.ts';
import { benchmarkFor } from '@shared/projects/assessment/benchmarks.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** Every benchmark, the newest year first; those taken down too. */
export async function readBenchmarks(): Promise<Benchmark[]> {
  const order = ({ year, kind, subject }: Benchmark): string => `${9999 - year} ${kind} ${subject}`;
  return (await database.benchmarks.toArray()).toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** `taken`: its subject has one of this kind in this year already. */
export async function saveBenchmark(what: 'benchmark.create' | 'benchmark.restore', put: Benchmark): Promise<Result<'saved' | 'taken'>> {
  const rival = benchmarkFor(await database.benchmarks.toArray(), put);
  if (rival && rival.id !== put.id) return succeed('taken');
  const saved = await commit(what, [{ table: 'benchmarks', put }]);
  return saved.ok ? succeed('saved') : saved;
}

/** Takes one down; it stays in the register as such. */
export const archiveBenchmark = (benchmark: Benchmark): Promise<Result<null>> =>
  commit('benchmark.archive', [{ table: 'benchmarks', put: { ...benchmark, archived: true } }]);
