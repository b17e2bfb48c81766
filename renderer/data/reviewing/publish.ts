import type { Result } from '@shared/model/failure.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { ProjectsPublication } from '@shared/model/reviewing.ts';
import {
  contentsToPublish,
  marksOf,
  marksOfAll,
  newsOf,
  type Marks,
  type ProjectsContents,
} from '@shared/projects/reviewing/publication.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** Every version that went out, the newest first. */
export async function readPublications(): Promise<ProjectsPublication[]> {
  return (await database.projectsPublications.toArray()).toSorted((one, other) => other.version - one.version);
}

/** What branches have or can get by now. */
export const readPublishedMarks = async (): Promise<Marks> => marksOfAll(await database.projectsPublications.toArray());

export interface NextVersion {
  readonly contents: ProjectsContents;
  /** What of it no version has carried, or not as it is now. */
  readonly news: ProjectsContents;
}

/** So many steps are read at once: a task of a few milliseconds. */
const stepsAtOnce = 500;

/** Every step that the bureau itself has taken. */
export async function readBureauSteps(): Promise<readonly ProjectEvent[]> {
  const steps: ProjectEvent[] = [];
  for (let last = ''; ;) {
    const some = await database.projectEvents.where('id').above(last).limit(stepsAtOnce).toArray();
    steps.push(...some.filter(({ side }) => side === 'bureau'));
    last = some.at(-1)?.id ?? '';
    if (some.length < stepsAtOnce) return steps;
  }
}

/** What the next version would carry. */
export async function readNextVersion(): Promise<NextVersion> {
  const [published, offers, assignments, decisions, events, benchmarks] = await Promise.all([
    readPublishedMarks(),
    database.offers.toArray(),
    database.assignments.toArray(),
    database.claimDecisions.toArray(),
    readBureauSteps(),
    database.benchmarks.toArray(),
  ]);
  const contents = contentsToPublish({ offers, assignments, decisions, events, benchmarks }, published);
  return { contents, news: newsOf(contents, published) };
}

/** Remembers a version and what it brought. The same version again, signed anew, is not a second one. */
export async function savePublication(
  { version, ...publication }: Pick<ProjectsPublication, 'package' | 'version' | 'at'>,
  news: ProjectsContents,
): Promise<Result<null>> {
  const id = `${publication.package}@${version}`;
  const before = await database.projectsPublications.get(id);
  const brought = { ...before?.brought, ...marksOf(news) };
  return commit('projects.publish', [{ table: 'projectsPublications', put: { ...publication, id, version, brought } }]);
}

/** Titles of the projects that came in, by their ids. */
export const readProjectTitles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await database.projectReturns.toArray()).map(({ projectId, facts }) => [projectId, facts.title]));
