import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { succeed } from '@shared/model/failure.ts';
import type { ProjectEvent, ReviewStage } from '@shared/model/project-event.ts';
import { database } from '../../../../renderer/data/database.ts';
import { readEvidence } from '../../../../renderer/data/projects/evidence.ts';
import { readEntries, readMonths } from '../../../../renderer/data/projects/progress.ts';
import { readPlan, readProject } from '../../../../renderer/data/projects/projects.ts';
import { commit } from '../../../../renderer/data/work.ts';
import Projects from '../../../../renderer/projects/index.tsx';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { renderScreen } from '../../../support/screen.tsx';
import { node, project } from '../nodes.ts';

let bridge: MemoryBridge;
const asked: unknown[][] = [];
const pdf = { name: '报告.pdf', bytes: 2_048, sha256: 'ab'.repeat(32) };

const indicator = {
  id: 'i-1',
  name: '中压故障',
  unit: '次',
  better: 'lower',
  baseline: 30,
  target: 20,
  actual: null,
  lastYear: null,
} as const;

beforeEach(async () => {
  asked.length = 0;
  const note = (channel: string, ...args: readonly unknown[]): void => void asked.push([channel, ...args]);
  bridge = await memoryBridge({
    'evidence:choose': (megabytes) => {
      note('choose', megabytes);
      return succeed([pdf]);
    },
    'evidence:present': (hashes) => hashes.map((hash) => hash === pdf.sha256),
    'evidence:open': (sha256, name) => {
      note('open', sha256, name);
      return name.endsWith('.pdf') ? succeed(null) : { ok: false, failure: { kind: 'unsafe-file', subject: name } };
    },
    'evidence:save': (sha256, name, place) => {
      note('save', sha256, name, place);
      return succeed({ folderLabel: 'U盘/佐证材料', files: [], removable: true });
    },
    'exports:choose-place': () => ({ place: 'stick', label: 'U盘' }),
  });
  await commit('test', [
    { table: 'projects', put: { ...project, indicators: [indicator] } },
    { table: 'planNodes', put: node(1, { plannedStart: '2026-01-01' }) },
    { table: 'planNodes', put: node(2, { plannedStart: '2999-01-01' }) },
  ]);
});

const show = () => renderScreen(Projects, [project.id, 'progress']);
const thisMonth = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
};
const monthName = `${new Date().getFullYear()}年${new Date().getMonth() + 1}月`;

describe('the monthly form', () => {
  it('feeds the plan, the indicators and the report in one commit', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole('button', { name: `填写${monthName}进展` }));
    expect(screen.getByLabelText<HTMLInputElement>('汇报人').value).toBe('韦敏');
    await user.click(screen.getByRole('button', { name: '保存本月进展' }));
    expect(screen.getByRole('alert').textContent).toBe('请填写“实施进展情况”。');
    await user.type(screen.getByLabelText('实施进展情况（必填）'), '完成示例巡视');
    const percent = screen.getByRole('spinbutton', { name: '节点1：进度%' });
    await user.clear(percent);
    await user.type(percent, '60');
    await user.type(screen.getByLabelText('中压故障（次）'), '18');
    const before = bridge.commits.length;
    await user.click(screen.getByRole('button', { name: '保存本月进展' }));
    expect(await screen.findByRole('cell', { name: '完成示例巡视' })).toBeTruthy();
    expect(bridge.commits).toHaveLength(before + 1);
    expect(await readMonths(project.id)).toMatchObject([
      { id: `${project.id}:${thisMonth()}`, progress: '完成示例巡视', indicators: [{ id: 'i-1', value: 18 }] },
    ]);
    expect((await readPlan(project.id)).map(({ progress }) => progress)).toEqual([60, 0]);
    expect((await readProject(project.id))?.indicators).toMatchObject([{ actual: 18 }]);
    expect(await database.planSummaries.get(project.id)).toMatchObject({ total: 2, done: 0, percent: 30 });
  });

  it('shows nodes that begin later only when asked, and finishes one by its date', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole('button', { name: `填写${monthName}进展` }));
    expect(screen.queryByRole('spinbutton', { name: '节点2：进度%' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /显示全部节点/ }));
    expect(screen.getByRole('spinbutton', { name: '节点2：进度%' })).toBeTruthy();
    const finished = screen.getByLabelText('节点1：实际完成');
    await user.type(finished, '2026-02-03');
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: '节点1：进度%' }).value).toBe('100');
  });

  it('keeps what was typed when it could not be saved, and asks before it is given up', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole('button', { name: `填写${monthName}进展` }));
    await user.type(screen.getByLabelText('实施进展情况（必填）'), '完成示例巡视');
    bridge.refuse('disk-full');
    await user.click(screen.getByRole('button', { name: '保存本月进展' }));
    expect(await screen.findByText(/磁盘空间不足/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '取消' }));
    await user.click(screen.getByRole('button', { name: '留下继续填写' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('实施进展情况（必填）').value).toBe('完成示例巡视');
    await user.click(screen.getByRole('button', { name: '取消' }));
    await user.click(screen.getByRole('button', { name: '不保存，离开' }));
    expect(await screen.findByText(/还没有月度进展/)).toBeTruthy();
    expect(await readMonths(project.id)).toEqual([]);
  });

  it('says which months are missing, and one filled in late changes no node', async () => {
    const user = userEvent.setup();
    await commit('test', [...approval(), ...monthOps(thisMonth())]);
    show();
    const notice = await screen.findByText(/还没有填写：.*可以补填/);
    const first = within(notice.closest('.notice') as HTMLElement).getByRole('button', { name: /^补填/ });
    await user.click(first);
    expect(screen.getByText(/这不是最近的月份/)).toBeTruthy();
    await user.type(screen.getByLabelText('实施进展情况（必填）'), '补记');
    const percent = screen.getByRole('spinbutton', { name: '节点1：进度%' });
    await user.clear(percent);
    await user.type(percent, '90');
    await user.click(screen.getByRole('button', { name: '保存本月进展' }));
    expect(await screen.findByRole('cell', { name: '补记' })).toBeTruthy();
    expect((await readPlan(project.id)).map(({ progress }) => progress)).toEqual([0, 0]);
  });
});

describe('notes along the way', () => {
  it('are dated, belong to a node, and come back after they were deleted', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole('button', { name: '记一条进展' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('请写明做了什么。');
    await user.type(within(dialog).getByLabelText('做了什么（必填）'), '现场勘查');
    await user.selectOptions(within(dialog).getByLabelText('哪个节点'), '节点1');
    await user.type(within(dialog).getByLabelText('节点进度%（可不填）'), '35');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    const remove = await screen.findByRole('button', { name: /^删除 .* 的进展记录/ });
    expect(await readEntries(project.id)).toMatchObject([{ nodeId: 'node-1', percent: 35, what: '现场勘查', by: { name: '韦敏' } }]);
    expect((await readPlan(project.id))[0]?.progress).toBe(35);
    await user.click(remove);
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await readEntries(project.id)).toHaveLength(1));
    expect(await readEntries(project.id)).toMatchObject([{ percent: 35 }]);
  });

  it('do not lie ahead', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole('button', { name: '记一条进展' }));
    const dialog = screen.getByRole('dialog');
    await user.type(within(dialog).getByLabelText('做了什么（必填）'), '现场勘查');
    const date = within(dialog).getByLabelText('日期');
    await user.clear(date);
    await user.type(date, '2999-01-01');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('请填写日期，不能晚于今天。');
  });
});

describe('evidence', () => {
  it('is added, opened, saved, taken off and brought back', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByRole('button', { name: '添加文件…' }));
    expect(await screen.findByText('报告.pdf')).toBeTruthy();
    expect(asked).toEqual([['choose', 20]]);
    expect(await readEvidence(project.id)).toMatchObject([{ ...pdf, nodeId: '', by: { name: '韦敏' } }]);
    await user.click(screen.getByRole('button', { name: '打开 报告.pdf' }));
    expect(await screen.findByText(/只读副本/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '另存 报告.pdf' }));
    expect(await screen.findByText(/已另存到：U盘\/佐证材料/)).toBeTruthy();
    expect(asked.slice(1)).toEqual([
      ['open', pdf.sha256, '报告.pdf'],
      ['save', pdf.sha256, '报告.pdf', 'stick'],
    ]);
    await user.click(screen.getByRole('button', { name: '移除 报告.pdf' }));
    expect(await screen.findByText('没有佐证材料。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    expect(await screen.findByText('报告.pdf')).toBeTruthy();
  });

  it('that is not safe to open says so, and what is not on this computer cannot be opened', async () => {
    const user = userEvent.setup();
    const by = { personId: 'person-1', name: '韦敏', position: '' };
    const file = { projectId: project.id, nodeId: 'node-1', bytes: 1, by, at: 1 };
    await commit('test', [
      { table: 'evidence', put: { ...file, id: 'e-1', name: '工具.exe', sha256: pdf.sha256 } },
      { table: 'evidence', put: { ...file, id: 'e-2', name: '别处.pdf', sha256: 'cd'.repeat(32) } },
    ]);
    show();
    await user.click(await screen.findByRole('button', { name: '打开 工具.exe' }));
    expect(await screen.findByText(/不能在本程序里直接打开/)).toBeTruthy();
    expect(await screen.findByText('⚠ 文件不在本机')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '打开 别处.pdf' }).disabled).toBe(true);
  });
});

/** Handed in and passed by all three. */
function approval() {
  const by = { personId: '', name: '示例', position: '' };
  const review = { opinion: '', conditions: '', scores: null, signer: '示例', meeting: '', date: '2026-01-05', outcome: 'pass' } as const;
  const stages: readonly ReviewStage[] = ['departmentReview', 'leaderReview', 'committeeReview'];
  const actions: readonly ProjectEvent['action'][] = [
    { kind: 'submitted', submission: { revision: 1, project: { ...project, indicators: [indicator] }, nodes: [node(1), node(2)] } },
    ...stages.map((stage) => ({ kind: 'reviewed', review: { ...review, stage } }) as const),
  ];
  return actions.map((action, place) => {
    const after = place === 0 ? null : `step-${place - 1}`;
    return {
      table: 'projectEvents',
      put: { id: `step-${place}`, projectId: project.id, after, at: place, by, side: 'branch', action },
    } as const;
  });
}

function monthOps(month: string) {
  const texts = { reporter: '韦敏', position: '', progress: '本月进展', problem: '', coordination: '', next: '' };
  return [
    {
      table: 'monthlyReports',
      put: { id: `${project.id}:${month}`, projectId: project.id, month, ...texts, nodes: [], indicators: [], at: 1 },
    },
  ] as const;
}
