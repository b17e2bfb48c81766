import type { ProjectReturn, ReturnFacts } from '../../model/reviewing.ts';

interface OfUnit {
  readonly unitId: string;
}

export interface KnownTopics {
  /** What came in of that year. */
  readonly returns: readonly (Pick<ProjectReturn, 'projectId' | 'state'> & {
    readonly facts: Pick<ReturnFacts, 'unitId' | 'topicSource'>;
  })[];
  /** Topics of that year that were assigned, and those that were won. */
  readonly assigned: readonly OfUnit[];
  readonly won: readonly OfUnit[];
}

/**
 * How many projects each unit has this year, by what the bureau knows: those that were reported, and topics that were given
 * to it of which no project has come in yet. It decides between claims of the same minute.
 */
export function projectsByUnit({ returns, assigned, won }: KnownTopics): ReadonlyMap<string, number> {
  const projects = new Map(returns.filter(({ state }) => state !== 'setAside').map(({ projectId, facts }) => [projectId, facts]));
  const reported = Map.groupBy(projects.values(), ({ unitId }) => unitId);
  const units = new Set([...reported.keys(), ...assigned.map(({ unitId }) => unitId), ...won.map(({ unitId }) => unitId)]);
  const countOf = (unitId: string): number => {
    const own = reported.get(unitId) ?? [];
    const reportedAs = (source: string): number => own.filter(({ topicSource }) => topicSource === source).length;
    const given = (topics: readonly OfUnit[]): number => topics.filter((topic) => topic.unitId === unitId).length;
    return reportedAs('self') + Math.max(reportedAs('assigned'), given(assigned)) + Math.max(reportedAs('claimed'), given(won));
  };
  return new Map([...units].map((unitId) => [unitId, countOf(unitId)]));
}
