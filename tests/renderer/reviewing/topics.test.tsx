import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { database } from '../../../renderer/data/database.ts';
import { dropDecision, saveOffer } from '../../../renderer/data/reviewing/topics.ts';
import { commit } from '../../../renderer/data/work.ts';
import { TopicsTab } from '../../../renderer/reviewing/topics/topics-tab.tsx';
import { useRoute } from '../../../renderer/route.ts';
import { buildSmall, install } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { day, offer, received } from './fixture.ts';

const roster = buildSmall('roster', {
  units: [
    { id: 'a', name: '示例县供电局', kind: 'county' },
    { id: 'b', name: '示例分局', kind: 'branchOffice' },
  ],
  people: [],
});
const published = (...keys: readonly string[]) => ({
  table: 'projectsPublications' as const,
  put: { id: 'projects@1', package: 'projects', version: 1, at: 1, brought: Object.fromEntries(keys.map((key) => [key, 'mark'])) },
});

beforeEach(async () => {
  await memoryBridge();
});

function show(...route: readonly string[]): void {
  window.location.hash = `#/reviewing/topics/${route.join('/')}`;
  renderScreen(AtRoute, []);
}

function AtRoute() {
  return <TopicsTab route={useRoute().slice(2)} today="2026-09-01" />;
}

const press = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));

it('says the next step while there is no topic, and makes an offer in one form', async () => {
  await install(roster);
  show();
  expect(await screen.findByText(/还没有抢注题目/)).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: '新建抢注题目' }));
  await press('保存');
  expect(screen.getByRole('alert').textContent).toBe('请填写题目。');
  await userEvent.type(screen.getByLabelText('题目（必填）'), '示例抢注课题');
  await userEvent.clear(screen.getByLabelText('名额（几个单位可以承办）'));
  await userEvent.type(screen.getByLabelText('名额（几个单位可以承办）'), '2');
  await userEvent.click(screen.getByRole('radio', { name: '只限下面选定的单位' }));
  expect(screen.getByRole('alert').textContent).toBe('请至少选择一个单位。');
  await userEvent.click(await screen.findByRole('checkbox', { name: '示例分局' }));
  await press('保存');
  await waitFor(async () => expect(await database.offers.count()).toBe(1));
  expect(await database.offers.toArray()).toMatchObject([{ title: '示例抢注课题', places: 2, eligible: ['b'], archived: false }]);
  expect(await screen.findByText('未下发')).toBeTruthy();
});

it('gives one topic to several units at once', async () => {
  await install(roster);
  show('assignment', 'new');
  await userEvent.type(await screen.findByLabelText('题目（必填）'), '示例交办课题');
  await press('全部选上');
  await press('保存');
  await waitFor(async () => expect(await database.assignments.count()).toBe(2));
  const kept = await database.assignments.toArray();
  expect(kept.map(({ title, unitId, unitName, year }) => [title, unitId, unitName, year]).toSorted()).toEqual([
    ['示例交办课题', 'a', '示例县供电局', 2026],
    ['示例交办课题', 'b', '示例分局', 2026],
  ]);
});

it('asks before what was typed is lost', async () => {
  show('offer', 'new');
  await userEvent.type(await screen.findByLabelText('题目（必填）'), '示');
  window.location.hash = '#/reviewing/topics';
  await press('留下继续填写');
  expect(screen.getByLabelText<HTMLInputElement>('题目（必填）').value).toBe('示');
});

it('leaves an offer as it was published: it may be archived, not edited', async () => {
  await commit('test', [{ table: 'offers', put: offer() }, published('offers:offer-1')]);
  show('offer', 'offer-1');
  expect(await screen.findByText('题目已下发，内容不能再改；需要停止时可以归档。')).toBeTruthy();
  expect(screen.queryByRole('link', { name: '修改' })).toBeNull();
  await press('归档');
  await waitFor(async () => expect((await database.offers.get('offer-1'))?.archived).toBe(true));
});

it('decides by the rule, and keeps why', async () => {
  const [winner, other, forged] = [received('a', 3), received('b', 9), received('c', 1, { genuine: false })];
  await commit('test', [
    { table: 'offers', put: offer() },
    published('offers:offer-1'),
    ...[other, winner, forged].map((put) => ({ table: 'receivedClaims' as const, put })),
  ]);
  show('offer', 'offer-1');
  const rows = within(await screen.findByRole('table', { name: '收到的申报，按规则排列' }))
    .getAllByRole('row')
    .slice(1);
  expect(
    rows.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()).filter((_, at) => [0, 1, 5, 6].includes(at)),
    ),
  ).toEqual([
    ['1', '示例单位a', '✓ 有效', ''],
    ['2', '示例单位b', '✓ 有效', '签署时间'],
    ['', '示例单位c', '✗ 无效：签名核验不符', ''],
  ]);
  await press('按规则决定');
  await press('决定');
  await waitFor(async () => expect(await database.claimDecisions.count()).toBe(1));
  const [decision] = await database.claimDecisions.toArray();
  expect(decision?.ranked.map(({ claimId, won }) => [claimId, won])).toEqual([
    ['claim-a', true],
    ['claim-b', false],
    ['claim-c', false],
  ]);
  expect(decision?.decidedBy).toBe('韦敏');
  expect(decision?.explanation.split('\n').slice(0, 2)).toEqual(['承办单位：示例单位a。', '共收到申报 3 份，其中有效 2 份，名额 1 个。']);
});

it('does not decide while claims may still be signed, and asks twice while they may still be on their way', async () => {
  const now = Date.now();
  await commit('test', [
    { table: 'offers', put: offer({ opensAt: now - day, closesAt: now + day }) },
    { table: 'offers', put: offer({ id: 'offer-2', opensAt: now - 3 * day, closesAt: now - day }) },
  ]);
  show('offer', 'offer-1');
  expect(await screen.findByText(/抢注还没有截止/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '按规则决定' })).toBeNull();
  window.location.hash = '#/reviewing/topics/offer/offer-2';
  expect(await screen.findByText(/上报包可能还在路上/)).toBeTruthy();
  await press('按规则决定');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '决定' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('checkbox', { name: /仍然现在决定/ }));
  await press('决定');
  await waitFor(async () => expect((await database.claimDecisions.get('offer-2'))?.explanation).toMatch(/^没有有效的申报/));
});

it('shows a claim that came after the decision as late, and changes nothing by it', async () => {
  const decided = received('b', 9);
  await commit('test', [
    { table: 'offers', put: offer() },
    { table: 'receivedClaims', put: decided },
  ]);
  show('offer', 'offer-1');
  await press('按规则决定');
  await press('决定');
  await screen.findByText('撤销决定');
  const before = await database.claimDecisions.get('offer-1');
  await commit('test', [{ table: 'receivedClaims', put: received('a', 3) }]);
  expect(await screen.findByText('有 1 份申报在决定之后才收到。决定不会因此自动改变。')).toBeTruthy();
  expect(screen.getByText(/按规则结果会不同/)).toBeTruthy();
  expect(await database.claimDecisions.get('offer-1')).toEqual(before);
});

it('takes a decision back as long as nobody has it', async () => {
  const decision = { id: 'offer-1', ranked: [], explanation: '示例说明', decidedAt: 14 * day, decidedBy: '示例人员' };
  await commit('test', [
    { table: 'offers', put: offer() },
    { table: 'claimDecisions', put: decision },
  ]);
  show('offer', 'offer-1');
  await press('撤销决定');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤销决定' }));
  await waitFor(async () => expect(await database.claimDecisions.count()).toBe(0));
  await commit('test', [{ table: 'claimDecisions', put: decision }, published('offers:offer-1', 'decisions:offer-1')]);
  expect(await screen.findByText('结果已下发给各支部，不能撤销。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销决定' })).toBeNull();
});

it('tells where the winner took its claim back after the decision', async () => {
  const claim = received('a', 3);
  await commit('test', [
    { table: 'offers', put: offer() },
    { table: 'receivedClaims', put: claim },
  ]);
  show('offer', 'offer-1');
  await press('按规则决定');
  await press('决定');
  await screen.findByText('撤销决定');
  await commit('test', [{ table: 'receivedClaims', put: { ...claim, claim: { ...claim.claim, withdrawn: true } } }]);
  expect(await screen.findByText('决定之后撤回')).toBeTruthy();
});

it('has no way round what was published', async () => {
  await commit('test', [{ table: 'offers', put: offer() }, published('offers:offer-1', 'decisions:offer-1')]);
  await expect(saveOffer('offer.edit', offer({ title: '示例改题' }))).rejects.toThrow('offer-1 is published');
  await expect(dropDecision('offer-1')).rejects.toThrow('offer-1 is published');
  expect((await database.offers.get('offer-1'))?.title).toBe('示例抢注课题');
});
