import { compare } from '../compare.ts';
import type { Project, TopicSource } from '../model/project.ts';
import { topicSources } from '../model/project.ts';
import { projectStages, type ProjectStage } from '../model/project-event.ts';
import type { Light } from './schedule/light.ts';
import type { OpenNode } from './summary.ts';

/** A project without its long texts: what lists show of it, thousands of which can be kept in memory. */
export type ProjectCard = Omit<Project, 'background' | 'problem' | 'measures' | 'effect' | 'outcome' | 'indicators'>;

export function projectCard(project: Project): ProjectCard {
  const { background: _background, problem: _problem, measures: _measures, effect: _effect, outcome: _outcome, ...rest } = project;
  const { indicators: _indicators, ...card } = rest;
  return card;
}

/** What the register (台账) shows of a project besides its own row. */
export interface RegisterFacts {
  readonly stage: ProjectStage;
  readonly total: number;
  /** 0 to 100 by weight. */
  readonly percent: number;
  /** How many nodes are overdue; none where the project is over. */
  readonly overdue: number;
  /** Workdays by which the most overdue one is late; 0 for none. */
  readonly delay: number;
  /** Null where the project is over: nothing is late any more. */
  readonly light: Light | null;
  readonly next: OpenNode | null;
}

export const registerColumns = ['title', 'number', 'unit', 'secretary', 'year', 'source', 'stage', 'light', 'percent', 'next'] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** Which projects, and in what order. '' and null ask for any; without an order the newest come first. */
export interface RegisterQuery {
  readonly text: string;
  readonly unit: string;
  readonly year: number | null;
  readonly stage: ProjectStage | null;
  readonly secretary: string;
  readonly source: TopicSource | null;
  readonly withArchived: boolean;
  readonly sort: { readonly column: RegisterColumn; readonly descending: boolean } | null;
}

export const everyProject: RegisterQuery = {
  text: '',
  unit: '',
  year: null,
  stage: null,
  secretary: '',
  source: null,
  withArchived: false,
  sort: null,
};

type Facts = ReadonlyMap<string, RegisterFacts>;

/** The projects asked for, in their order. Facts that have not been read yet match no state and come last in an order by them. */
export function registerRows(projects: readonly ProjectCard[], facts: Facts, query: RegisterQuery): readonly ProjectCard[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = projects.filter((project) => isAsked(project, query) && isStage(facts, project, query.stage) && hasWords(project, words));
  return found.sort(orderOf(facts, query.sort));
}

/** Whether rows or their order depend on facts, so that all of them have to be read. */
export const needsFacts = ({ stage, sort }: RegisterQuery): boolean =>
  stage !== null || (sort !== null && ['stage', 'light', 'percent', 'next'].includes(sort.column));

function isAsked(project: ProjectCard, { unit, year, secretary, source, withArchived }: RegisterQuery): boolean {
  if (project.archived && !withArchived) return false;
  if (unit !== '' && project.unitName !== unit) return false;
  if (secretary !== '' && project.secretary !== secretary) return false;
  return (year === null || project.year === year) && (source === null || project.topicSource === source);
}

const isStage = (facts: Facts, { id }: ProjectCard, stage: ProjectStage | null): boolean =>
  stage === null || facts.get(id)?.stage === stage;

function hasWords({ title, number, unitName, branch, secretary, contact, specialty }: ProjectCard, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [title, number, unitName, branch, secretary, contact ?? '', specialty ?? ''].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

type Order = (one: ProjectCard, other: ProjectCard) => number;

const newestFirst: Order = (one, other) => other.createdAt - one.createdAt || compare(one.id, other.id);

/** By pronunciation, and numbers within texts by their value. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

function orderOf(facts: Facts, sort: RegisterQuery['sort']): Order {
  if (!sort) return newestFirst;
  const key = keyOf(sort.column, facts);
  const sign = sort.descending ? -1 : 1;
  return (one, other) => inOrder(key(one), key(other), sign) || newestFirst(one, other);
}

type Key = string | number | null;

/** What has no value comes last in both directions. */
function inOrder(one: Key, other: Key, sign: number): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * collator.compare(String(one), String(other));
}

function keyOf(column: RegisterColumn, facts: Facts): (project: ProjectCard) => Key {
  switch (column) {
    case 'title':
    case 'number':
    case 'secretary':
      return (project) => project[column] || null;
    case 'unit':
      return ({ unitName, branch }) => unitName + branch || null;
    case 'year':
      return ({ year }) => year;
    case 'source':
      return ({ topicSource }) => topicSources.indexOf(topicSource);
    default:
      return ({ id }) => factKey(column, facts.get(id));
  }
}

function factKey(column: 'stage' | 'light' | 'percent' | 'next', facts: RegisterFacts | undefined): Key {
  if (!facts) return null;
  if (column === 'stage') return projectStages.indexOf(facts.stage);
  if (column === 'next') return facts.next?.finish || null;
  if (column === 'percent') return facts.percent;
  return facts.total === 0 || facts.light === null ? null : facts.delay;
}
