import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PlanNode } from '@shared/model/project.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { BarTools } from '../../../../../renderer/projects/plan/bars/bar-tools.tsx';
import { Bars, type BarsProps } from '../../../../../renderer/projects/plan/bars/bars.tsx';
import { planNode } from '../../../../shared/projects/fixture.ts';

// What jsdom lacks.
beforeEach(() => {
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});

const nodes = (count: number): PlanNode[] =>
  Array.from({ length: count }, (_, n) => planNode({ id: `n${n + 1}`, order: n, title: `节点${n + 1}` }));
const onMove = vi.fn<BarsProps['onMove']>();
const calendar = legalCalendar([{ year: 2026, off: [], work: [], basis: '' }]);

function Shown({ rows, baseline = [] }: { readonly rows: readonly PlanNode[]; readonly baseline?: readonly PlanNode[] }) {
  const [scrollTop, setScrollTop] = useState(0);
  return (
    <>
      <button type="button">旁边</button>
      <Bars
        rows={rows}
        baseline={baseline}
        calendar={calendar}
        today="2026-03-10"
        unit="day"
        scrollTop={scrollTop}
        rowHeight={44}
        headHeight={66}
        onScroll={setScrollTop}
        onMove={onMove}
      />
    </>
  );
}

const bar = (name: RegExp): HTMLElement => screen.getByRole('option', { name });
beforeEach(() => onMove.mockReset());

test('a bar says its dates, its progress and how it stands; what changed since the approval too', () => {
  const rows = [
    planNode({ id: 'n1', title: '勘查', progress: 40, plannedFinish: '2026-03-06' }),
    planNode({ id: 'n2', title: '', plannedStart: '', plannedFinish: '' }),
  ];
  render(<Shown rows={rows} baseline={[planNode({ id: 'n1' })]} />);
  expect(
    within(screen.getByRole('listbox', { name: '时间条' }))
      .getAllByRole('option')
      .map((each) => each.getAttribute('aria-label')),
  ).toEqual([
    '第 1 行，勘查　40%　⚠ 逾期 4 天　已调整，计划 2026-03-01 至 2026-03-06，批准 2026-03-01 至 2026-03-31',
    '第 2 行，未命名节点　批准后新增，计划 未定 至 未定',
  ]);
});

test('by keys: arrows go from bar to bar, Alt moves, Alt and Shift change the finish, Enter confirms', async () => {
  const user = userEvent.setup();
  render(<Shown rows={nodes(3)} />);
  await user.tab();
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(bar(/^第 2 行/));
  await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
  expect(screen.getByRole('status').textContent).toBe('节点2：2026-03-03 至 2026-04-01，22 个工作日　回车确定，Esc 取消');
  expect(onMove).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(onMove.mock.calls).toEqual([['n2', { start: '2026-03-03', finish: '2026-04-01' }]]);
});

test('Escape cancels; leaving the bars keeps what was moved', async () => {
  const user = userEvent.setup();
  render(<Shown rows={nodes(2)} />);
  await user.tab();
  await user.tab();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}{Escape}');
  expect(screen.getByRole('status').textContent).toBe('');
  await user.tab({ shift: true });
  expect(onMove).not.toHaveBeenCalled();
  await user.tab();
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await user.tab({ shift: true });
  expect(onMove.mock.calls).toEqual([['n1', { start: '2026-02-28', finish: '2026-03-30' }]]);
});

/** Takes hold of a part of a bar, moves it by so many days, and lets it go unless told otherwise. */
function drag(part: Element, days: number, end: 'up' | 'escape' = 'up'): void {
  const from = { clientX: 500, clientY: 20, button: 0, pointerId: 1 };
  const to = { ...from, clientX: 500 + days * 26 };
  fireEvent.pointerDown(part, from);
  fireEvent.pointerMove(part, to);
  if (end === 'escape') fireEvent.keyDown(document.activeElement ?? part, { key: 'Escape' });
  fireEvent.pointerUp(part, to);
}

const partOf = (element: Element, selector: string): Element => {
  const part = element.querySelector(selector);
  if (!part) throw new Error(`no ${selector}`);
  return part;
};

test('by mouse: the middle moves the node, its ends change its dates by whole days, Escape lets go of it', () => {
  render(<Shown rows={nodes(2)} />);
  const first = bar(/^第 1 行/);
  drag(partOf(first, '.bar-hold'), 3.4);
  drag(partOf(first, '[data-grip="start"]'), 2);
  drag(partOf(first, '[data-grip="finish"]'), -1);
  drag(partOf(first, '.bar-hold'), 5, 'escape');
  drag(partOf(first, '.bar-hold'), 0.2);
  expect(onMove.mock.calls).toEqual([
    ['n1', { start: '2026-03-04', finish: '2026-04-03' }],
    ['n1', { start: '2026-03-03', finish: '2026-03-31' }],
    ['n1', { start: '2026-03-01', finish: '2026-03-30' }],
  ]);
  expect(document.activeElement).toBe(first);
});

test('of two thousand bars those in sight are drawn, and the one that has the focus', () => {
  render(<Shown rows={nodes(2_000)} />);
  const box = screen.getByRole('listbox').closest('.bars-box');
  if (!box) throw new Error('no box');
  fireEvent.focus(bar(/^第 1 行/));
  box.scrollTop = 44 * 1_000;
  fireEvent.scroll(box);
  const shown = screen.getAllByRole('option').map((each) => Number(each.getAttribute('aria-posinset')));
  expect(shown.length).toBeLessThan(60);
  expect(shown.includes(1) && shown.includes(1_001) && !shown.includes(500)).toBe(true);
});

test('links are lines between bars, one of them told by the ends that it joins', () => {
  const [first, second] = nodes(2);
  if (!first || !second) throw new Error('two nodes');
  const linked = { ...second, dependencies: [{ nodeId: 'n1', type: 'FS', lag: 0, elapsed: false }] } as const;
  const { container } = render(<Shown rows={[first, linked]} />);
  expect(container.querySelectorAll('.bar-link')).toHaveLength(1);
});

test('the scale is chosen by name', async () => {
  const onUnit = vi.fn<(unit: string) => void>();
  render(<BarTools unit="fit" onUnit={onUnit} />);
  await userEvent.setup().selectOptions(screen.getByRole('combobox', { name: '时间刻度' }), '按月');
  expect(onUnit.mock.calls).toEqual([['month']]);
});
