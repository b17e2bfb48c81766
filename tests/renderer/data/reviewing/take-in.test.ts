import { beforeEach, expect, it } from 'vitest';
import type { OpenedBundle } from '@shared/ipc/projects.ts';
import type { Correction } from '@shared/model/bank.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { Claim } from '@shared/model/topic.ts';
import { database } from '../../../../renderer/data/database.ts';
import { commitStep } from '../../../../renderer/data/projects/events.ts';
import { readConflicts } from '../../../../renderer/data/reviewing/conflicts.ts';
import { readReturnedPlan, readReturns, settleReturn, takeInBundles } from '../../../../renderer/data/reviewing/returns.ts';
import { snapshotOf } from '../../../shared/projects/merge/returns.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { bundleOf, projectEntry } from '../../reviewing/bundles.ts';
import { received, steps, submitted } from '../../reviewing/fixture.ts';

let bridge: MemoryBridge;
beforeEach(async () => {
  bridge = await memoryBridge();
});

const take = (...bundles: readonly OpenedBundle[]) =>
  takeInBundles(bundles, {
    now: 100,
    checkClaims: async (claims: readonly Claim[]) => claims.map(({ signature }) => signature === 'signature'),
  });
const outcomesOf = async (...bundles: readonly OpenedBundle[]) => {
  const taken = await take(...bundles);
  if (!taken.ok) throw new Error(taken.failure.kind);
  return taken.value.map((bundle) => (bundle.ok ? bundle.entries.map(({ outcome }) => outcome) : bundle.failure.kind));
};
const everything = async () => [
  await database.projectReturns.toArray(),
  await database.returnedPlans.toArray(),
  await database.receivedClaims.toArray(),
  await database.corrections.toArray(),
];

const correction: Correction = {
  id: 'correction-1',
  questionId: 'q1',
  package: 'bank',
  version: 1,
  stem: '示例题干',
  text: '示例意见',
  personName: '韦敏',
  unitName: '示例县供电局',
  at: 1,
  reply: null,
};
const claim = { ...received('unit-1', 5).claim, installation: 'installation-a' };
const first = bundleOf([
  projectEntry(snapshotOf({ title: '第一稿' })),
  projectEntry(snapshotOf({ id: 'p2', title: '另一个' })),
  { kind: 'claim', id: claim.id, revision: 1, content: claim },
  { kind: 'correction', id: 'correction-1', revision: 1, content: correction },
]);
const second = bundleOf([
  projectEntry(snapshotOf({ title: '第二稿' }), 2),
  { kind: 'claim', id: claim.id, revision: 2, content: { ...claim, withdrawn: true } },
]);
const elsewhere = bundleOf([projectEntry(snapshotOf({ title: '别的电脑' }))], { installation: 'installation-b' });
const broken: OpenedBundle = { file: '坏.sanxun-bundle', ok: false, failure: { kind: 'truncated', subject: '坏.sanxun-bundle' } };

it('takes bundles in with what became of every entry; one that is refused stops none of the others', async () => {
  expect(await outcomesOf(broken, first, first, second)).toEqual([
    'truncated',
    ['new', 'new', 'new', 'new'],
    ['known', 'known', 'known', 'known'],
    ['newer', 'withdrawn'],
  ]);
  expect((await readReturns()).map(({ projectId, facts }) => [projectId, facts.title])).toEqual([
    ['p1', '第二稿'],
    ['p2', '另一个'],
  ]);
  expect((await readReturnedPlan('p1'))?.snapshot.project.title).toBe('第二稿');
  expect(await database.receivedClaims.toArray()).toMatchObject([{ receivedAt: 100, genuine: true, claim: { withdrawn: true } }]);
  expect(await database.corrections.count()).toBe(1);
});

it('comes to the same whatever the order, the parts and the repetitions', async () => {
  await take(first, second, elsewhere);
  const expected = await everything();
  await memoryBridge();
  await take(elsewhere, second);
  await take(second);
  await take(first, elsewhere);
  expect(await everything()).toEqual(expected);
  const count = bridge.commits.length;
  await take(first, second, elsewhere);
  expect(bridge.commits).toHaveLength(count);
});

it('shows a conflict, keeps what was decided against, and lets it be turned round', async () => {
  expect(await outcomesOf(first, elsewhere)).toEqual([['new', 'new', 'new', 'new'], ['conflict']]);
  expect((await readConflicts()).open.map(({ projectId }) => projectId)).toEqual(['p1']);
  await settleReturn('p1', 'p1@installation-b');
  expect((await readConflicts()).settled.map(({ facts }) => facts.title)).toEqual(['别的电脑']);
  await settleReturn('p1', 'p1@installation-a');
  expect((await readReturnedPlan('p1'))?.snapshot.project.title).toBe('第一稿');
  expect(await database.returnedPlans.count()).toBe(3);
});

it('takes in nothing whose parts contradict each other', async () => {
  const content = snapshotOf({ title: '第一稿' });
  const foreign = { kind: 'project', id: 'p9', revision: 1, content } as const;
  const unnamed = { ...bundleOf([projectEntry(content)]), entries: [projectEntry(content, 7)] };
  expect(await outcomesOf(bundleOf([foreign]), unnamed)).toEqual([['refused'], ['refused']]);
  expect(await database.projectReturns.count()).toBe(0);
});

it('gives the failure back where work cannot be saved, and goes on from there the next time', async () => {
  bridge.refuse('disk-full');
  expect(await take(first)).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
  bridge.refuse(null);
  expect(await outcomesOf(first)).toEqual([['new', 'new', 'new', 'new']]);
});

it('keeps what the ledger shows up to date with the bureau’s own steps', async () => {
  const [handedIn, ...own] = steps(submitted(1), {
    side: 'bureau',
    action: {
      kind: 'reviewed',
      review: {
        stage: 'departmentReview',
        outcome: 'pass',
        opinion: '同意',
        conditions: '',
        scores: null,
        signer: '示例签字',
        meeting: '',
        date: '2026-02-01',
      },
    },
  });
  if (!handedIn || !own[0]) throw new Error('no steps');
  await take(bundleOf([projectEntry({ ...snapshotOf(), events: [handedIn] })]));
  expect((await readReturns())[0]?.facts.stage).toBe('departmentReview');
  await commitStep(own[0]);
  expect((await readReturns())[0]?.facts.stage).toBe('leaderReview');
});

it('commits many projects together, in parts that do not hold the window up', async () => {
  const many = Array.from({ length: 30 }, (_, place) =>
    bundleOf(
      Array.from({ length: 50 }, (_each, number) => projectEntry(snapshotOf({ id: `p${place}-${number}` }))),
      { file: `${place}` },
    ),
  );
  await take(...many);
  expect(await database.projectReturns.count()).toBe(1_500);
  expect(bridge.commits.map(({ ops }) => ops.length)).toEqual([500, 500, 500, 500, 500, 500]);
});

it('takes in nothing that says for the bureau what it has decided', async () => {
  const [handedIn] = steps(submitted(1));
  if (!handedIn) throw new Error('no steps');
  const forged: ProjectEvent = {
    ...handedIn,
    id: 'forged',
    after: handedIn.id,
    side: 'bureau',
    action: { kind: 'terminated', reason: '示例', date: '2026-02-01' },
  };
  const [honest, other] = [snapshotOf(), snapshotOf({ id: 'p2' })];
  expect(await outcomesOf(bundleOf([projectEntry({ ...honest, events: [handedIn, forged] }), projectEntry(other)]))).toEqual([
    ['refused', 'new'],
  ]);
  expect((await readReturns()).map(({ projectId }) => projectId)).toEqual(['p2']);
});
