import { render, screen, waitFor, within, type RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Marking } from '@shared/model/examining.ts';
import { readMarkings } from '../../../renderer/data/examining/markings.ts';
import { commit } from '../../../renderer/data/work.ts';
import { MarkingTab } from '../../../renderer/examining/marking/marking-tab.tsx';
import { SessionContext } from '../../../renderer/session.tsx';
import { candidate, examOf, recordOf, storedPaper } from '../../support/exam-material.ts';
import { installExamWorkers } from '../../support/exam-workers.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { item, short } from '../../shared/exam/questions.ts';

const question = { ...short('q'), stem: '示例简答题', answer: '要点一（4分）\n要点二（6分）' };
const people = [0, 1, 2].map(candidate);
let bridge: MemoryBridge;

beforeEach(async () => {
  installExamWorkers();
  bridge = await memoryBridge();
  await commit('test', [
    { table: 'exams', put: examOf(people) },
    { table: 'papers', put: storedPaper([item(question, 10)]) },
    { table: 'examRecords', put: recordOf(candidate(0), [['q', { kind: 'text', text: '零号的作答' }]]) },
    { table: 'examRecords', put: recordOf(candidate(1), [['q', { kind: 'text', text: '一号的作答' }]]) },
    { table: 'examRecords', put: recordOf(candidate(2), [['q', { kind: 'text', text: '  ' }]]) },
  ]);
});

const show = (name: string, ...route: string[]): RenderResult =>
  render(
    <SessionContext value={{ ...session, person: { ...session.person, name } }}>
      <MarkingTab route={route} />
    </SessionContext>,
  );

const marks = async (): Promise<(readonly [string, Marking['marker'], string, readonly boolean[], number])[]> =>
  (await readMarkings('exam-1'))
    .map(({ personId, marker, markerName, points, score }) => [personId, marker, markerName, points, score] as const)
    .toSorted((one, other) => (one[0] + one[1] < other[0] + other[1] ? -1 : 1));

const answer = async (): Promise<string> => (await screen.findByRole('article')).querySelector('p')?.textContent ?? '';
const idOf = (text: string): string => (text === '零号的作答' ? 'p0' : 'p1');

it('lists what is to be marked; what was left empty is not', async () => {
  show('甲', 'exam-1');
  const row = await screen.findByRole('row', { name: /示例简答题/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['10', '2', '第一评0/2', '第二评0/2', '无待裁定']);
  expect(document.body.textContent).not.toMatch(/人员\d/);
});

it('is marked by keys alone, and each mark is on the disk before the next answer shows', async () => {
  const user = userEvent.setup();
  show('甲', 'exam-1', 'q', 'first');
  const first = await answer();
  expect(document.body.textContent).not.toMatch(/人员\d/);
  await user.keyboard('2{Enter}');
  await waitFor(async () => expect(await answer()).not.toBe(first));
  expect(await marks()).toEqual([[idOf(first), 'first', '甲', [false, true], 6]]);
  const second = await answer();
  await user.keyboard('12{Enter}');
  await screen.findByText('这道题已全部评完。');
  expect(await marks()).toEqual(
    [
      [idOf(first), 'first', '甲', [false, true], 6],
      [idOf(second), 'first', '甲', [true, true], 10],
    ].toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
  );
});

it('keeps what was ticked and says so where the disk refuses', async () => {
  const user = userEvent.setup();
  show('甲', 'exam-1', 'q', 'first');
  const first = await answer();
  bridge.refuse('disk-full');
  await user.keyboard('1{Enter}');
  await screen.findByRole('alert');
  expect(await answer()).toBe(first);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /要点一/ }).checked).toBe(true);
  expect(await marks()).toEqual([]);
});

it('shows the second marker nothing of the first, and refuses one person for both', async () => {
  const user = userEvent.setup();
  const one = show('甲', 'exam-1', 'q', 'first');
  await answer();
  await user.keyboard('12{Enter}');
  await waitFor(async () => expect(await marks()).toHaveLength(1));
  await user.keyboard('12{Enter}');
  await screen.findByText('这道题已全部评完。');
  one.unmount();
  const same = show('甲', 'exam-1', 'q', 'second');
  await screen.findByText(/两次评分要由两个人分别完成/);
  await user.keyboard('1{Enter}');
  expect(await marks()).toHaveLength(2);
  same.unmount();
  show('乙', 'exam-1', 'q', 'second');
  await answer();
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)).toEqual([false, false]);
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('0');
  expect(document.body.textContent).not.toContain('甲');
});

it('brings answers whose marks differ too much to a third, who sees both', async () => {
  const user = userEvent.setup();
  const mark = (personId: string, marker: 'first' | 'second', points: readonly boolean[], score: number) =>
    ({
      table: 'markings',
      put: {
        id: `exam-1:${personId}:q:${marker}`,
        examId: 'exam-1',
        personId,
        questionId: 'q',
        marker,
        markerName: marker,
        points,
        score,
        at: 1,
      },
    }) as const;
  await commit('test', [
    mark('p0', 'first', [true, true], 10),
    mark('p0', 'second', [true, false], 4),
    mark('p1', 'first', [true, false], 4),
    mark('p1', 'second', [false, true], 6),
  ]);
  const list = show('丙', 'exam-1');
  expect((await screen.findByRole('row', { name: /示例简答题/ })).textContent).toContain('待裁定 1 份');
  list.unmount();
  show('丙', 'exam-1', 'q', 'settled');
  expect(await answer()).toBe('零号的作答');
  expect(screen.getByRole('table').textContent).toContain('第一评 10 分第二评 4 分');
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), '１２{Enter}');
  await screen.findByText('请填 0 到 10 之间的分数。');
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), '7.5{Enter}');
  await screen.findByText('这道题已全部评完。');
  expect((await marks()).filter(([, marker]) => marker === 'settled')).toEqual([['p0', 'settled', '丙', [false, false], 7.5]]);
});
