import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanNode, Project } from '@shared/model/project.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { readDueProjects } from '../../../renderer/data/projects/due.ts';
import { commit } from '../../../renderer/data/work.ts';
import { DueProjectsLines } from '../../../renderer/home/due-projects/due-projects.tsx';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { approvalOps, clerk } from '../projects/changes/approved.ts';
import { node, project } from '../projects/nodes.ts';

const basis = { dueSoonDays: 7, reportDay: 25, published: new Map() };
const other: Project = { ...project, id: 'project-2', title: '提升供电可靠性' };

beforeEach(() => memoryBridge());

const putPlan = (of: Project, nodes: readonly PlanNode[]): Promise<unknown> =>
  commit('test', [
    { table: 'projects', put: of },
    ...nodes.map((put): WorkOp => ({ table: 'planNodes', put: { ...put, projectId: of.id } })),
    { table: 'planSummaries', put: summaryRow(of.id, nodes) },
  ]);

async function lines(today: string): Promise<string[]> {
  const due = await readDueProjects(basis, today);
  const { container } = render(<DueProjectsLines due={due} today={today} />);
  return [...container.querySelectorAll('span:not(.tag), li')].map(({ textContent }) => textContent?.trim() ?? '');
}

describe('projects on the first page', () => {
  it('names what is late and due soon of all projects, whose it is, and what the next node waits for', async () => {
    await putPlan(project, [
      node(1, { title: '勘查', plannedFinish: '2026-03-10', owner: '王芳' }),
      node(2, {
        title: '改造',
        plannedFinish: '2026-03-27',
        dependencies: [{ nodeId: 'node-1', type: 'FS', lag: 0, elapsed: false }],
      }),
    ]);
    await putPlan(other, [
      node(3, { title: '培训', plannedFinish: '2026-03-20', owner: '' }),
      node(4, { plannedFinish: '2026-03-19', progress: 100 }),
    ]);
    expect(await lines('2026-03-21')).toEqual([
      '! 书记项目有 2 个节点逾期',
      '勘查（王芳）——《降低中压线路故障率》，应于2026年3月10日完成，已逾期 11 天',
      '培训（未定责任人）——《提升供电可靠性》，应于2026年3月20日完成，已逾期 1 天',
      '书记项目有 1 个节点近期到期',
      '改造（张三）——《降低中压线路故障率》，2026年3月27日到期，还有 6 天；要先等“勘查”（王芳）',
    ]);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#/projects', '#/projects/project-1']);
  });

  it('shows the next node where nothing is due soon, and at most three of a kind', async () => {
    await putPlan(
      project,
      [1, 2, 3, 4, 5].map((order) => node(order, { plannedFinish: order === 5 ? '2026-12-31' : `2026-03-0${order}` })),
    );
    const shown = await lines('2026-03-21');
    expect(shown.slice(-3)).toEqual([
      '另有 1 个',
      '书记项目下一个节点',
      '节点5（张三）——《降低中压线路故障率》，2026年12月31日到期，还有 285 天',
    ]);
    expect(shown).toHaveLength(7);
  });

  it('reckons plans that have no summary yet from their nodes', async () => {
    await commit('test', [
      { table: 'projects', put: project },
      { table: 'planNodes', put: node(1, { plannedFinish: '2026-03-10' }) },
    ]);
    expect((await lines('2026-03-21'))[0]).toBe('! 书记项目有 1 个节点逾期');
  });

  it('leaves out what is archived or at its end', async () => {
    const late = [node(1, { plannedFinish: '2026-03-10' })];
    await putPlan({ ...project, archived: true }, late);
    await putPlan(other, late);
    const stop = { kind: 'terminated', reason: '业务调整', date: '2026-03-11' } as const;
    await commit('test', [
      ...approvalOps(other, late, '2026-02-27'),
      {
        table: 'projectEvents',
        put: { id: 'stop', projectId: other.id, after: 'project-2-step-3', at: 9, by: clerk, side: 'branch', action: stop },
      },
    ]);
    expect(await lines('2026-03-21')).toEqual([]);
  });

  it('asks for monthly reports of approved projects: those that are missing, and this month’s in time', async () => {
    const plan = [node(1, { plannedFinish: '2026-12-31' })];
    await putPlan(project, plan);
    await putPlan(other, plan);
    await commit('test', approvalOps(project, plan, '2026-01-20'));
    const report = { projectId: project.id, reporter: '', position: '', progress: '', problem: '', coordination: '', next: '' };
    await commit('test', [
      { table: 'monthlyReports', put: { ...report, id: 'project-1:2026-01', month: '2026-01', nodes: [], indicators: [], at: 1 } },
    ]);
    const reports = async (today: string) => (await lines(today)).filter((line) => line.includes('月度进展'));
    expect(await reports('2026-03-10')).toEqual(['! 《降低中压线路故障率》缺 1 个月的月度进展']);
    expect(await reports('2026-03-18')).toEqual([
      '! 《降低中压线路故障率》缺 1 个月的月度进展',
      '《降低中压线路故障率》3月的月度进展，请在2026年3月25日前填报',
    ]);
    expect(await reports('2026-03-26')).toEqual(['! 《降低中压线路故障率》缺 2 个月的月度进展']);
    expect(await reports('2026-01-25')).toEqual([]);
  });
});
