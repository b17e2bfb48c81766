import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { Benchmark, PublishedProjects } from '@shared/model/reviewing.ts';
import type { Assignment, ClaimDecision, Offer } from '@shared/model/topic.ts';
import { openReceivingKeys } from '../../../main/examining/receiving-key.ts';
import { publishPackage, retirePackage } from '../../../main/publish/publish.ts';
import { keysFolder } from '../../../main/publish/remembered.ts';
import { openSession } from '../../../main/publish/session.ts';
import { createReviewingService } from '../../../main/reviewing/service.ts';
import { createTasks } from '../../../main/tasks.ts';
import { newBureau } from '../bundles/support.ts';
import { failureOf, noon, openBranch, temporaryFolder, valueOf } from '../sync/support.ts';

const offer: Offer = {
  id: 'topic-1',
  year: 2026,
  title: '示例抢注题目',
  specialty: '',
  problem: '',
  expected: '',
  places: 1,
  opensAt: 1,
  closesAt: 2,
  eligible: [],
  archived: false,
};
const assignment: Assignment = {
  id: 'topic-2',
  year: 2026,
  unitId: 'unit-1',
  unitName: '示例县供电局',
  title: '示例交办题目',
  specialty: '',
  problem: '',
  expected: '',
  dueDate: '',
  archived: false,
};
/** An offer and its decision share their id. */
const decision: ClaimDecision = { id: 'topic-1', ranked: [], explanation: '示例说明', decidedAt: 5, decidedBy: '局党建部' };
const step: ProjectEvent = {
  id: 'step-1',
  projectId: 'p-1',
  after: 'submitted-1',
  at: 6,
  by: { personId: '', name: '示例审核人', position: '' },
  side: 'bureau',
  action: { kind: 'terminated', reason: '示例', date: '2026-09-01' },
};
const benchmark: Benchmark = {
  id: 'mark-1',
  kind: 'branch',
  subject: '示例支部',
  projectId: 'p-1',
  projectTitle: '示例项目',
  unitName: '示例县供电局',
  year: 2026,
  reason: '',
  archived: false,
};
const contents = { offers: [offer], assignments: [assignment], decisions: [decision], events: [step], benchmarks: [benchmark] };
type Contents = Omit<PublishedProjects, 'receiving'>;

/** A bureau's program. */
async function openOffice() {
  const profile = await temporaryFolder();
  const place = await temporaryFolder();
  const tasks = createTasks(
    () => undefined,
    () => 0,
  );
  const services = { profile, session: openSession(), tasks, placeOf: () => place, now: () => noon, log: () => undefined };
  const channels = createReviewingService(services, null);
  return {
    profile,
    repository: path.join(place, 'sanxun-repo'),
    publish: (lists: Contents) =>
      channels['projects:publish']({ place: 'here', name: 'projects', title: '示例书记项目', contents: lists, clockOk: true }, 'task'),
  };
}

test('what the bureau decides comes to the branches with the key that bundles are sealed to, and says what is new', async () => {
  const office = await openOffice();
  expect(valueOf(await office.publish(contents))).toMatchObject({ version: 1, outcome: 'published' });
  expect(valueOf(await office.publish(contents))).toMatchObject({ version: 1, outcome: 'unchanged' });
  const branch = await openBranch();
  const source = await branch.trust(office.repository);
  const [first] = await branch.update(source);
  expect(first).toMatchObject({ manifest: { kind: 'projects', title: '示例书记项目' }, added: 6, withdrawn: 0 });
  expect(first?.brings?.toSorted()).toEqual([
    'assignments:topic-2',
    'benchmarks:mark-1',
    'decisions:topic-1',
    'events:step-1',
    'offers:topic-1',
    'receiving:receiving',
  ]);
  valueOf(
    await office.publish({
      ...contents,
      offers: [{ ...offer, archived: true }],
      events: [step, { ...step, id: 'step-2', after: 'step-1' }],
    }),
  );
  expect(await branch.update(source)).toMatchObject([{ brings: ['events:step-2'], touched: ['offers:topic-1'], changed: 1, withdrawn: 0 }]);
  const [block] = (await branch.packages.installed())[0]?.blocks ?? [];
  const [staged] = await branch.update(source);
  expect([block?.items, staged]).toEqual([7, undefined]);
  const { recipient } = await openReceivingKeys(keysFolder(office.profile), null).current();
  expect(recipient).toMatch(/^age1/);
});

describe('what branches were told stands', () => {
  const changed = (change: Partial<Contents>): Contents => ({ ...contents, ...change });
  test.each<[string, Contents, string]>([
    ['a step that is gone', changed({ events: [] }), 'step-1'],
    ['a step that says something else', changed({ events: [{ ...step, at: 7 }] }), 'step-1'],
    ['a step that a branch wrote', changed({ events: [step, { ...step, id: 'step-3', side: 'branch' }] }), 'step-3'],
    ['an offer that is gone', changed({ offers: [] }), 'topic-1'],
    ['an offer with another end', changed({ offers: [{ ...offer, closesAt: 3 }] }), 'topic-1'],
    ['an assignment that is gone', changed({ assignments: [] }), 'topic-2'],
    ['an assignment to another unit', changed({ assignments: [{ ...assignment, unitId: 'unit-2' }] }), 'topic-2'],
    ['a decision that is gone', changed({ decisions: [] }), 'topic-1'],
    ['a decision that was written over', changed({ decisions: [{ ...decision, explanation: '别的' }] }), 'topic-1'],
    ['a benchmark that is gone', changed({ benchmarks: [] }), 'mark-1'],
    ['one thing twice', changed({ offers: [offer, offer] }), 'offers:topic-1'],
    ['an id that no manifest takes', changed({ benchmarks: [benchmark, { ...benchmark, id: 'x'.repeat(120) }] }), '太长'],
  ])('%s is not published', async (_what, lists, named) => {
    const office = await openOffice();
    valueOf(await office.publish(contents));
    const before = await readFile(path.join(office.repository, 'metadata', 'timestamp.json'), 'utf8');
    const failure = failureOf(await office.publish(lists));
    expect([failure.kind, failure.subject]).toEqual(['publish-refused', expect.stringContaining(named)]);
    expect(await readFile(path.join(office.repository, 'metadata', 'timestamp.json'), 'utf8')).toBe(before);
  });

  test('archiving, a later decision and further steps are published; what is archived stays so', async () => {
    const office = await openOffice();
    valueOf(await office.publish(contents));
    const later = { ...decision, explanation: '原承办单位放弃', decidedAt: 9 };
    const archived = { offers: [{ ...offer, archived: true }], assignments: [{ ...assignment, archived: true }] };
    expect(valueOf(await office.publish({ ...contents, ...archived, decisions: [later] }))).toMatchObject({ version: 2 });
    expect(failureOf(await office.publish({ ...contents, decisions: [later] })).subject).toContain('只能归档');
  });

  test('the package as a whole is not withdrawn', async () => {
    const home = await temporaryFolder();
    const desk = { repository: path.join(home, 'repo'), keys: path.join(home, 'keys'), name: 'projects', now: noon };
    const { recipient } = await newBureau();
    const items = { ...contents, receiving: [{ id: 'receiving', recipient }] as const };
    const publish = (lists: PublishedProjects) => publishPackage({ ...desk, title: '示例', contents: { kind: 'projects', items: lists } });
    expect(await publish({ ...items, receiving: [{ id: 'receiving', recipient: `age1${'q'.repeat(58)}` }] })).toMatchObject({
      ok: false,
      problems: [{ code: 'contents-invalid' }],
    });
    expect(await publish(items)).toMatchObject({ ok: true });
    expect(await retirePackage(desk)).toMatchObject({ ok: false, problems: [{ code: 'contents-invalid' }] });
    // a lost key may be replaced: the next version names another one
    expect(await publish({ ...items, receiving: [{ id: 'receiving', recipient: (await newBureau()).recipient }] })).toMatchObject({
      value: { manifest: { version: 2, changes: { changed: ['receiving:receiving'] } } },
    });
  });
});
