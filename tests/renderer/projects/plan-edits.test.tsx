import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, changeBetween, inverseOf, keepingSame, opsOf } from '../../../renderer/projects/plan/plan-change.ts';
import { blankNode, clearCells, insertRow, moveRows, pasteCells, removeRows } from '../../../renderer/projects/plan/plan-edits.ts';
import { node, project, titles } from './nodes.ts';

const rows = [node(1), node(2), node(3), node(4)];
const sorted = (list: readonly { order: number }[]): boolean =>
  list.every((row, index) => index === 0 || row.order > (list[index - 1]?.order ?? 0));

describe('rows', () => {
  it('inserts between two others by changing nothing but the new row', () => {
    const after = insertRow(rows, 2, { ...blankNode(project.id, 'new'), title: '新' });
    expect(titles(after)).toEqual(['节点1', '节点2', '新', '节点3', '节点4']);
    expect(sorted(after)).toBe(true);
    expect(changeBetween('plan.insert', rows, after)?.after).toHaveLength(1);
  });

  it('moves a block up and down by saving one row, and stays at the edge', () => {
    const up = moveRows(rows, 1, 2, -1);
    expect(titles(up)).toEqual(['节点2', '节点3', '节点1', '节点4']);
    expect(sorted(up)).toBe(true);
    expect(changeBetween('plan.move', rows, up)?.after).toHaveLength(1);
    expect(titles(moveRows(rows, 1, 2, 1))).toEqual(['节点1', '节点4', '节点2', '节点3']);
    expect(moveRows(rows, 0, 1, -1)).toBe(rows);
    expect(moveRows(rows, 2, 3, 1)).toBe(rows);
  });

  it('stays in order however often rows go into the same gap', () => {
    let table: readonly ReturnType<typeof node>[] = rows;
    for (let count = 0; count < 120; count += 1)
      table = insertRow(table, 1, { ...blankNode(project.id, `gap-${count}`), title: String(count) });
    expect(sorted(table)).toBe(true);
    expect(table).toHaveLength(124);
    expect(table[1]?.title).toBe('119');
  });

  it('removes and clears', () => {
    expect(titles(removeRows(rows, 1, 2))).toEqual(['节点1', '节点4']);
    const cleared = clearCells(rows, 1, 1, ['owner', null, 'plannedStart', 'progress']);
    expect(cleared[1]).toEqual({ ...rows[1], owner: '', plannedStart: '', progress: 0 });
    expect(cleared[0]).toBe(rows[0]);
  });
});

describe('pasting', () => {
  let ids = 0;
  const newNode = () => blankNode(project.id, `pasted-${(ids += 1)}`);
  const columns = ['title', null, 'plannedFinish', 'progress'] as const;

  it('fills cells, passes over computed columns and adds rows at the end', () => {
    const cells = [
      ['甲', '忽略', '2026年9月5日', '50%'],
      ['乙', '忽略', '10-1', ''],
    ];
    const { rows: after, added, refused } = pasteCells(rows, 3, cells, { columns, year: 2026, newNode });
    expect(after[3]).toEqual({ ...rows[3], title: '甲', plannedFinish: '2026-09-05', progress: 50 });
    expect(after[4]).toMatchObject({ title: '乙', plannedFinish: '2026-10-01', progress: 0 });
    expect([added, refused, sorted(after)]).toEqual([1, [], true]);
  });

  it('takes the good cells and names those it refused', () => {
    const { rows: after, refused } = pasteCells(rows, 0, [['甲', '', '13月9日', '一半']], { columns, year: 2026, newNode });
    expect(after[0]).toEqual({ ...rows[0], title: '甲' });
    expect(refused).toEqual([
      { row: 0, column: 'plannedFinish', text: '13月9日', problem: 'not-a-date' },
      { row: 0, column: 'progress', text: '一半', problem: 'not-a-percentage' },
    ]);
  });
});

describe('changes', () => {
  const table = fc
    .uniqueArray(fc.record({ order: fc.integer({ min: 1, max: 50 }), title: fc.string() }), { selector: (row) => row.order })
    .map((list) => list.map(({ order, title }) => node(order, { title })).sort((a, b) => a.order - b.order));

  it('lead there and back', () => {
    fc.assert(
      fc.property(table, table, (from, to) => {
        const change = changeBetween('plan.edit', from, to);
        expect(change ? applyChange(from, change) : from).toEqual(to);
        expect(change ? applyChange(to, inverseOf(change, 'plan.undo')) : to).toEqual(from);
      }),
    );
  });

  it('save only what they touch', () => {
    const edited = rows.with(1, { ...node(2), owner: '李四' });
    const change = changeBetween('plan.edit', rows, edited);
    expect(change && opsOf(change)).toEqual([{ table: 'planNodes', put: edited[1] }]);
    const removal = changeBetween('plan.remove', rows, rows.slice(1));
    expect(removal && opsOf(removal)).toEqual([{ table: 'planNodes', remove: 'node-1' }]);
    expect(changeBetween('plan.edit', rows, structuredClone(rows))).toBeNull();
  });

  it('leave untouched rows the same objects', () => {
    const read = structuredClone(rows.with(1, { ...node(2), owner: '李四' }));
    const kept = keepingSame(rows, read);
    expect(kept.map((row, index) => row === rows[index])).toEqual([true, false, true, true]);
    expect(kept).toEqual(read);
  });
});
