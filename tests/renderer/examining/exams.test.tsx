import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { ExamPublishRequest, ExportRequest, SealRequest } from '@shared/ipc/contract.ts';
import { readStartCode } from '@shared/exam/quarterly/start-code.ts';
import type { Exam } from '@shared/model/examining.ts';
import { succeed } from '@shared/model/failure.ts';
import { database } from '../../../renderer/data/database.ts';
import { commit } from '../../../renderer/data/work.ts';
import { ExamsTab } from '../../../renderer/examining/exams/exams-tab.tsx';
import { useRoute } from '../../../renderer/route.ts';
import { buildSmall, install } from '../../support/bank.ts';
import { bureauExam, candidate, storedPaper } from '../../support/bureau-exams.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';

const recipient = `age1${'q'.repeat(58)}`;
const sealed = { startCode: 'ABCD-EFGH-JKMN', file: 'c2VhbGVk', recipient, at: 1 };
const publication = { package: 'exam-2026-q4', version: 1, at: 2, withKey: false };
const person = (number: number, unitId: string, duty: 'fullTime' | 'partTime') => {
  const { unitName: _, ...rest } = candidate(number);
  return { ...rest, unitId, duty };
};
const roster = buildSmall('roster', {
  units: [
    { id: 'unit-1', name: '示例县供电局', kind: 'county' },
    { id: 'unit-2', name: '示例分局', kind: 'branchOffice' },
  ],
  people: [person(1, 'unit-1', 'fullTime'), person(2, 'unit-1', 'partTime'), person(3, 'unit-2', 'fullTime')],
});

let seals: SealRequest[];
let publications: ExamPublishRequest[];
let withdrawals: string[];
let exports: ExportRequest[];

beforeEach(async () => {
  [seals, publications, withdrawals, exports] = [[], [], [], []];
  const outcome = { fingerprint: 'f'.repeat(64), outcome: 'published', folderLabel: '党建U盘/sanxun-repo' } as const;
  await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '党建U盘', freeBytes: 1e9, hasRepository: true }],
    'publisher:state': () => ({
      repository: null,
      published: [],
      keys: { root: { keys: [], threshold: 1 }, online: [], rootExpires: '', expires: '', exported: { root: null, online: null } },
      destinations: [],
      troubles: [],
    }),
    'exam:receiving-key': () => succeed({ recipient, usable: true, exportedAt: null, former: 0 }),
    'exam:seal': (order) => {
      seals.push(order);
      return succeed({ file: 'c2VhbGVk', recipient });
    },
    'exam:publish': (order) => {
      publications.push(order);
      return succeed({ version: publications.length, ...outcome });
    },
    'exam:withdraw': ({ name }) => {
      withdrawals.push(name);
      return succeed({ version: 9, ...outcome });
    },
    'exports:write': (order) => {
      exports.push(order);
      return succeed({ folderLabel: '党建U盘', files: [], removable: true });
    },
  });
});

const put = (exam: Exam) => commit('test', [{ table: 'exams', put: exam }]);

function show(...route: readonly string[]): void {
  window.location.hash = `#/examining/exams/${route.join('/')}`;
  renderScreen(AtRoute, []);
}

function AtRoute() {
  return <ExamsTab route={useRoute().slice(2)} />;
}

async function press(name: string | RegExp, where: HTMLElement = document.body): Promise<void> {
  await userEvent.click(await within(where).findByRole('button', { name }));
}

it('makes an exam in one form, with what can be proposed', async () => {
  await install(roster);
  await commit('test', [{ table: 'papers', put: storedPaper() }]);
  show('new');
  const title = await screen.findByLabelText<HTMLInputElement>('考试名称');
  expect(title.value).toMatch(/^\d{4}年第[一二三四]季度党务知识考试$/);
  expect(screen.getByLabelText<HTMLInputElement>('合格线（得分率 %）').value).toBe('80');
  await userEvent.clear(title);
  await press('保存');
  expect(screen.getByRole('alert').textContent).toBe('请填写考试名称。');
  await userEvent.type(title, '示例季度考试');
  await userEvent.click(await screen.findByRole('radio', { name: '这份试卷' }));
  await userEvent.click(screen.getByRole('radio', { name: /^立即公布/ }));
  await userEvent.selectOptions(screen.getByLabelText('人员类别'), '只看专职');
  await userEvent.click(screen.getAllByRole('button', { name: '全部选上' })[0]!);
  expect(screen.getByText('应考 2 人')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('按姓名、支部、工号、职务查找'), '示例人员3');
  await userEvent.click(screen.getByRole('checkbox', { name: /示例人员3/ }));
  expect(screen.getByText('应考 1 人')).toBeTruthy();
  await press('保存');
  await waitFor(async () => expect(await database.exams.count()).toBe(1));
  expect(await database.exams.toArray()).toMatchObject([
    {
      title: '示例季度考试',
      minutes: 60,
      passLine: 80,
      release: 'all',
      paperIds: ['paper-1'],
      candidates: [{ id: 'person-1', unitName: '示例县供电局' }],
      sealed: null,
    },
  ]);
  expect(await screen.findByRole('heading', { name: /示例季度考试/ })).toBeTruthy();
});

it('offers both papers of a pair, and asks before what was typed is lost', async () => {
  await commit('test', [
    { table: 'papers', put: storedPaper({ variant: 'A' }) },
    { table: 'papers', put: storedPaper({ id: 'paper-2', variant: 'B' }) },
    { table: 'exams', put: bureauExam() },
  ]);
  show('exam-1', 'edit');
  await userEvent.click(await screen.findByRole('radio', { name: 'A、B 两卷（按人分配，各占一半）' }));
  window.location.hash = '#/examining/exams';
  await press('留下继续填写', await screen.findByRole('dialog', { name: '还没有保存' }));
  await press('保存');
  await waitFor(async () => expect((await database.exams.get('exam-1'))?.paperIds).toEqual(['paper-1', 'paper-2']));
});

it('seals only what is sound, and keeps the code hidden until somebody asks for it', async () => {
  const soon = Date.now() + 86_400_000;
  await commit('test', [{ table: 'papers', put: storedPaper() }]);
  await put(bureauExam({ opensAt: soon, closesAt: soon + 7_200_000, candidates: [] }));
  show('exam-1');
  expect(await screen.findByText('请选择应考人员。')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '密封试卷' }).disabled).toBe(true);
  await put(bureauExam({ opensAt: soon, closesAt: soon + 7_200_000 }));
  expect(await screen.findByText(/没有发现问题/)).toBeTruthy();
  await press('密封试卷');
  await screen.findByText('已密封，未下发');
  const code = (await database.exams.get('exam-1'))?.sealed?.startCode ?? '';
  expect(readStartCode(code)).toBe(code);
  expect(seals).toMatchObject([{ startCode: code, papers: { examId: 'exam-1' } }]);
  expect(JSON.stringify(seals)).not.toContain('示例解析'); // the answers wait to be published
  expect(screen.queryByText(code)).toBeNull();
  await press('显示启封码');
  expect(screen.getByText(code)).toBeTruthy();
  await press('打印启封码通知单');
  await press('生成 PDF', await screen.findByRole('dialog', { name: '启封码通知单' }));
  await waitFor(() => expect(exports).toHaveLength(1));
  expect(exports[0]?.reports[0]?.rows).toContainEqual(['启封码', [...code].join(' ')]);
  expect(exports[0]?.formats).toEqual(['pdf']);
});

it('publishes the sealed exam, then the answers, and withdraws it', async () => {
  await commit('test', [{ table: 'papers', put: storedPaper() }]);
  await put(bureauExam({ sealed, opensAt: 1, closesAt: 2 }));
  show('exam-1');
  await press('下发考试');
  const dialog = await screen.findByRole('dialog', { name: '下发考试' });
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: '签名并写入' }).disabled).toBe(true);
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /日期和时间没有错/ }));
  await press('签名并写入', dialog);
  expect(await within(dialog).findByText('✓ 已下发第 1 版：党建U盘/sanxun-repo')).toBeTruthy();
  expect(publications).toMatchObject([{ place: 'stick', name: 'exam-2026-q4', clockOk: true, exam: { sealed: 'c2VhbGVk', key: null } }]);
  expect(JSON.stringify(publications)).not.toContain('ABCD-EFGH-JKMN');
  await press('关闭', dialog);
  expect(await screen.findByText('已结束')).toBeTruthy();

  await press('公布答案');
  const release = await screen.findByRole('dialog', { name: '公布答案' });
  await userEvent.click(within(release).getByRole('checkbox'));
  await press('签名并写入', release);
  await press('关闭', await screen.findByRole('dialog', { name: '公布答案' }));
  expect(publications[1]?.exam.key).toHaveLength(4);
  expect(await screen.findByText('已公布答案')).toBeTruthy();

  await press('撤下考试');
  const withdraw = await screen.findByRole('dialog', { name: '撤下考试' });
  await userEvent.click(within(withdraw).getByRole('checkbox'));
  await press('撤下', withdraw);
  await waitFor(async () => expect((await database.exams.get('exam-1'))?.archived).toBe(true));
  expect(withdrawals).toEqual(['exam-2026-q4']);
});

it('takes the seal off only as long as nobody has the package', async () => {
  await put(bureauExam({ sealed }));
  show('exam-1');
  await press('取消密封');
  await press('取消密封', await screen.findByRole('dialog', { name: '取消密封？' }));
  await waitFor(async () => expect((await database.exams.get('exam-1'))?.sealed).toBeNull());
  await put(bureauExam({ sealed, publications: [publication] }));
  expect(await screen.findByRole('button', { name: '公布答案' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '取消密封' })).toBeNull();
});

it('lists exams with their state, archived ones only when asked', async () => {
  await put(bureauExam({ id: 'a', title: '甲考试' }));
  await put(bureauExam({ id: 'b', title: '乙考试', sealed, publications: [publication], opensAt: 1, closesAt: 2 }));
  await put(bureauExam({ id: 'c', title: '丙考试', archived: true }));
  show();
  const rows = await screen.findAllByRole('row');
  expect(rows.slice(1).map((row) => [within(row).getByRole('rowheader').textContent, row.lastElementChild?.textContent])).toEqual([
    ['甲考试', '草稿'],
    ['乙考试', '已结束'],
  ]);
  await userEvent.click(screen.getByRole('checkbox', { name: '显示已归档的考试' }));
  expect(await screen.findByText('丙考试')).toBeTruthy();
});

it('says what to do where there is nothing, and where an exam is gone', async () => {
  show();
  expect(await screen.findByText(/还没有考试/)).toBeTruthy();
});

it('names an exam that is not here', async () => {
  show('none');
  expect(await screen.findByText(/没有这场考试/)).toBeTruthy();
});
