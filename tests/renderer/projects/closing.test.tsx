import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Indicator, Project } from '@shared/model/project.ts';
import type { ProjectAction } from '@shared/model/project-event.ts';
import { readProjectState, takeStep } from '../../../renderer/data/projects/events.ts';
import { commit } from '../../../renderer/data/work.ts';
import Projects from '../../../renderer/projects/index.tsx';
import { buildSmall, install } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { approvalOps, clerk } from './changes/approved.ts';
import { node, project } from './nodes.ts';

const indicator: Indicator = {
  id: 'i1',
  name: '中压故障',
  unit: '次',
  better: 'lower',
  baseline: 60,
  target: 40,
  actual: null,
  lastYear: 58,
};
const own: Project = { ...project, indicators: [indicator] };
const nodes = [node(1, { progress: 100 }), node(2, { title: '形成报告', owner: '李四' })];
const evidence = { id: 'f1', name: '验收单.pdf', bytes: 2_048, sha256: 'a'.repeat(64) };

beforeEach(async () => {
  await memoryBridge({ 'evidence:present': (files) => files.map(() => true) });
  await commit('test', [
    { table: 'projects', put: own },
    ...nodes.map((put) => ({ table: 'planNodes' as const, put })),
    ...approvalOps(own, nodes, '2026-03-05'),
    { table: 'evidence', put: { ...evidence, projectId: own.id, nodeId: '', by: clerk, at: 1 } },
  ]);
});

async function take(action: ProjectAction): Promise<void> {
  const taken = await takeStep(action, { id: crypto.randomUUID(), at: 9, by: clerk, side: 'branch', projectId: own.id });
  if (!taken.ok) throw new Error(JSON.stringify(taken));
}

const request = (): Promise<void> =>
  take({
    kind: 'closingRequested',
    summary: '故障减少',
    indicators: [{ ...indicator, actual: 31 }],
    evidence: [evidence],
    date: '2026-11-30',
  });
const open = () => renderScreen(Projects, [own.id, 'closing']);
const stateOf = () => readProjectState(own.id);

describe('销号', () => {
  it('begins with the approval', async () => {
    await commit('test', [{ table: 'projects', put: { ...own, id: 'draft' } }]);
    renderScreen(Projects, ['draft', 'closing']);
    expect(await screen.findByText(/项目批准立项以后/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '去申报与审批' }).getAttribute('href')).toBe('#/projects/draft/application');
  });

  it('names what is not done, and is requested with summary, figures and proof', async () => {
    const user = userEvent.setup();
    open();
    expect((await screen.findByRole('link', { name: '形成报告，李四，计划 2026-12-31 完成' })).getAttribute('href')).toBe(
      `#/projects/${own.id}/plan/node-2`,
    );
    await user.click(await screen.findByRole('button', { name: '申请销号' }));
    expect(screen.getByText('请写完成情况总结。')).toBeTruthy();
    await user.type(screen.getByLabelText('完成情况总结（必填）'), '故障减半');
    await user.type(screen.getByLabelText('第 1 项指标的实际'), '31');
    await user.click(screen.getByRole('button', { name: '申请销号' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('业务指标：1 项，已填实际值 1 项')).toBeTruthy();
    expect(within(dialog).getByText('佐证材料：1 件')).toBeTruthy();
    expect(within(dialog).getByText(/还有 1 个节点没有完成/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '确认申请' }));
    expect(await screen.findByText(/等待局里的决定/)).toBeTruthy();
    expect((await stateOf()).closing?.request).toMatchObject({ summary: '故障减半', indicators: [{ actual: 31 }], evidence: [evidence] });
  });

  it('is not left with an unsent summary without a word', async () => {
    const user = userEvent.setup();
    window.location.hash = `#/projects/${own.id}/closing`;
    open();
    await user.type(await screen.findByLabelText('完成情况总结（必填）'), '故障减半');
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
    expect(await screen.findByText(/总结还没有提交/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '留在这里' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('完成情况总结（必填）').value).toBe('故障减半');
  });

  it('is decided from paper: returned with what is missing, then closed', async () => {
    await request();
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: '登记纸质决定' }));
    await user.click(screen.getByLabelText('✗ 退回补充'));
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect(screen.getByText('退回的，请写明意见。')).toBeTruthy();
    await user.type(screen.getByLabelText('意见'), '补验收单');
    await user.type(screen.getByLabelText('签字人（必填）'), '覃处长');
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect(await screen.findByText(/补验收单 覃处长/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('完成情况总结（必填）').value).toBe('故障减少');
    await request();
    await user.click(await screen.findByRole('button', { name: '登记纸质决定' }));
    await user.type(screen.getByLabelText('签字人（必填）'), '覃处长');
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect(await screen.findByText(/已于 .* 同意销号（覃处长）/)).toBeTruthy();
    expect((await stateOf()).stage).toBe('closed');
  });

  it('shows result and benchmark of the yearly review once they have come down', async () => {
    await request();
    await take({ kind: 'closed', outcome: 'closed', opinion: '', signer: '覃处长', date: '2026-12-05' });
    const { head } = await stateOf();
    open();
    expect(await screen.findByText('年度成果评审结果还没有下来。')).toBeTruthy();
    const assessed: ProjectAction = { kind: 'assessed', year: 2026, score: 92.5, rank: 3, grade: '优秀', date: '2027-01-10' };
    const benchmark = { id: 'b1', kind: 'specialty', subject: '配电运检', projectId: own.id, projectTitle: own.title } as const;
    await install(
      buildSmall('projects', {
        offers: [],
        assignments: [],
        decisions: [],
        events: [{ id: 'a1', projectId: own.id, after: head, at: 20, by: clerk, side: 'bureau', action: assessed }],
        benchmarks: [{ ...benchmark, unitName: own.unitName, year: 2026, reason: '', archived: false }],
        receiving: [],
      }),
    );
    const facts = await screen.findByLabelText('2026年度成果评审');
    await waitFor(() => expect(facts.textContent).toMatch(/得分92\.5名次第 3 名等次优秀/));
    expect(screen.getByText(/一专业一标杆：配电运检（2026年）/)).toBeTruthy();
    expect(await stateOf()).toMatchObject({ stage: 'assessed', assessment: { grade: '优秀' } });
  });
});
