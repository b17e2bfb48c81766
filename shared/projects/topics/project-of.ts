import type { Project, TopicSource } from '../../model/project.ts';
import type { Assignment, Offer } from '../../model/topic.ts';
import type { OwnUnit } from './standing.ts';

export interface NewProject {
  readonly id: string;
  readonly number: string;
  readonly unit: OwnUnit;
  readonly branch: string;
  readonly secretary: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** The project that takes up a topic of the bureau: what the topic says stands in it already. */
export const projectOf = (
  source: Exclude<TopicSource, 'self'>,
  topic: Assignment | Offer,
  { id, number, unit, branch, secretary, createdAt }: NewProject,
): Project => ({
  id,
  number,
  title: topic.title,
  unitId: unit.unitId,
  unitName: unit.unitName,
  branch,
  secretary,
  topicSource: source,
  topicId: topic.id,
  year: topic.year,
  contact: '',
  specialty: topic.specialty,
  startDate: '',
  endDate: '',
  background: '',
  problem: topic.problem,
  measures: '',
  effect: topic.expected,
  outcome: '',
  indicators: [],
  createdAt,
  archived: false,
});
