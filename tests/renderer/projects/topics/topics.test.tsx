import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { succeed } from '@shared/model/failure.ts';
import type { PublishedProjects } from '@shared/model/reviewing.ts';
import type { Assignment, ClaimDecision, Offer } from '@shared/model/topic.ts';
import { database } from '../../../../renderer/data/database.ts';
import { readProjects } from '../../../../renderer/data/projects/projects.ts';
import Projects from '../../../../renderer/projects/index.tsx';
import { installPublished, published } from '../published.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { renderScreen } from '../../../support/screen.tsx';

let bridge: MemoryBridge;

beforeEach(async () => {
  bridge = await memoryBridge({ 'projects:sign-claim': () => succeed({ installation: 'key', signature: 'signature' }) });
});

const hour = 3_600_000;
const offer = (fields: Partial<Offer> = {}): Offer => ({
  id: 'offer-1',
  year: 2026,
  title: '降低台区线损',
  specialty: '营销',
  problem: '线损偏高',
  expected: '下降两成',
  places: 1,
  opensAt: Date.now() - hour,
  closesAt: Date.now() + hour,
  eligible: [],
  archived: false,
  ...fields,
});
const assignment: Assignment = {
  id: 'assignment-1',
  year: 2026,
  unitId: 'unit-1',
  unitName: '示例县供电局',
  title: '提升服务水平',
  specialty: '客服',
  problem: '投诉偏多',
  expected: '投诉减半',
  dueDate: '2026-05-01',
  archived: false,
};
const show = (contents: Partial<PublishedProjects>) => installPublished(published(contents)).then(() => renderScreen(Projects, ['topics']));

it('says what to do where no package of the bureau is installed', async () => {
  renderScreen(Projects, ['topics']);
  expect(await screen.findByText(/本机还没有局里的“书记项目”数据包/)).toBeTruthy();
});

it('makes the project of an assignment, once', async () => {
  const user = userEvent.setup();
  await show({ assignments: [assignment, { ...assignment, id: 'other', unitId: 'unit-2', unitName: '另一示例局', title: '别家的题目' }] });
  expect(await screen.findByText('申报期限 2026-05-01')).toBeTruthy();
  expect(screen.queryByText('别家的题目')).toBeNull();
  await user.click(screen.getByRole('button', { name: '为“提升服务水平”建项目' }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/projects\/.+\/application$/));
  const [made] = await readProjects();
  expect(made?.project).toMatchObject({
    title: '提升服务水平',
    topicSource: 'assigned',
    topicId: 'assignment-1',
    problem: '投诉偏多',
    effect: '投诉减半',
    number: 'SJ2026-示例县供电局-01',
    unitId: 'unit-1',
  });
  expect(await screen.findByRole('link', { name: '打开项目“提升服务水平”' })).toBeTruthy();
});

it('claims an offer, signed and dated, and withdraws it', async () => {
  const user = userEvent.setup();
  await show({ offers: [offer()] });
  await user.click(await screen.findByRole('button', { name: '抢注“降低台区线损”' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText(/签署时间以本机的时钟为准/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '签署申报' }));
  expect(within(dialog).getByRole('alert').textContent).toBe('请填写书记。');
  await user.type(within(dialog).getByLabelText('书记（必填）'), ' 示例书记 ');
  await user.click(within(dialog).getByRole('button', { name: '签署申报' }));
  expect(within(dialog).getByRole('alert').textContent).toBe('请写明为什么由本支部承担。');
  await user.type(within(dialog).getByLabelText('为什么由本支部承担（必填）'), '示例理由');
  const from = Date.now();
  await user.click(within(dialog).getByRole('button', { name: '签署申报' }));
  expect(await screen.findByText('已申报，待决定')).toBeTruthy();
  const [claim] = await database.claims.toArray();
  expect(claim).toMatchObject({ offerId: 'offer-1', installation: 'key', signature: 'signature', withdrawn: false });
  expect(claim?.statement).toMatchObject({ unitId: 'unit-1', branch: '运维支部', secretary: '示例书记', reason: '示例理由' });
  expect(claim?.statement.claimedAt).toBeGreaterThanOrEqual(from);
  expect(screen.getByRole('link', { name: '去上报' }).getAttribute('href')).toBe('#/projects/send');

  await user.click(screen.getByRole('button', { name: '撤回申报' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回申报' }));
  expect(await screen.findByText(/的申报已撤回/)).toBeTruthy();
  expect((await database.claims.toArray()).map(({ withdrawn }) => withdrawn)).toEqual([true]);
  expect(screen.getByText('可以抢注')).toBeTruthy();
});

it('keeps the dialog where the claim could not be kept', async () => {
  const user = userEvent.setup();
  await show({ offers: [offer()] });
  await user.click(await screen.findByRole('button', { name: '抢注“降低台区线损”' }));
  await user.type(screen.getByLabelText('书记（必填）'), '示例书记');
  await user.type(screen.getByLabelText('为什么由本支部承担（必填）'), '示例理由');
  bridge.refuse('journal-failed');
  await user.click(screen.getByRole('button', { name: '签署申报' }));
  expect(await screen.findByText(/刚才的操作没有保存/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('书记（必填）').value).toBe('示例书记');
});

it('offers nothing to claim before its time, after it, or where it is for others', async () => {
  await show({
    offers: [
      offer({ id: '1', title: '甲', opensAt: Date.now() + hour }),
      offer({ id: '2', title: '乙', closesAt: Date.now() - 60_001 }),
      offer({ id: '3', title: '丙', eligible: ['unit-2'] }),
    ],
  });
  expect(await screen.findByText('未开始')).toBeTruthy();
  expect(screen.getByText('已截止')).toBeTruthy();
  expect(screen.getByText('不在抢注范围')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /抢注“/ })).toBeNull();
});

it('shows the decision with its reasons, and takes up what was won', async () => {
  const user = userEvent.setup();
  const ranked = { secretary: '示例书记', claimedAt: 1, faults: [], won: false, by: 'date' } as const;
  const decision: ClaimDecision = {
    id: 'offer-1',
    ranked: [
      { ...ranked, claimId: 'c-1', unitId: 'unit-1', unitName: '示例县供电局', won: true, by: 'none' },
      { ...ranked, claimId: 'c-2', unitId: 'unit-2', unitName: '另一示例局' },
      { ...ranked, claimId: 'c-3', unitId: 'unit-3', unitName: '第三示例局', faults: ['too-late', 'withdrawn'], by: 'none' },
    ],
    explanation: '示例县供电局签署最早。',
    decidedAt: 2,
    decidedBy: '局党建部',
  };
  await show({ offers: [offer({ closesAt: Date.now() - hour })], decisions: [decision] });
  expect(await screen.findByText('✓ 已抢到')).toBeTruthy();
  expect(screen.getByText('示例县供电局签署最早。')).toBeTruthy();
  const rows = within(screen.getByRole('region', { name: '局里的决定' })).getAllByRole('row');
  expect(
    rows
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent))
      .map(([place, unit, , , result]) => [place, unit, result]),
  ).toEqual([
    ['1', '示例县供电局（本单位）', '✓ 承办'],
    ['2', '另一示例局', '未入选（时间在后）'],
    ['', '第三示例局', '无效：晚于截止时间、已撤回'],
  ]);
  await user.click(screen.getByRole('button', { name: '为“降低台区线损”建项目' }));
  await waitFor(async () => expect((await readProjects())[0]?.project).toMatchObject({ topicSource: 'claimed', topicId: 'offer-1' }));
});
