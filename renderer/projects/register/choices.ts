import type { ProjectCard } from '@shared/projects/register.ts';

/** What the projects at hand differ in: the choices of the register's filters, each once. */
export function choicesOf(projects: readonly ProjectCard[]) {
  const names = (of: (project: ProjectCard) => string): string[] =>
    [...new Set(projects.map(of))].filter(Boolean).sort(new Intl.Collator('zh-CN').compare);
  return {
    units: names(({ unitName }) => unitName),
    secretaries: names(({ secretary }) => secretary),
    years: [...new Set(projects.map(({ year }) => year))].sort((one, other) => other - one),
  };
}
