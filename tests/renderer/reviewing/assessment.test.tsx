import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Assessment } from '@shared/model/reviewing.ts';
import type { Route } from '../../../renderer/route.ts';
import { database } from '../../../renderer/data/database.ts';
import { readAssessments, readMarks } from '../../../renderer/data/reviewing/assessment.ts';
import { takeStep } from '../../../renderer/data/projects/events.ts';
import { readNextVersion, savePublication } from '../../../renderer/data/reviewing/publish.ts';
import { readReturns } from '../../../renderer/data/reviewing/returns.ts';
import { commit } from '../../../renderer/data/work.ts';
import { AssessmentTab } from '../../../renderer/reviewing/assessment/assessment-tab.tsx';
import { BenchmarksTab } from '../../../renderer/reviewing/benchmarks/benchmarks-tab.tsx';
import { assessmentOf, given } from '../../shared/projects/assessment/setting.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { returned, steps, submitted } from './fixture.ts';

const today = '2026-12-20';
const Reviews = ({ route }: { readonly route: Route }) => <AssessmentTab route={route} today={today} />;
const Benchmarks = ({ route }: { readonly route: Route }) => <BenchmarksTab route={route} today={today} />;

let id: string;
let tests = 0;

/** Marks outlive a test's database in the session of their review: each test has its own. */
beforeEach(async () => {
  window.location.hash = '';
  await memoryBridge();
  id = `assessment-${(tests += 1)}`;
});

const review = (stage: 'departmentReview' | 'leaderReview' | 'committeeReview') =>
  ({
    side: 'bureau',
    action: {
      kind: 'reviewed',
      review: {
        stage,
        outcome: 'pass',
        opinion: '同意',
        conditions: '',
        scores: null,
        signer: '示例签字',
        meeting: '',
        date: '2026-02-01',
      },
    },
  }) as const;

/** Everything up to 销号. */
const closed = () =>
  returned(
    steps(
      submitted(1),
      review('departmentReview'),
      review('leaderReview'),
      review('committeeReview'),
      { side: 'branch', action: { kind: 'closingRequested', summary: '示例总结', indicators: [], evidence: [], date: '2026-11-01' } },
      { side: 'bureau', action: { kind: 'closed', outcome: 'closed', opinion: '同意', signer: '示例签字', date: '2026-11-05' } },
    ),
  );

const judges = ['甲', '乙', '丙'].map((name, place) => ({ id: `j${place + 1}`, name: `评委${name}` }));
const setting = (): Assessment =>
  assessmentOf({ id, title: '示例评审', judges, projectIds: ['p1'], grades: [{ name: '优秀', share: 1, least: 90 }] });
const marksOf = (judge: string, mark: number | null) => ({
  ...given('p1', judge, mark, mark, mark),
  id: `${id}:p1:${judge}`,
  assessmentId: id,
});
const keep = (...marks: readonly ReturnType<typeof marksOf>[]) =>
  commit('test', [
    ...closed(),
    { table: 'assessments', put: setting() },
    ...marks.map((put) => ({ table: 'assessmentMarks' as const, put })),
  ]);

it('is made of what the policy proposes; what is missing is said', async () => {
  await commit('test', closed());
  renderScreen(Reviews, ['new']);
  await userEvent.click(await screen.findByRole('button', { name: '保存' }));
  expect(screen.getByRole('alert').textContent).toBe('至少要有一位评委。');
  await userEvent.type(screen.getByLabelText('评委（每行一位）'), '评委甲{Enter}评委乙');
  await userEvent.click(await screen.findByRole('button', { name: '全选' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(async () => expect(await readAssessments()).toHaveLength(1));
  expect((await readAssessments())[0]).toMatchObject({
    year: 2026,
    judges: [{ name: '评委甲' }, { name: '评委乙' }],
    dropExtremes: true,
    projectIds: ['p1'],
  });
});

it('takes marks by keyboard, computes the score, and keeps a text that is none in the editor', async () => {
  await keep();
  renderScreen(Reviews, [id]);
  const grid = await screen.findByRole('grid', { name: '评委甲的打分表' });
  const heads = within(grid).getAllByRole('columnheader');
  const column = heads.findIndex((head) => head.textContent === '价值度');
  const user = userEvent.setup();
  await user.click(grid.querySelector(`[data-row="0"] [data-column="${column}"]`)!);
  await user.keyboard('101{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('0 到 100');
  await user.keyboard('{Escape}90{Tab}80.5{Tab}70{Enter}');
  await waitFor(() => expect(screen.getByText('✓ 已保存')).toBeTruthy());
  expect(screen.getByText('已评 1 个，共 1 个项目')).toBeTruthy();
  expect(await readMarks(id)).toMatchObject([{ judgeId: 'j1', marks: { value: 90, quality: 80.5, reach: 70 } }]);
  expect(grid.textContent).toContain('83.15');
});

it('is made final only when marks are complete; then the project has its result and nothing can be changed', async () => {
  await keep(marksOf('j1', 95), marksOf('j2', 92));
  const { unmount } = renderScreen(Reviews, [id, 'ranking']);
  expect(await screen.findByText('有 1 个项目不足 3 位评委打分，补齐后才能定稿。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '定稿' }).hasAttribute('disabled')).toBe(true);
  await commit('test', [{ table: 'assessmentMarks', put: marksOf('j3', 91) }]);
  await waitFor(() => expect(screen.getByRole('button', { name: '定稿' }).hasAttribute('disabled')).toBe(false));
  await userEvent.click(screen.getByRole('button', { name: '定稿' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '定稿' }));
  expect(await screen.findByText(/已于 .* 定稿/)).toBeTruthy();
  const [event] = await database.projectEvents.filter(({ action }) => action.kind === 'assessed').toArray();
  expect(event).toMatchObject({ projectId: 'p1', side: 'bureau', action: { year: 2026, score: 92, rank: 1, grade: '优秀', date: today } });
  expect((await readReturns())[0]?.facts).toMatchObject({ stage: 'assessed', score: 92, grade: '优秀' });
  unmount();
  renderScreen(Reviews, [id, 'settings']);
  expect(await screen.findByText('已定稿，不能再改。')).toBeTruthy();
});

const finalise = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: '定稿' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '定稿' }));
  await screen.findByText(/已于 .* 定稿/);
};
const reopen = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: '重新打开' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '重新打开' }));
};

it('is opened again before its results went out: the project is as before, and another result may follow', async () => {
  await keep(marksOf('j1', 95), marksOf('j2', 92), marksOf('j3', 91));
  const before = await readReturns();
  renderScreen(Reviews, [id, 'ranking']);
  await finalise();
  await reopen();
  await waitFor(async () => expect((await readAssessments())[0]?.finalAt).toBeNull());
  expect(await readReturns()).toEqual(before);
  await commit('test', [{ table: 'assessmentMarks', put: marksOf('j2', 94) }]);
  await waitFor(() => expect(screen.getByRole('cell', { name: '94' })).toBeTruthy());
  await finalise();
  expect((await readReturns())[0]?.facts).toMatchObject({ stage: 'assessed', score: 94 });
});

it('stays final once a version has carried a result', async () => {
  await keep(marksOf('j1', 95), marksOf('j2', 92), marksOf('j3', 91));
  renderScreen(Reviews, [id, 'ranking']);
  await finalise();
  await screen.findByRole('button', { name: '重新打开' });
  const { news } = await readNextVersion();
  await savePublication({ package: 'projects', version: 1, at: 1 }, news);
  expect(await screen.findByText(/结果已下发给支部，不能再改/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '重新打开' })).toBeNull();
});

it('leaves the result that another review of the year has given', async () => {
  await keep(marksOf('j1', 95), marksOf('j2', 92), marksOf('j3', 91));
  renderScreen(Reviews, [id, 'ranking']);
  await finalise();
  const [result] = await database.projectEvents.filter(({ action }) => action.kind === 'assessed').toArray();
  const by = { at: 1, by: result!.by, side: 'bureau', projectId: 'p1' } as const;
  await takeStep({ kind: 'undone', of: result!.id }, { ...by, id: 'undone' });
  await takeStep({ kind: 'assessed', year: 2026, score: 88, rank: 1, grade: '良好', date: today }, { ...by, id: 'other' });
  await reopen();
  await waitFor(async () => expect((await readAssessments())[0]?.finalAt).toBeNull());
  expect((await readReturns())[0]?.facts).toMatchObject({ stage: 'assessed', score: 88, grade: '良好' });
});

it('makes a benchmark of a good one, one a subject and year, and takes it down', async () => {
  const rows = closed().flatMap((op) => ('put' in op && op.table === 'projectReturns' ? op.put : []));
  await commit(
    'test',
    rows.map((row) => ({
      table: 'projectReturns' as const,
      put: { ...row, facts: { ...row.facts, stage: 'assessed' as const, score: 96, grade: '优秀' } },
    })),
  );
  renderScreen(Benchmarks, []);
  await userEvent.click(await screen.findByRole('button', { name: '采用：配电运检 示例低电压治理' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '定为标杆' }));
  const register = await screen.findByRole('table', { name: '标杆名册' });
  expect(within(register).getAllByRole('row')[1]?.textContent).toContain(
    '一专业一标杆配电运检示例低电压治理示例县供电局成果评审优秀，得分 96 分。',
  );
  expect(screen.queryByRole('button', { name: '采用：配电运检 示例低电压治理' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '撤下：配电运检' }));
  expect(await screen.findByText('还没有标杆。')).toBeTruthy();
  expect(await screen.findByRole('button', { name: '采用：配电运检 示例低电压治理' })).toBeTruthy();
});
