import type { Paper } from '../../model/exam.ts';
import type { Blueprint } from '../../model/policy.ts';
import type { Difficulty, Question, QuestionType } from '../../model/question.ts';

/** How hard a question is taken to be as long as nobody has answered it: the share of people who miss it. */
const hardness = { easy: 0.25, medium: 0.5, hard: 0.75 } as const satisfies Record<Difficulty, number>;

/** The mean over the questions of a paper, 0 to 1; 0 for an empty one. */
export function meanDifficulty({ items }: Pick<Paper, 'items'>): number {
  const sum = items.reduce((total, { question }) => total + hardness[question.difficulty], 0);
  return items.length === 0 ? 0 : sum / items.length;
}

/** How many questions of one kind each paper has. */
export interface CoverageRow {
  readonly type: QuestionType;
  readonly section: string;
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly counts: readonly number[];
}

export interface Comparison {
  /** One row for every type, section, topic and difficulty that a paper has, in the order of the papers. */
  readonly coverage: readonly CoverageRow[];
  readonly means: readonly number[];
  /** Questions that stand on all papers. */
  readonly shared: number;
}

/** Sets papers side by side. */
export function comparePapers(papers: readonly Paper[]): Comparison {
  const rows = new Map<string, Omit<CoverageRow, 'counts'> & { counts: number[] }>();
  papers.forEach((paper, place) => {
    for (const { question } of paper.items) {
      const { type, section, topic, difficulty }: Question = question;
      const key = JSON.stringify([type, section, topic, difficulty]);
      const row = rows.get(key) ?? { type, section, topic, difficulty, counts: papers.map(() => 0) };
      row.counts[place] = (row.counts[place] ?? 0) + 1;
      rows.set(key, row);
    }
  });
  const ids = papers.map(({ items }) => new Set(items.map(({ question }) => question.id)));
  const [first = new Set<string>(), ...others] = ids;
  const shared = others.length === 0 ? 0 : [...first].filter((id) => others.every((other) => other.has(id))).length;
  return { coverage: [...rows.values()], means: papers.map(meanDifficulty), shared };
}

/** How many questions two papers share when so many percent are asked for. */
export const sharedOf = ({ parts }: Pick<Blueprint, 'parts'>, percent: number): number =>
  Math.round((parts.reduce((sum, { count }) => sum + count, 0) * percent) / 100);
