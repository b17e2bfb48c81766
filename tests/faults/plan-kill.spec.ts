import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import type { ChangedField, PlanChangeNote, PlanNode } from '@shared/model/project.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { goTo } from '../support/go-to.ts';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { approvalRows, exampleProject, planRows } from '../support/projects/example-plan.ts';
import { approvedColumns, cellAt, giveReason, planSaved, typeCells } from '../support/projects/plan-grid.ts';
import { putWork } from '../support/put-work.ts';
import { readTable } from '../support/work-rows.ts';

/** The long form is SANXUN_KILLS=300. */
const kills = Number(process.env.SANXUN_KILLS ?? 5);
const { nodes: baseline, ops } = planRows(6);

/** A plan as the disk has it, by node, and the lines of its 变更单 in the order in which they were written. */
interface Kept {
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly notes: readonly PlanChangeNote[];
  readonly summary: unknown;
}

async function keptIn(page: Page): Promise<Kept> {
  const [nodes, notes, summaries] = await Promise.all(['planNodes', 'planChanges', 'planSummaries'].map((table) => readTable(page, table)));
  const rows = nodes as unknown as readonly PlanNode[]; // the test has put them there
  const lines = notes as unknown as readonly PlanChangeNote[]; // the program writes no others
  return {
    nodes: new Map(rows.map((node) => [node.id, node])),
    notes: lines.toSorted((one, other) => one.at - other.at),
    summary: summaries?.[0],
  };
}

/** What was typed into each cell, oldest first, and which of it was last shown as saved. The first is what stood there. */
interface Tried {
  readonly nodeId: string;
  readonly field: 'owner' | 'nextSteps';
  readonly texts: string[];
  confirmed: number;
}

/** An owner asks for a reason, and writes a line of the 变更单 with the node; the remark is saved at once. */
async function typeUntilDeath(page: Page, round: number, tried: readonly Tried[]): Promise<void> {
  try {
    for (let count = 0; ; count += 1) {
      const place = (round + count) % tried.length;
      const entry = tried[place];
      if (!entry) throw new Error(`no cell ${place}`);
      const text = `示例${round}-${count}`;
      const column = entry.field === 'owner' ? approvedColumns.owner : approvedColumns.nextSteps;
      entry.texts.push(text);
      await typeCells(page, cellAt(page, place % baseline.length, column), [text]);
      if (entry.field === 'owner') await giveReason(page, `示例原因${text}`);
      else await planSaved(page);
      entry.confirmed = entry.texts.length - 1;
    }
  } catch {
    // The page is gone: this is how each round ends.
  }
}

/** What is kept is what was last shown as saved, or something typed after it. Whoever looks again begins from there. */
function expectNothingLost({ nodes }: Kept, tried: readonly Tried[]): void {
  for (const entry of tried) {
    const kept = nodes.get(entry.nodeId)?.[entry.field] ?? '';
    expect(entry.texts.slice(entry.confirmed), `${entry.nodeId} ${entry.field}`).toContain(kept);
    entry.texts.splice(0, entry.texts.length, kept);
    entry.confirmed = 0;
  }
}

const cellsOf = ['owner', 'duty', 'plannedStart', 'plannedFinish'] as const satisfies readonly ChangedField[];

/** Each cell is what its last line says, each line goes on from the one before, and the first from what was approved. */
function expectNotesAgree({ nodes, notes, summary }: Kept): void {
  for (const approved of baseline) {
    for (const field of cellsOf) {
      const lines = notes.filter((note) => note.nodeId === approved.id && note.field === field);
      const last = lines.reduce((text, { before, after }) => {
        expect(before).toBe(text);
        return after;
      }, approved[field]);
      expect(nodes.get(approved.id)?.[field]).toBe(last);
    }
  }
  expect(summary).toEqual(summaryRow(exampleProject.id, inOrder(nodes)));
}

const inOrder = (nodes: Kept['nodes']): readonly PlanNode[] => [...nodes.values()].toSorted((one, other) => one.order - other.order);

test(`${kills} kills while editing an approved plan lose nothing that was saved, and its change orders agree with it`, async () => {
  test.setTimeout(60_000 + kills * 30_000);
  const profile = temporaryFolder('plan-kill');
  const tried = (['owner', 'nextSteps'] as const).flatMap((field) =>
    baseline.map((node): Tried => ({ nodeId: node.id, field, texts: [node[field]], confirmed: 0 })),
  );
  let confirmed = 0;
  let running = await launch(profile.path);
  await chooseFirstPerson(running.page);
  await putWork(running.page, [...ops, ...approvalRows(baseline)]);
  for (let round = 0; round < kills; round += 1) {
    await goTo(running.page, 'projects', exampleProject.id);
    await running.page.getByRole('grid').waitFor();
    const typing = typeUntilDeath(running.page, round, tried);
    await sleep(200 + Math.random() * 2_800);
    await running.kill();
    await typing;
    confirmed += tried.reduce((sum, entry) => sum + entry.confirmed, 0);
    running = await launch(profile.path);
    const kept = await keptIn(running.page);
    expectNothingLost(kept, tried);
    expectNotesAgree(kept);
  }
  const { notes } = await keptIn(running.page);
  expect(confirmed).toBeGreaterThan(kills);
  expect(notes.length).toBeGreaterThan(0);
  console.log(`${kills} kills, ${confirmed} confirmed cells, 0 lost, ${notes.length} lines of change orders agree`);
  await running.close();
  profile.remove();
});
