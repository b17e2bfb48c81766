import { assemble, type Assembling, type Assembly } from '@shared/exam/assembly/assemble.ts';
import { Pool, type PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Difficulty, QuestionType } from '@shared/model/question.ts';

/** A blueprint without wishes; tests add theirs. */
export const plain: Blueprint = {
  id: 'b',
  title: '模拟卷',
  minutes: 60,
  parts: [{ type: 'single', count: 4, scoreEach: 2 }],
  sections: [],
};

interface Kind {
  readonly section?: string;
  readonly type?: QuestionType;
  readonly topic?: string;
  readonly difficulty?: Difficulty;
}

/** So many questions of one kind; their ids say it. */
export function many(count: number, { section = '党章', type = 'single', topic = '', difficulty = 'medium' }: Kind = {}): PoolEntry[] {
  return Array.from({ length: count }, (_, n) => ({
    id: [section, type, topic, difficulty, n].join('-'),
    section,
    type,
    topic,
    difficulty,
  }));
}

export const assembling = (entries: readonly PoolEntry[], blueprint: Blueprint, more: Partial<Assembling> = {}): Assembling => ({
  pool: new Pool(entries),
  blueprint,
  seed: 1,
  exposure: new Map(),
  ...more,
});

export function drawn(wanted: Assembling): Extract<Assembly, { ok: true }> {
  const assembly = assemble(wanted);
  if (!assembly.ok) throw new Error(JSON.stringify(assembly));
  return assembly;
}

export function refused(wanted: Assembling): Extract<Assembly, { ok: false }> {
  const assembly = assemble(wanted);
  if (assembly.ok) throw new Error('a paper was drawn');
  return assembly;
}

export const idsOf = (picks: readonly { readonly id: string }[]): string[] => picks.map(({ id }) => id);

/** How many of the entries with these ids have each value of a property. */
export function countBy(entries: readonly PoolEntry[], ids: readonly string[], property: keyof PoolEntry): Record<string, number> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const value = byId.get(id)?.[property] ?? 'unknown';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
