import path from 'node:path';
import type { PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectSnapshot } from '@shared/model/reviewing.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { returnFacts } from '@shared/projects/merge/facts.ts';
import { mergeReturn, nothingReturned, type IncomingReturn, type ReturnsOfProject } from '@shared/projects/merge/merge.ts';
import { countingReturns } from '@shared/projects/merge/settle.ts';
import { chooseFirstPerson, launch } from '../support/launch.ts';
import { figure, median, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const branches = 500;
const projectsOfBranch = 2;
const nodesOfProject = 30;
const ledgerProjects = 5_000;
const rounds = 7;
/** Milliseconds. */
const [mergeGoal, ledgerGoal] = [5_000, 200];

/** Merging what 500 branches send, against reading the same JSON alone; then opening the ledger of 5,000 projects. */
export async function planMergeFigures(workshop: Workshop): Promise<Figure[]> {
  const texts = Array.from({ length: branches }, (_, branch) => JSON.stringify(sentBy(branch)));
  const [merging, reading] = [[] as number[], [] as number[]];
  for (let round = 0; round < rounds; round += 1) {
    reading.push(timeOf(() => texts.reduce((sum, text) => sum + read(text).length, 0), branches * projectsOfBranch));
    merging.push(timeOf(() => mergeAll(texts), branches * projectsOfBranch));
  }
  const megabytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1_000_000);
  const value = median(merging);
  const note = `${branches} branches with ${projectsOfBranch} projects of ${nodesOfProject} nodes, ${megabytes} MB, reading included; the goal is in ms`;
  const measured = { group: 'plan-merge', name: 'plan-merge', unit: 'ms', peer: 'JSON.parse of what the branches sent' } as const;
  return [
    { ...figure({ ...measured, value, peerValue: median(reading), goal: null, note }), goal: mergeGoal, met: value <= mergeGoal },
    await ledgerFigure(workshop),
  ];
}

async function ledgerFigure(workshop: Workshop): Promise<Figure> {
  const profile = path.join(workshop.folder, 'ledger');
  await fill(profile);
  const { page, close } = await launch(profile, {}, 300_000);
  const [opened, bare, tasks] = [[] as number[], [] as number[], [] as number[]];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await page.evaluate(readBareRows));
    await page.evaluate(watchTasks);
    opened.push(await page.evaluate(openLedger));
    tasks.push(await page.evaluate(longestTask));
    console.error(`ledger, round ${round + 1} of ${rounds}`);
  }
  await close();
  const value = median(opened);
  const note = `${ledgerProjects} projects of ${nodesOfProject} nodes; slowest ${Math.round(Math.max(...opened))} ms; longest task while it opens ${Math.round(Math.max(...tasks))} ms; the goal is in ms`;
  const measured = { group: 'plan-merge', name: 'ledger', unit: 'ms', peer: 'reading the bare rows of the returns' } as const;
  return { ...figure({ ...measured, value, peerValue: median(bare), goal: null, note }), goal: ledgerGoal, met: value <= ledgerGoal };
}

/** Writes what came in to the journal; the next start brings it into the database. */
async function fill(profile: string): Promise<void> {
  const { page, close } = await launch(profile);
  await chooseFirstPerson(page);
  await page.evaluate(asBureau);
  for (let from = 0; from < ledgerProjects; from += 50) {
    await page.evaluate(
      commitOps,
      Array.from({ length: 50 }, (_, place) => opsOf(from + place)),
    );
  }
  await close();
}

function opsOf(place: number): WorkOp {
  const incoming = incomingOf(place % branches, Math.floor(place / branches));
  const { rows } = mergeReturn(nothingReturned, incoming, (snapshot) => returnFacts(snapshot, [])).after;
  const [row] = rows;
  if (!row) throw new Error('nothing came in');
  return { table: 'projectReturns', put: { ...row, facts: { ...row.facts, stage: 'approved', approvedOn: '2026-02-10' } } };
}

const read = (text: string): readonly IncomingReturn[] => JSON.parse(text) as IncomingReturn[]; // written by sentBy

function mergeAll(texts: readonly string[]): number {
  const here = new Map<string, ReturnsOfProject>();
  for (const incoming of texts.flatMap(read)) {
    const before = here.get(incoming.projectId) ?? nothingReturned;
    here.set(incoming.projectId, mergeReturn(before, incoming, (snapshot) => returnFacts(snapshot, [])).after);
  }
  return countingReturns([...here.values()].flatMap(({ rows }) => rows)).length;
}

const sentBy = (branch: number): readonly IncomingReturn[] =>
  Array.from({ length: projectsOfBranch }, (_, number) => incomingOf(branch, number));

function incomingOf(branch: number, number: number): IncomingReturn {
  const snapshot = snapshotOf(branch, number);
  const id = snapshot.project.id;
  return {
    projectId: id,
    installation: `installation-${branch}`,
    revision: 1,
    sha256: String(1_000 * branch + number).padStart(64, '0'),
    sentAt: 1_780_000_000_000,
    snapshot,
  };
}

/** A project that was handed in: its plan stands in it twice, as it is and as it went to review. */
function snapshotOf(branch: number, number: number): ProjectSnapshot {
  const id = `project-${branch}-${number}`;
  const project = projectOf(id, branch);
  const nodes = Array.from({ length: nodesOfProject }, (_, place) => nodeOf(id, place));
  const by = { personId: 'p', name: '示例人员', position: '党建专责' };
  const action = { kind: 'submitted', submission: { revision: 1, project, nodes } } as const;
  return {
    project,
    nodes,
    events: [{ id: `${id}-1`, projectId: id, after: null, at: 1_770_000_000_000, by, side: 'branch', action }],
    changes: [],
    entries: [],
    months: ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07'].map((month, place) => ({
      id: `${id}:${month}`,
      projectId: id,
      month,
      reporter: '示例人员',
      position: '党建专责',
      progress: '按推进计划表完成当月各项工作。',
      problem: '',
      coordination: '',
      next: '继续推进。',
      nodes: nodes.map((node) => ({ nodeId: node.id, percent: 10 * (place + 1), actualFinish: '' })),
      indicators: [],
      at: 1_780_000_000_000,
    })),
  };
}

const projectOf = (id: string, branch: number): Project => ({
  id,
  title: `示例线路整治 ${id}`,
  number: `SJ2026-${branch}`,
  unitId: `unit-${branch}`,
  unitName: `示例县供电局${branch}`,
  branch: '示例支部',
  secretary: '示例书记',
  topicSource: 'self',
  topicId: '',
  year: 2026,
  contact: '',
  specialty: '配电运检',
  startDate: '2026-02-01',
  endDate: '2026-12-31',
  background: '示例背景。'.repeat(20),
  problem: '示例问题。'.repeat(20),
  measures: '示例举措。'.repeat(40),
  effect: '示例成效。'.repeat(20),
  outcome: '示例成果。',
  indicators: [],
  createdAt: 1_770_000_000_000,
  archived: false,
});

const nodeOf = (projectId: string, place: number): PlanNode => ({
  id: `${projectId}-node-${place}`,
  projectId,
  order: place,
  phase: `第${Math.floor(place / 10) + 1}阶段`,
  title: `示例节点${place}`,
  duty: '逐条核对并形成清单，明确整改措施和时限。',
  deliverable: '整改清单和验收记录',
  owner: `示例人员${place % 7}`,
  department: '示例班组',
  supporters: '',
  plannedStart: `2026-${String((place % 12) + 1).padStart(2, '0')}-01`,
  plannedFinish: `2026-${String((place % 12) + 1).padStart(2, '0')}-28`,
  actualStart: '',
  actualFinish: '',
  dependencies: [],
  weight: 1,
  progress: (place * 13) % 101,
  nextSteps: '',
  note: '',
});

function timeOf(step: () => number, expected: number): number {
  const started = performance.now();
  if (step() !== expected) throw new Error('something is missing');
  return performance.now() - started;
}

/** Runs in the page: the ledger is in the bureau's workspace. */
async function asBureau(): Promise<void> {
  const { bridge } = window as unknown as { readonly bridge: { request(channel: string, ...args: readonly unknown[]): Promise<unknown> } }; // as the preload gives it
  await bridge.request('settings:set', { workspace: 'bureau' });
}

/** Runs in the page. */
async function commitOps(ops: readonly unknown[]): Promise<void> {
  const { bridge } = window as unknown as { readonly bridge: { request(channel: string, ...args: readonly string[]): Promise<unknown> } }; // as the preload gives it
  await bridge.request('journal:commit', JSON.stringify([{ what: 'bench', ops }]));
}

/** Runs in the page: what the ledger has to read at least. */
async function readBareRows(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('sanxun');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const started = performance.now();
  await new Promise<void>((resolve) => {
    const reading = database.transaction('projectReturns').objectStore('projectReturns').getAll();
    reading.addEventListener('success', () => resolve(void reading.result.length));
  });
  const took = performance.now() - started;
  database.close();
  return took;
}

/** Runs in the page: from another page into the ledger, until its rows are in sight. */
async function openLedger(): Promise<number> {
  const until = (isThere: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      look();
    });
  window.location.hash = '#/settings';
  await until(() => document.querySelector('.long-table') === null);
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // what the pages before still have to do
  const started = performance.now();
  window.location.hash = '#/reviewing/ledger';
  await until(() => /%/.test(document.querySelector('.long-table tbody tr:nth-child(3)')?.textContent ?? ''));
  return performance.now() - started;
}

/** Runs in the page: notes from now on how long its longest task takes. Tasks under 50 ms are not told: they count as none. */
function watchTasks(): void {
  const longest = { ms: 0 };
  new PerformanceObserver((list) => {
    longest.ms = Math.max(longest.ms, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['longtask'] });
  Object.assign(globalThis, { longest });
}

/** Runs in the page. */
function longestTask(): number {
  const { longest } = globalThis as unknown as { readonly longest: { readonly ms: number } }; // see watchTasks
  return longest.ms;
}
