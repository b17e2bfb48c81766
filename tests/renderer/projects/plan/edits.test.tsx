import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dependency } from '@shared/model/project.ts';
import { blankNode } from '@shared/projects/complete.ts';
import { applyChange, changeBetween, inverseOf, keepingSame } from '../../../../renderer/projects/plan/session/plan-change.ts';
import {
  clearCells,
  fillDown,
  insertRows,
  moveRows,
  pasteCells,
  removeRows,
  takeProposals,
} from '../../../../renderer/projects/plan/edits/plan-edits.ts';
import { setField } from '../../../../renderer/projects/plan/edits/plan-field.ts';
import { node, project, titles } from '../nodes.ts';

const rows = [node(1), node(2), node(3), node(4)];
const sorted = (list: readonly { order: number }[]): boolean =>
  list.every((row, index) => index === 0 || row.order > (list[index - 1]?.order ?? 0));

describe('rows', () => {
  it('inserts between two others by changing nothing but the new row', () => {
    const after = insertRows(rows, 2, [{ ...blankNode(project.id, 'new'), title: '新' }]);
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
      table = insertRows(table, 1, [{ ...blankNode(project.id, `gap-${count}`), title: String(count) }]);
    expect(sorted(table)).toBe(true);
    expect(table).toHaveLength(124);
    expect(table[1]?.title).toBe('119');
  });

  it('removes and clears', () => {
    expect(titles(removeRows(rows, 1, 2).rows)).toEqual(['节点1', '节点4']);
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
    const at = { nodeId: 'node-1', row: 0 };
    const { rows: after, refused } = pasteCells(rows, 0, [['甲', '', '13月9日', '一半']], { columns, year: 2026, newNode });
    expect(after[0]).toEqual({ ...rows[0], title: '甲' });
    expect(refused).toEqual([
      { ...at, column: 'plannedFinish', text: '13月9日', refusal: { problem: 'not-a-date', about: '', proposal: '' } },
      { ...at, column: 'progress', text: '一半', refusal: { problem: 'not-a-percentage', about: '', proposal: '' } },
    ]);
  });

  it('proposes a day for what is no day, and fills it in only when asked to', () => {
    const options = { columns: ['plannedStart', 'plannedFinish'] as const, year: 2026, newNode };
    const { rows: after, refused } = pasteCells(rows, 1, [['9月中旬', '9月底前']], options);
    expect(after).toEqual(rows);
    expect(refused.map(({ refusal }) => refusal.proposal)).toEqual(['2026-09-11', '2026-09-30']);
    expect(takeProposals(after, refused, 2026)[1]).toEqual({ ...rows[1], plannedStart: '2026-09-11', plannedFinish: '2026-09-30' });
    expect(takeProposals(rows.slice(2), refused, 2026)).toEqual(rows.slice(2));
  });

  it('refuses a cell of 40,000 characters', () => {
    const { rows: after, refused } = pasteCells(rows, 0, [['长'.repeat(40_000)]], { columns: ['title'], year: 2026, newNode });
    expect(after).toEqual(rows);
    expect(refused.map(({ refusal }) => refusal.problem)).toEqual(['too-long']);
  });
});

describe('links', () => {
  const after = (id: string): Dependency => ({ nodeId: id, type: 'FS', lag: 0, elapsed: false });
  const chain = [node(1), node(2, { dependencies: [after('node-1')] }), node(3, { dependencies: [after('node-2'), after('node-1')] })];
  const edit = (row: number, text: string) => setField(chain[row] ?? node(9), 'dependencies', text, { rows: chain, year: 2026 });

  it('are typed by row numbers', () => {
    const links = [{ ...after('node-1'), type: 'SS', lag: 2 }, after('node-2')];
    expect(edit(2, '1SS+2; 2')).toEqual({ node: { ...chain[2], dependencies: links } });
    expect(edit(2, '')).toEqual({ node: { ...chain[2], dependencies: [] } });
    const same = edit(1, '1');
    expect('node' in same && same.node).toBe(chain[1]);
  });

  it.each([
    [0, '8', 'link-no-such-row', '8'],
    [0, '三', 'link-unreadable', '三'],
    [2, '1;1', 'link-twice', '1'],
    [1, '2', 'link-itself', ''],
    [0, '3', 'link-circle', ''],
  ])('of row %i to %s are refused: %s', (row, text, problem, about) => {
    expect(edit(row, text)).toEqual({ problem, about, proposal: '' });
  });

  it('to removed rows go away with them', () => {
    const { rows: left, links } = removeRows(chain, 0, 0);
    expect([left.map(({ dependencies }) => dependencies.map(({ nodeId }) => nodeId)), links]).toEqual([[[], ['node-2']], 2]);
  });

  it('are not filled into the node that they come from', () => {
    expect(fillDown(chain, 1, 2, ['owner', null, 'dependencies'])[2]?.dependencies).toEqual([after('node-1')]);
    expect(fillDown([chain[1] ?? node(2), node(1)], 0, 1, ['dependencies'])[1]?.dependencies).toEqual([]);
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

  it('set only the fields that they are about, and setting them twice is setting them once', () => {
    const change = changeBetween('plan.edit', rows, rows.with(1, { ...node(2), owner: '李四' }));
    const meanwhile = rows.with(1, { ...node(2), progress: 40 });
    const once = change ? applyChange(meanwhile, change) : [];
    expect(once[1]).toEqual({ ...node(2), owner: '李四', progress: 40 });
    expect(change && applyChange(once, change)).toEqual(once);
    expect(change && applyChange(once, inverseOf(change, 'plan.undo'))).toEqual(meanwhile);
  });

  it('are none where nothing differs', () => {
    expect(changeBetween('plan.edit', rows, structuredClone(rows))).toBeNull();
  });

  it('leave untouched rows the same objects', () => {
    const read = structuredClone(rows.with(1, { ...node(2), owner: '李四' }));
    const kept = keepingSame(rows, read);
    expect(kept.map((row, index) => row === rows[index])).toEqual([true, false, true, true]);
    expect(kept).toEqual(read);
  });
});
