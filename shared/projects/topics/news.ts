import type { StagedPackage } from '../../ipc/packages.ts';
import type { PublishedProjects } from '../../model/reviewing.ts';

/** How many things of each kind packages of projects bring, new ones and changed ones. */
export type ProjectNews = Readonly<Record<Exclude<keyof PublishedProjects, 'receiving'>, number>>;

/** What versions that wait bring; null where none is of projects. Ids of their items begin with the list that they stand in. */
export function projectNews(packages: readonly StagedPackage[]): ProjectNews | null {
  const own = packages.filter(({ manifest }) => manifest.kind === 'projects');
  if (own.length === 0) return null;
  const ids = own.flatMap(({ brings = [], touched, changed }) => [...brings, ...touched.slice(0, changed)]);
  const count = (list: keyof ProjectNews): number => ids.filter((id) => id.startsWith(`${list}:`)).length;
  return {
    offers: count('offers'),
    assignments: count('assignments'),
    decisions: count('decisions'),
    events: count('events'),
    benchmarks: count('benchmarks'),
  };
}
