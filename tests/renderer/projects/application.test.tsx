import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '@shared/model/project.ts';
import type { ProjectAction, ProjectEvent } from '@shared/model/project-event.ts';
import { readProjectState, takeStep } from '../../../renderer/data/projects/events.ts';
import { readProject } from '../../../renderer/data/projects/projects.ts';
import { commit } from '../../../renderer/data/work.ts';
import Projects from '../../../renderer/projects/index.tsx';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { node, project } from './nodes.ts';

let bridge: MemoryBridge;
let own: Project;
let tests = 0;

beforeEach(async () => {
  bridge = await memoryBridge();
  const id = `application-${(tests += 1)}`; // text that is not saved outlives its screen
  own = {
    ...project,
    id,
    startDate: '2026-03-01',
    endDate: '2026-11-30',
    background: '雷雨季跳闸多',
    measures: '分段改造',
    effect: '故障减半',
  };
  await commit('test', [
    { table: 'projects', put: own },
    { table: 'planNodes', put: node(1, { projectId: id }) },
    { table: 'planNodes', put: node(2, { id: 'node-b', projectId: id }) },
  ]);
});

const clerk = { personId: 'person-1', name: '韦敏', position: '党建专责' };

async function take(action: ProjectAction, side: ProjectEvent['side'] = 'branch'): Promise<void> {
  const taken = await takeStep(action, { id: crypto.randomUUID(), at: 1, by: clerk, side, projectId: own.id });
  if (!taken.ok) throw new Error(JSON.stringify(taken));
}

const handIn = (revision: number) => take({ kind: 'submitted', submission: { revision, project: own, nodes: [] } });

const review = (fields: Partial<Extract<ProjectAction, { kind: 'reviewed' }>['review']>) =>
  take({
    kind: 'reviewed',
    review: {
      stage: 'departmentReview',
      outcome: 'pass',
      opinion: '同意',
      conditions: '',
      scores: null,
      signer: '覃处长',
      meeting: '',
      date: '2026-03-05',
      ...fields,
    },
  });

const stateOf = async () => (await readProjectState(own.id)).stage;
const open = () => renderScreen(Projects, [own.id, 'application']);
const click = async (user: ReturnType<typeof userEvent.setup>, name: string) => user.click(await screen.findByRole('button', { name }));

describe('the application', () => {
  it('is saved as one types, and when the screen is left at once', async () => {
    const user = userEvent.setup();
    const { unmount } = open();
    await user.type(await screen.findByLabelText('预期成效'), '，停电少');
    await waitFor(async () => expect((await readProject(own.id))?.effect).toBe('故障减半，停电少'));
    expect(await screen.findByText('✓ 已保存')).toBeTruthy();
    await user.type(screen.getByLabelText('专业'), '配电');
    unmount();
    await waitFor(async () => expect((await readProject(own.id))?.specialty).toBe('配电'));
  });

  it('keeps what could not be saved through other screens, and saves it on a second try', async () => {
    const user = userEvent.setup();
    const { unmount } = open();
    const field = await screen.findByLabelText('专业');
    bridge.refuse('disk-full');
    await user.type(field, '配电');
    expect(await screen.findByText('⚠ 未保存', {}, { timeout: 3_000 })).toBeTruthy();
    unmount();
    open();
    expect((await screen.findByLabelText<HTMLInputElement>('专业')).value).toBe('配电');
    bridge.refuse(null);
    await click(user, '再试一次');
    await waitFor(async () => expect((await readProject(own.id))?.specialty).toBe('配电'));
  });

  it('takes no empty title and no half year', async () => {
    const user = userEvent.setup();
    open();
    await user.clear(await screen.findByLabelText(/^项目名称/));
    expect(screen.getByText(/项目名称不能空着/)).toBeTruthy();
    await user.clear(screen.getByLabelText(/^年度/));
    await user.type(screen.getByLabelText(/^年度/), '202');
    expect(screen.getByText(/年度填四位数字/)).toBeTruthy();
    await user.type(screen.getByLabelText(/^年度/), '7');
    await waitFor(async () => expect(await readProject(own.id)).toMatchObject({ title: own.title, year: 2027 }));
  });

  it('suggests a number by the rule and tells who else has one', async () => {
    await commit('test', [{ table: 'projects', put: { ...project, id: 'other', title: '另一项目', number: own.number } }]);
    const user = userEvent.setup();
    open();
    expect(await screen.findByText(/项目“另一项目”已经用了这个编号/)).toBeTruthy();
    await click(user, '采用建议');
    expect(screen.getByLabelText<HTMLInputElement>('项目编号').value).toBe('SJ2026-示例县供电局-01');
    expect(screen.queryByText(/已经用了这个编号/)).toBeNull();
  });
});

describe('送审', () => {
  it('names every gap with the way to it, and sends nothing', async () => {
    await commit('test', [{ table: 'planNodes', put: node(2, { id: 'node-b', projectId: own.id, owner: '', deliverable: '' }) }]);
    const user = userEvent.setup();
    open();
    await user.clear(await screen.findByLabelText('主要举措'));
    await click(user, '检查并送审');
    const dialog = await screen.findByRole('dialog', { name: '还不能送审：有 2 处要补' });
    expect(within(dialog).getByText(/申报内容“主要举措”没有填/)).toBeTruthy();
    const line = within(dialog).getByText(/第 2 个节点“节点2”缺：责任人、完成标准/);
    expect(within(line).getByRole('link').getAttribute('href')).toBe(`#/projects/${own.id}/plan/node-b`);
    await user.click(within(dialog).getByRole('button', { name: '去填写' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('主要举措')));
    expect(await stateOf()).toBe('draft');
  });

  it('says what will be sent, keeps it as the first revision and locks the content', async () => {
    const user = userEvent.setup();
    open();
    await user.type(await screen.findByLabelText('预期成效'), '！');
    await click(user, '检查并送审');
    const dialog = await screen.findByRole('dialog', { name: '送审第 1 稿' });
    expect(within(dialog).getByText('推进计划表：2 个节点')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '确认送审' }));
    expect(await screen.findByText(/已送审，正等待职能部门预审/)).toBeTruthy();
    expect((await readProjectState(own.id)).submission).toMatchObject({ revision: 1, project: { effect: '故障减半！' }, nodes: [{}, {}] });
    expect(screen.getByLabelText<HTMLInputElement>('预期成效').readOnly).toBe(true);
  });

  it('stays where it was when it could not be saved', async () => {
    const user = userEvent.setup();
    open();
    await click(user, '检查并送审');
    bridge.refuse('journal-failed');
    await click(user, '确认送审');
    expect(await screen.findByText(/刚才的操作没有保存/)).toBeTruthy();
    expect(await stateOf()).toBe('draft');
  });
});

describe('the reviews', () => {
  it('are entered from the paper form with their weighed score, one after another', async () => {
    await handIn(1);
    const user = userEvent.setup();
    open();
    await click(user, '登记纸质审批');
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect(screen.getByText('请填写签字人。')).toBeTruthy();
    await user.click(screen.getByLabelText('✓ 有条件同意'));
    await user.type(screen.getByLabelText('条件（必填）'), '每月报进度');
    for (const [aspect, score] of [
      ['特色化', '80'],
      ['可行性', '90'],
      ['价值度', '85'],
    ] as const)
      await user.type(screen.getByLabelText(aspect), score);
    expect(screen.getByText('加权得分 85')).toBeTruthy();
    await user.type(screen.getByLabelText('签字人（必填）'), '覃处长');
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect(await screen.findByText(/正等待分管局领导再审/)).toBeTruthy();
    const rail = screen.getByRole('list', { name: '审批进度' });
    expect(within(rail).getByText('✓ 有条件同意')).toBeTruthy();
    const [, opinions] = within(screen.getByRole('region', { name: '审批意见' })).getAllByRole('row');
    expect([...((opinions as HTMLTableRowElement).cells ?? [])].slice(0, 7).map((cell) => cell.textContent)).toEqual([
      '职能部门预审',
      '✓ 有条件同意',
      '条件：每月报进度',
      '80',
      '90',
      '85',
      '85',
    ]);
    expect(rail.querySelector('[aria-current=step]')?.textContent).toMatch(/分管局领导再审/);
  });

  it('show why the project came back, and hand it in again as the next revision', async () => {
    await handIn(1);
    await review({ outcome: 'return', opinion: '举措要具体到台区' });
    const user = userEvent.setup();
    open();
    expect((await screen.findByRole('alert')).textContent).toBe('职能部门预审 覃处长 2026-03-05举措要具体到台区');
    await click(user, '检查并送审');
    await click(user, '确认送审');
    await waitFor(async () => expect(await readProjectState(own.id)).toMatchObject({ stage: 'departmentReview', revision: 2 }));
  });

  it('keep the conditions of the approval in sight', async () => {
    await handIn(1);
    await review({});
    await review({ stage: 'leaderReview', outcome: 'conditional', conditions: '增加佐证照片' });
    await review({ stage: 'committeeReview', date: '2026-03-20' });
    open();
    expect(await screen.findByText(/已于 2026-03-20 批准立项/)).toBeTruthy();
    expect(screen.getByText('批准时提出的条件').closest('.notice')?.textContent).toMatch('增加佐证照片');
  });

  it('are refused in words where somebody else was quicker', async () => {
    await handIn(1);
    const user = userEvent.setup();
    open();
    await click(user, '登记纸质审批');
    await review({});
    await user.type(screen.getByLabelText('签字人（必填）'), '覃处长');
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect((await screen.findAllByText(/三审要按预审、再审、会审的顺序登记/)).length).toBeGreaterThan(0);
    expect(await stateOf()).toBe('leaderReview');
  });
});

describe('taking back', () => {
  it('withdraws with a reason, and undoes only the branch’s own last step', async () => {
    await handIn(1);
    const user = userEvent.setup();
    open();
    await click(user, '撤回');
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '撤回' }));
    expect(await within(dialog).findByText('请写明理由。')).toBeTruthy();
    await user.type(within(dialog).getByLabelText('撤回原因（必填）'), '补基线');
    await user.click(within(dialog).getByRole('button', { name: '撤回' }));
    expect(await screen.findByText(/这一稿已撤回/)).toBeTruthy();
    await click(user, '撤销上一步');
    expect(screen.getByText(/将撤销：撤回。/)).toBeTruthy();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤销' }));
    expect(await screen.findByText(/正等待职能部门预审/)).toBeTruthy();
    const steps = within(screen.getByRole('region', { name: '办理记录' }))
      .getAllByRole('row')
      .slice(1);
    expect(steps.map((row) => (row as HTMLTableRowElement).cells[2]?.textContent)).toEqual(['撤销上一步', '撤回（已撤销）', '第 1 稿送审']);
  });

  it('offers no undoing of what the bureau did', async () => {
    await handIn(1);
    await take({ kind: 'terminated', reason: '业务调整', date: '2026-04-01' }, 'bureau');
    open();
    expect(await screen.findByText(/项目已于 2026-04-01 终止。原因：业务调整/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤销上一步' })).toBeNull();
  });

  it('shows what did not count, and why', async () => {
    await handIn(1);
    const { head } = await readProjectState(own.id);
    const event = { projectId: own.id, after: head, at: 5, by: clerk } as const;
    await review({ signer: '纸质签字' });
    await commit('test', [
      {
        table: 'projectEvents',
        put: { ...event, id: 'late', side: 'bureau', action: { kind: 'terminated', reason: '业务调整', date: '2026-04-01' } },
      },
    ]);
    open();
    expect(await screen.findByText('没有采用的记录（1 条）')).toBeTruthy();
    expect(screen.getByText(/同一步已另有记录，以局里的或较早的为准/)).toBeTruthy();
  });
});
