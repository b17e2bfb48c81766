import type { Result } from '@shared/model/failure.ts';
import type { Project, TopicSource } from '@shared/model/project.ts';
import type { PublishedProjects } from '@shared/model/reviewing.ts';
import type { Assignment, Claim, Offer } from '@shared/model/topic.ts';
import { nextNumber } from '@shared/projects/numbering.ts';
import { projectOf, type NewProject } from '@shared/projects/topics/project-of.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { readPublishedProjects } from './published.ts';
import { readProjectRules } from './rules.ts';

export interface Topics {
  /** Null where no package of kind `projects` is installed. */
  readonly published: PublishedProjects | null;
  /** Every claim that was made on this computer. */
  readonly claims: readonly Claim[];
  /** Which project took up which topic: ids of projects by those of topics. */
  readonly projects: ReadonlyMap<string, string>;
}

export async function readTopics(): Promise<Topics> {
  const [published, claims, projects] = await Promise.all([
    readPublishedProjects(),
    database.claims.toArray(),
    database.projects.filter(({ topicId }) => Boolean(topicId)).toArray(),
  ]);
  return { published, claims, projects: new Map(projects.map(({ id, topicId }) => [topicId, id])) };
}

export const saveClaim = (claim: Claim): Promise<Result<null>> => commit('claim.make', [{ table: 'claims', put: claim }]);

/** The claim stays, so that it goes up as withdrawn: the bureau may have it already. */
export const withdrawClaim = (claim: Claim): Promise<Result<null>> =>
  commit('claim.withdraw', [{ table: 'claims', put: { ...claim, withdrawn: true } }]);

/** Takes a topic up: makes its project with the next free number, and gives it. */
export async function createProjectOf(
  source: Exclude<TopicSource, 'self'>,
  topic: Assignment | Offer,
  facts: Omit<NewProject, 'number'>,
): Promise<{ readonly project: Project; readonly saved: Result<null> }> {
  const [{ numberPattern }, taken] = await Promise.all([readProjectRules(), database.projects.toArray()]);
  const numbers = taken.map(({ number }) => number);
  const number = nextNumber(numberPattern, { year: topic.year, unit: facts.unit.unitName }, numbers);
  const project = projectOf(source, topic, { ...facts, number });
  return { project, saved: await commit('project.create', [{ table: 'projects', put: project }]) };
}
