import { CFB, read, utils, write, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanNode } from '@shared/model/project.ts';
import { firstChoices } from '@shared/projects/exchange/choices.ts';
import { tidy } from '@shared/projects/exchange/cells.ts';
import { planHead } from '@shared/reports/plan-head.ts';
import { planReport } from '@shared/reports/plan.ts';
import { plainPlan } from '../../../main/projects/plain-plan.ts';
import { writePlanWorkbook } from '../../../main/projects/xlsx/plan-workbook.ts';
import { planNode } from '../../shared/projects/fixture.ts';
import { anyPlan } from '../../shared/projects/exchange/arbitrary.ts';
import { workbook } from '../import/workbook.ts';
import { compared, differences, planDocument, readPlan, taken, threeNodes } from './support.ts';

const sheetName = '推进计划表';

/** Our workbook after somebody has worked on it with another program; rows are those of the sheet, from 0. */
async function edited(
  nodes: readonly PlanNode[],
  edit: (rows: unknown[][], book: WorkBook) => unknown[][],
  baseline: readonly PlanNode[] = [],
) {
  const book = read(await writePlanWorkbook(planDocument(nodes, { baseline })), { cellDates: true, UTC: true });
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[sheetName] ?? {}, {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true,
    UTC: true,
  });
  book.Sheets[sheetName] = utils.aoa_to_sheet(edit(rows, book), { UTC: true });
  return readPlan(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array); // the library types it as any
}

const column = {
  number: 0,
  phase: 1,
  title: 2,
  duty: 3,
  owner: 5,
  plannedFinish: 9,
  adjustedFinish: 10,
  progress: 12,
  dependencies: 19,
  nodeId: 21,
};
/** The three lines above the table. */
const [first, second, third] = [3, 4, 5];

test('what goes out comes back the same, whatever stands in the cells', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const { nodes } = plainPlan(planDocument(plan));
      const file = await readPlan(await writePlanWorkbook(planDocument(plan)));
      expect(file.problems).toEqual([]);
      expect(file.exported.map(({ nodeId }) => nodeId)).toEqual(plan.map(({ id }) => id));
      const comparison = compared(file, nodes);
      expect(differences(comparison)).toEqual([]);
      expect([comparison.absent, comparison.moved, comparison.otherProject]).toEqual([[], [], false]);
      expect(taken(comparison).nodes).toEqual(nodes);
    }),
    { numRuns: 60 },
  );
});

test('every row is accounted for', async () => {
  const file = await readPlan(await writePlanWorkbook(planDocument(threeNodes)));
  expect(file.accounted).toEqual({ source: 7, rows: 3, headings: 3, refused: 0, ignored: 1 });
});

test('only the cells that were edited differ', async () => {
  const file = await edited(threeNodes, (rows) => {
    rows[second]![column.owner] = '韦敏';
    rows[third]![column.progress] = 60;
    return rows;
  });
  const comparison = compared(file, threeNodes);
  expect(differences(comparison)).toEqual(['5 owner: 李明华 → 韦敏', '6 progress: 40 → 60']);
  const [one, two, three] = threeNodes;
  expect(taken(comparison).nodes).toEqual([one, { ...two, owner: '韦敏' }, { ...three, progress: 60 }]);
});

test('a cell that changed on both sides is a conflict, in which the plan stays until somebody decides', async () => {
  const file = await edited(threeNodes, (rows) => {
    rows[first]![column.owner] = '韦敏';
    rows[first]![column.duty] = '逐户核对';
    return rows;
  });
  const now = threeNodes.map((node) => (node.id === 'a' ? { ...node, owner: '李强', note: '现在的备注' } : node));
  const comparison = compared(file, now);
  expect(differences(comparison)).toEqual(['4 duty: 逐户核对负荷 → 逐户核对', '4 owner: 李强 → 韦敏 !']);
  expect(taken(comparison).nodes[0]).toEqual({ ...now[0], duty: '逐户核对' });
});

test('the same change on both sides is none', async () => {
  const file = await edited(threeNodes, (rows) => {
    rows[first]![column.owner] = '韦敏';
    return rows;
  });
  expect(
    differences(
      compared(
        file,
        threeNodes.map((node) => (node.id === 'a' ? { ...node, owner: '韦敏' } : node)),
      ),
    ),
  ).toEqual([]);
});

test('rows in another order: nodes move, and links stay with their nodes', async () => {
  const file = await edited(threeNodes, (rows) => [
    ...rows.slice(0, first),
    rows[third]!,
    rows[first]!,
    rows[second]!,
    ...rows.slice(third + 1),
  ]);
  const comparison = compared(file, threeNodes);
  expect(differences(comparison)).toEqual([]);
  expect(comparison.moved).toEqual(['c']);
  const { nodes } = taken(comparison);
  expect(nodes.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(nodes.filter((node, place) => place > 0 && node !== threeNodes[place - 1])).toEqual([]);
  expect(taken(comparison, { ...firstChoices(comparison), order: false }).nodes).toEqual(threeNodes);
});

test('a row that was deleted is absent and nothing more, until a person ticks it', async () => {
  const file = await edited(threeNodes, (rows) => rows.toSpliced(second, 1));
  const comparison = compared(file, threeNodes);
  expect([differences(comparison), comparison.absent.map(({ id }) => id), comparison.moved]).toEqual([[], ['b'], []]);
  expect(taken(comparison).nodes).toEqual(threeNodes);
  const without = taken(comparison, { ...firstChoices(comparison), removed: new Set(['b']) }).nodes;
  expect(without.map(({ id, dependencies }) => [id, dependencies])).toEqual([
    ['a', []],
    ['c', []],
  ]);
});

test('a node that came into the plan after the export is not absent', async () => {
  const file = await edited(threeNodes, (rows) => rows);
  const comparison = compared(file, [...threeNodes, planNode({ id: 'later', order: 4 })]);
  expect([comparison.absent, taken(comparison).nodes.map(({ id }) => id)]).toEqual([[], ['a', 'b', 'c', 'later']]);
});

test('a row that was copied: the origin keeps its node, the copy is shown and becomes a node of its own where it says something else', async () => {
  const file = await edited(threeNodes, (rows) => {
    const same = [...rows[first]!];
    const other = [...rows[first]!];
    other[column.title] = '二次勘查';
    return [...rows.slice(0, first), other, rows[first]!, same, ...rows.slice(second)];
  });
  const comparison = compared(file, threeNodes);
  expect(comparison.rows.map(({ row, because, repeats }) => [row, because, repeats])).toEqual([
    [4, 'copy', false],
    [5, null, false],
    [6, 'copy', true],
    [7, null, false],
    [8, null, false],
  ]);
  const { nodes } = taken(comparison);
  expect(nodes.map(({ id, title }) => [id, title])).toEqual([
    ['id of new-1', '二次勘查'],
    ['a', '现场勘查'],
    ['b', '方案编制'],
    ['c', '改造施工'],
  ]);
  expect(nodes.slice(1)).toEqual(threeNodes);
});

test('new rows take their place, and links to them hold', async () => {
  const file = await edited(threeNodes, (rows) => {
    const added = rows[first]!.map(() => null as unknown);
    added[column.number] = 9;
    added[column.title] = '材料采购';
    added[column.plannedFinish] = '2026年4月20日';
    added[column.dependencies] = '1SS+3';
    rows[third]![column.dependencies] = '2FS+2;9';
    return rows.toSpliced(third, 0, added);
  });
  const { nodes, faults } = taken(compared(file, threeNodes));
  expect(faults).toEqual([]);
  expect(nodes.map(({ id, order }) => [id, order])).toEqual([
    ['a', 1],
    ['b', 2],
    ['id of new-3', 2.5],
    ['c', 3],
  ]);
  expect(nodes[2]).toMatchObject({
    title: '材料采购',
    plannedFinish: '2026-04-20',
    dependencies: [{ nodeId: 'a', type: 'SS', lag: 3, elapsed: false }],
  });
  expect(nodes[3]?.dependencies).toEqual([
    { nodeId: 'b', type: 'FS', lag: 2, elapsed: false },
    { nodeId: 'id of new-3', type: 'FS', lag: 0, elapsed: false },
  ]);
});

test('of an approved plan 计划完成 shows what was approved and 调整后完成 what holds; emptying it goes back', async () => {
  const now = threeNodes.map((node) => (node.id === 'b' ? { ...node, plannedFinish: '2026-05-08' } : node));
  const same = await edited(now, (rows) => rows, threeNodes);
  expect(differences(compared(same, now))).toEqual([]);
  const back = await edited(
    now,
    (rows) => {
      expect(rows[second]!.slice(9, 11)).toEqual([new Date('2026-04-10'), new Date('2026-05-08')]);
      rows[second]![column.adjustedFinish] = null;
      rows[third]![column.adjustedFinish] = '2026.10.15';
      return rows;
    },
    threeNodes,
  );
  expect(differences(compared(back, now))).toEqual([
    '5 plannedFinish: 2026-05-08 → 2026-04-10',
    '6 plannedFinish: 2026-09-30 → 2026.10.15',
  ]);
});

test('bad cells are shown with a proposal, or kept in the notes; nothing is lost', async () => {
  const file = await edited(threeNodes, (rows) => {
    rows[first]![column.plannedFinish] = '9月底前';
    rows[second]![column.plannedFinish] = '待领导批准后';
    rows[third]![column.owner] = '周某';
    rows[second]![column.dependencies] = '77';
    return rows;
  });
  const comparison = compared(file, threeNodes);
  const cells = comparison.rows.flatMap((row) =>
    row.cells.map(({ field, read: one, unknown }) => [
      row.row,
      field,
      'problem' in one ? [one.problem, one.proposal.length] : null,
      unknown,
    ]),
  );
  expect(cells).toEqual([
    [4, 'plannedFinish', ['not-a-date', 10], []],
    [5, 'plannedFinish', ['not-a-date', 0], []],
    [5, 'dependencies', ['no-such-row', 0], []],
    [6, 'owner', null, ['周某']],
  ]);
  const { nodes, faults } = taken(comparison);
  expect(faults).toEqual([]);
  expect(nodes[0]?.plannedFinish).toBe('2026-09-30');
  expect(nodes[1]).toEqual({ ...threeNodes[1], note: 'plannedFinish：待领导批准后\ndependencies：77' });
});

test('a cell too long for a node fills it, and the rest goes into the notes', async () => {
  const long = '长'.repeat(40_000);
  const file = await readPlan(
    await workbook({
      计划: [
        ['节点', '责任人', '工作要求'],
        ['改造施工', '李明华', long],
      ],
    }),
  );
  const comparison = compared(file, threeNodes);
  expect(comparison.rows[0]?.cells.map(({ field, read: one }) => [field, 'problem' in one && one.problem])).toEqual([
    ['duty', 'too-long'],
    ['owner', false],
  ]);
  const { nodes, faults } = taken(comparison);
  expect(faults).toEqual([]);
  expect([nodes[2]?.duty.length, `${nodes[2]?.duty}${nodes[2]?.note.replace('duty：', '')}` === long]).toEqual([32_767, true]);
});

test('a finish before the start and a circle of links are told', async () => {
  const file = await edited(threeNodes, (rows) => {
    rows[first]![column.plannedFinish] = '2026-01-01';
    rows[first]![column.dependencies] = '3';
    return rows;
  });
  const { reversed, cycles } = taken(compared(file, threeNodes));
  expect([reversed, cycles.map((ids) => ids.toSorted())]).toEqual([['a'], [['a', 'b', 'c']]]);
});

test('a record that was tampered with is told, and the row is compared with the plan alone', async () => {
  const file = await edited(threeNodes, (rows, book) => {
    const sheet = book.Sheets['导出记录'] ?? {};
    const cell = utils.encode_cell({ r: 2, c: 3 });
    sheet[cell] = { t: 's', v: '别的阶段' };
    rows[first]![column.owner] = '韦敏';
    return rows;
  });
  expect(file.problems.map(({ code, row }) => [code, row])).toEqual([['record-changed', 3]]);
  expect(differences(compared(file, threeNodes))).toEqual(['4 owner: 李明华 → 韦敏']);
});

test('a workbook of another project brings its nodes as new ones', async () => {
  const bytes = await writePlanWorkbook(planDocument(threeNodes, { project: { ...planDocument([]).project, id: 'other' } }));
  const comparison = compared(await readPlan(bytes), [planNode({ id: 'x', title: '方案编制' })]);
  expect([comparison.otherProject, comparison.rows.map(({ because, byTitle }) => because ?? byTitle)]).toEqual([
    true,
    ['foreign', true, 'foreign'],
  ]);
});

test('typed cells, a frozen header, a hidden column and a hidden sheet', async () => {
  const bytes = await writePlanWorkbook(planDocument(threeNodes));
  const book = read(bytes, { cellStyles: true });
  const sheet = book.Sheets[sheetName] ?? {};
  expect(book.Workbook?.Sheets?.map(({ name, Hidden }) => [name, Hidden])).toEqual([
    [sheetName, 0],
    ['导出记录', 1],
  ]);
  expect(sheet['!cols']?.map((one, place) => (one?.hidden ? place : -1)).filter((place) => place >= 0)).toEqual([column.nodeId]);
  expect([sheet.I4.t, sheet.I4.w, sheet.M6.t, sheet.M6.v, sheet.C4.t]).toEqual(['n', '2026-03-02', 'n', 40, 's']);
  const entry = CFB.find(CFB.read(bytes, { type: 'array' }), '/xl/worksheets/sheet1.xml') as { content: Uint8Array };
  const xml = new TextDecoder().decode(Uint8Array.from(entry.content));
  expect(xml).toMatch(/<pane[^>]*ySplit="3"[^>]*state="frozen"/);
  expect(xml).toContain('<dataValidation type="list"');
  expect(xml).not.toContain('<f>');
});

test('the form is printed without the columns beside it, its head says what was approved, and its states are those of the printed table', async () => {
  const document = planDocument(threeNodes);
  const [node] = document.nodes;
  if (!node) throw new Error('the example has nodes');
  const approved = {
    ...document,
    baseline: [{ ...node, plannedFinish: '2026-03-01' }],
    approval: { revision: 2, approvedOn: '2026-02-27' },
    evidence: [{ nodeId: node.id, name: '勘查报告.pdf' }],
  };
  const bytes = await writePlanWorkbook(approved);
  const book = read(bytes);
  const sheet = book.Sheets[sheetName] ?? {};
  expect(book.Workbook?.Names?.find(({ Name }) => Name === '_xlnm.Print_Area')?.Ref).toContain('$A$1:$R$8');
  expect(sheet.A2.v).toBe(planHead(approved).join('\n'));
  const report = planReport({ ...approved, evidence: new Map(), paper: null });
  expect(sheet.P4.v).toBe('勘查报告.pdf');
  const cellsOf = (place: number) => ['N', 'O'].map((letter) => sheet[`${letter}${4 + place}`]?.v ?? null);
  const printed = report.rows.map((row) =>
    ['状态', '偏差（天）'].map((title) => row[report.columns.findIndex((one) => one.title === title)]),
  );
  expect(threeNodes.map((_node, place) => cellsOf(place))).toEqual(printed);
});

test('a text is tidy when it has been tidied', () => {
  fc.assert(fc.property(fc.string(), (text) => tidy(tidy(text)) === tidy(text)));
});
