import { expect, it } from 'vitest';
import type { ReturnFacts } from '@shared/model/reviewing.ts';
import { projectsByUnit } from '@shared/projects/reviewing/year-load.ts';

const returned = (
  projectId: string,
  unitId: string,
  topicSource: ReturnFacts['topicSource'],
  state: 'current' | 'setAside' = 'current',
) => ({
  projectId,
  state,
  facts: { unitId, topicSource },
});

it('counts a topic that was given once, whether its project has come in or not', () => {
  const returns = [returned('p1', 'a', 'self'), returned('p2', 'a', 'claimed'), returned('p3', 'b', 'assigned')];
  const won = [{ unitId: 'a' }, { unitId: 'c' }];
  const assigned = [{ unitId: 'b' }, { unitId: 'b' }];
  expect(projectsByUnit({ returns, assigned, won })).toEqual(
    new Map([
      ['a', 2],
      ['b', 2],
      ['c', 1],
    ]),
  );
});

it('counts a project once that two installations sent, and none that was set aside', () => {
  const returns = [returned('p1', 'a', 'self'), returned('p1', 'a', 'self'), returned('p2', 'a', 'self', 'setAside')];
  expect(projectsByUnit({ returns, assigned: [], won: [] })).toEqual(new Map([['a', 1]]));
});
