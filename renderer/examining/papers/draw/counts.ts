import type { Demand } from '@shared/model/policy.ts';
import type { QuestionType } from '@shared/model/question.ts';
import type { PoolCount } from '../../../data/assembly/assembly.ts';

type Wanted = Partial<Pick<Demand, 'section' | 'topic' | 'difficulty'>> & { readonly type?: QuestionType };

/** How many questions of the pool fit; what is absent or null is not asked for. */
export function countOf(counts: readonly PoolCount[], { type, section = null, topic = null, difficulty = null }: Wanted): number {
  const fits = (one: PoolCount): boolean =>
    (type === undefined || one.type === type) &&
    (section === null || one.section === section) &&
    (topic === null || one.topic === topic) &&
    (difficulty === null || one.difficulty === difficulty);
  return counts.reduce((sum, one) => (fits(one) ? sum + one.count : sum), 0);
}

/** Sections of the pool in its order, and the one that is chosen though the pool lacks it. */
export function sectionsIn(counts: readonly PoolCount[], chosen: string | null): string[] {
  return [...new Set([...counts.map(({ section }) => section), ...(chosen === null ? [] : [chosen])])];
}

const mostTopics = 300;

/** Topics of a type and section, at most as many as a list of suggestions can show. */
export function topicsIn(counts: readonly PoolCount[], { type, section }: { type: QuestionType; section: string | null }): string[] {
  const fitting = counts.filter((one) => one.type === type && one.topic !== '' && (section === null || one.section === section));
  return [...new Set(fitting.map(({ topic }) => topic))].slice(0, mostTopics);
}
