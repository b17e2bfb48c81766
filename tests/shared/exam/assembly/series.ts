import { assemble, type Assembling } from '@shared/exam/assembly/assemble.ts';
import { assemblePair } from '@shared/exam/assembly/pair.ts';
import { exposuresOf, Pool, type PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { difficulties } from '@shared/model/question.ts';

const sections = ['党史', '党章', '党规'] as const;
const types = ['single', 'multiple', 'judge'] as const;

/** Of each type, section and difficulty another number of questions, in two topics. */
export const entries: readonly PoolEntry[] = types.flatMap((type, row) =>
  sections.flatMap((section, column) =>
    difficulties.flatMap((difficulty, level) =>
      Array.from({ length: 14 + 3 * row + 5 * column + 4 * level }, (_, n): PoolEntry => {
        const topic = n % 2 === 0 ? '甲' : '乙';
        return { id: `${type}-${section}-${difficulty}-${n}`, type, section, difficulty, topic };
      }),
    ),
  ),
);

export const blueprint: Blueprint = {
  id: 'series',
  title: '示例卷',
  minutes: 60,
  parts: [
    { type: 'single', count: 20, scoreEach: 2, demands: [{ section: '党规', topic: null, difficulty: 'hard', count: 3 }] },
    { type: 'multiple', count: 10, scoreEach: 4 },
    { type: 'judge', count: 20, scoreEach: 1 },
  ],
  sections: sections.map((section, place) => ({ section, weight: 3 - place })),
  difficulties: { easy: 3, medium: 5, hard: 2 },
};

type DrawIds = (assembling: Assembling) => readonly (readonly string[])[];

export const drawOne: DrawIds = (assembling) => {
  const assembly = assemble(assembling);
  if (!assembly.ok) throw new Error('no paper was drawn');
  return [assembly.picks.map(({ id }) => id)];
};

export const drawTwo: DrawIds = (assembling) => {
  const assembly = assemblePair({ ...assembling, shared: 10 });
  if (!assembly.ok) throw new Error('no papers were drawn');
  return assembly.picks.map((picks) => picks.map(({ id }) => id));
};

/** The ids of papers that were drawn one after the other, each avoiding what the others used. */
export function series(times: number, seed: number, draw: DrawIds): (readonly string[])[] {
  const pool = new Pool(entries);
  const papers: { readonly ids: readonly string[]; readonly at: number }[] = [];
  for (let at = 0; at < times; at += 1)
    papers.push(...draw({ pool, blueprint, seed: seed + at, exposure: exposuresOf(papers) }).map((ids) => ({ ids, at })));
  return papers.map(({ ids }) => ids);
}
