import type { ProjectCard } from './register.ts';

interface NumberFacts {
  readonly year: number;
  /** The unit's name. */
  readonly unit: string;
}

/**
 * The first number (项目编号) of a pattern that is not among the taken ones; patterns as in `ProjectRules`. A pattern without
 * {n} always gives the same number.
 */
export function nextNumber(pattern: string, { year, unit }: NumberFacts, taken: readonly string[]): string {
  const used = new Set(taken.map((number) => number.trim()));
  const numberOf = (n: number): string =>
    pattern.replaceAll(/\{(year|unit|n)(?::(\d{1,2}))?\}/g, (_, part: string, digits: string | undefined) => {
      if (part === 'n') return String(n).padStart(Number(digits ?? 1), '0');
      return part === 'year' ? String(year) : unit;
    });
  for (let n = 1; n <= used.size; n += 1) {
    const number = numberOf(n);
    if (!used.has(number)) return number;
  }
  return numberOf(used.size + 1);
}

/** Other projects with the same number: no two may share one. An empty number is none. */
export function sameNumber(project: ProjectCard, others: readonly ProjectCard[]): readonly ProjectCard[] {
  const number = project.number.trim();
  return number === '' ? [] : others.filter((other) => other.id !== project.id && other.number.trim() === number);
}
