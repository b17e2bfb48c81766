import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBeforeSubmit } from '@shared/projects/lifecycle/gaps.ts';
import { topicScore } from '@shared/projects/lifecycle/scores.ts';
import { usualProjectRules } from '@shared/projects/rules.ts';
import { planNode, project } from '../fixture.ts';

const whole = {
  ...project,
  startDate: '2026-03-01',
  endDate: '2026-11-30',
  background: '雷雨季跳闸多',
  problem: '绝缘化率低',
  measures: '分段改造',
  effect: '故障减半',
};

describe('the check before 送审', () => {
  it('finds nothing where every fact is there and every node has an owner, duties and 完成标准', () => {
    expect(checkBeforeSubmit(whole, [planNode()])).toEqual([]);
  });

  it('names every empty fact, and every node with what it lacks', () => {
    const nodes = [planNode(), planNode({ id: 'n2', title: '施工', owner: ' ', duty: '', deliverable: '' })];
    expect(checkBeforeSubmit({ ...whole, background: ' ', secretary: '' }, nodes)).toEqual([
      { kind: 'field', field: 'secretary' },
      { kind: 'field', field: 'background' },
      { kind: 'node', nodeId: 'n2', row: 2, title: '施工', gaps: ['owner', 'duty', 'deliverable'] },
    ]);
  });

  it('asks for a plan, and for an end that is not before the beginning', () => {
    const nameless = { id: 'i1', name: ' ', unit: '次', better: 'lower', baseline: 1, target: 0, actual: null, lastYear: null } as const;
    expect(checkBeforeSubmit({ ...whole, indicators: [nameless] }, [planNode()])).toEqual([{ kind: 'indicator', row: 1 }]);
    expect(checkBeforeSubmit({ ...whole, endDate: '2026-02-01' }, [])).toEqual([{ kind: 'endBeforeStart' }, { kind: 'noNodes' }]);
  });
});

describe('the score of a topic', () => {
  it('weighs the three aspects by the policy', () => {
    expect(topicScore({ distinctiveness: 80, feasibility: 90, value: 85 }, usualProjectRules.weights)).toBe(85);
    expect(topicScore({ distinctiveness: 80, feasibility: 90, value: 85 }, { distinctiveness: 3, feasibility: 0, value: 1 })).toBe(81.3);
    expect(topicScore({ distinctiveness: 80, feasibility: 90, value: 85 }, { distinctiveness: 0, feasibility: 0, value: 0 })).toBe(0);
  });

  it('lies between the lowest and the highest aspect', () => {
    const marks = fc.integer({ min: 0, max: 100 });
    const scores = fc.record({ distinctiveness: marks, feasibility: marks, value: marks });
    const weights = fc.record({
      distinctiveness: fc.double({ min: 0.1, max: 5, noNaN: true }),
      feasibility: fc.double({ min: 0, max: 5, noNaN: true }),
      value: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(scores, weights, (given, weighed) => {
        const score = topicScore(given, weighed);
        expect(score).toBeGreaterThanOrEqual(Math.min(...Object.values(given)));
        expect(score).toBeLessThanOrEqual(Math.max(...Object.values(given)));
      }),
    );
  });
});
