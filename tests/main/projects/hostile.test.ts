import { describe, expect, test } from 'vitest';
import { longestLag, mostLinks, mostNodes } from '@shared/model/project.ts';
import { planNodeSchema } from '@shared/model/schemas/projects.ts';
import { readPlanFile } from '../../../main/projects/read-plan-file.ts';
import { limits } from '../../../main/limits.ts';
import { workbook } from '../import/workbook.ts';
import { compared, readPlan, taken } from './support.ts';

const times = <Item>(count: number, make: (place: number) => Item): Item[] => Array.from({ length: count }, (_, place) => make(place));

interface TaskFacts {
  readonly start?: string;
  readonly finish?: string;
  readonly more?: string;
}

const task = (id: number, { start = '2026-03-02T08:00:00', finish = '2026-03-06T17:00:00', more = '' }: TaskFacts = {}): string =>
  `<Task><UID>${id}</UID><ID>${id}</ID><Name>任务${id}</Name><OutlineLevel>1</OutlineLevel><Start>${start}</Start><Finish>${finish}</Finish>${more}</Task>`;
const link = (from: number | string, lag: number | string = 0): string =>
  `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>1</Type><LinkLag>${lag}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`;
const mspdi = (tasks: readonly string[], facts = ''): Buffer =>
  Buffer.from(`<Project xmlns="http://schemas.microsoft.com/project">${facts}<Tasks>${tasks.join('')}</Tasks></Project>`);

const header = ['序号', '节点', '责任人', '计划开始', '计划完成', '前置节点', '权重', '进度%'];
const table = (rows: readonly (readonly (string | number | null)[])[]) => workbook({ 推进计划表: [header, ...rows] });

/** Everything that is taken in of a file with the choices that are proposed; all of it can be kept. */
async function savedOf(bytes: Uint8Array, name?: string) {
  const { nodes, faults } = taken(compared(await readPlan(bytes, name), []));
  expect(faults).toEqual([]);
  expect(nodes.map((node) => planNodeSchema.parse(node))).toEqual(nodes);
  return nodes;
}

describe('figures that no plan has go into the notes, and everything can be kept', () => {
  test.each([
    ['a lag of centuries', link(1, longestLag * 4_800 + 4_800)],
    ['a lag without end', link(1, '1e308')],
    ['a lead without end', link(1, '-1e308')],
    ['more links than a node has', times(mostLinks + 1, (place) => link(place + 1)).join('')],
  ])('%s in Microsoft Project', async (_what, more) => {
    const tasks = times(mostLinks + 2, (place) => task(place + 1, place === mostLinks + 1 ? { more } : {}));
    const last = (await savedOf(mspdi(tasks), '计划.xml')).at(-1);
    expect(last?.dependencies).toEqual([]);
    expect(last?.note).toMatch(/^dependencies：#?1/);
  });

  test.each(['NaN', 'Infinity', ''])('a lag of “%s” is none', async (lag) => {
    const nodes = await savedOf(mspdi([task(1), task(2, { more: link(1, lag) })]), '计划.xml');
    expect(nodes[1]?.dependencies).toMatchObject([{ nodeId: nodes[0]?.id, type: 'FS', lag: 0 }]);
  });

  test.each(['0', '-480', '1e-300', '9e9'])('a day of %s minutes has as many as usual', async (minutes) => {
    const tasks = [task(1), task(2, { more: link(1, 4_800) })];
    const nodes = await savedOf(mspdi(tasks, `<MinutesPerDay>${minutes}</MinutesPerDay>`), '计划.xml');
    expect(nodes[1]?.dependencies).toMatchObject([{ lag: 1 }]);
  });

  test('dates before and behind all plans, and percentages beyond all of it', async () => {
    const facts = { start: '1026-03-02T08:00:00', finish: '9999-12-31T17:00:00', more: '<PercentComplete>-50</PercentComplete>' };
    const [node] = await savedOf(mspdi([task(1, facts)]), '计划.xml');
    expect(node).toMatchObject({ plannedStart: '', plannedFinish: '', progress: 0 });
    expect(node?.note.split('\n')).toEqual(['plannedStart：1026-03-02T08:00:00', 'plannedFinish：9999-12-31T17:00:00', 'progress：-50']);
  });

  test('in a workbook', async () => {
    const many = times(mostLinks + 1, (place) => place + 1).join(';');
    const rows = times(
      mostLinks + 4,
      (place) => [place + 1, `节点${place + 1}`, '示例甲', null, null, null, null, null] as (string | number | null)[],
    );
    rows[1] = [2, '节点2', '=cmd|示例', '-5', '1900-02-29', `1FS+${longestLag + 1}`, '1e9', '150'];
    rows[mostLinks + 3] = [mostLinks + 4, '末节点', '示例甲', '2958466', '2026-02-30', many, '-1', '-50'];
    const nodes = await savedOf(await table(rows));
    const lines = (place: number): string[] => (nodes[place]?.note ?? '').split('\n').map((line) => line.split('：')[0] ?? '');
    expect(nodes[1]).toMatchObject({ owner: '=cmd|示例', plannedStart: '', plannedFinish: '', dependencies: [], weight: 1, progress: 0 });
    expect(lines(1)).toEqual(['plannedStart', 'plannedFinish', 'progress', 'weight', 'dependencies']);
    expect(lines(mostLinks + 3)).toEqual(['plannedStart', 'plannedFinish', 'progress', 'weight', 'dependencies']);
  });
});

describe('what is too much for a plan is refused with a sentence', () => {
  test.each([
    [
      'nodes',
      async () => table(times(mostNodes + 1, (place) => [place + 1, `节点${place}`, '示例甲'])),
      `文件里有 ${mostNodes + 1} 个节点`,
    ],
    ['tasks', async () => mspdi(times(mostNodes + 1, (place) => task(place + 1))), `文件里有 ${mostNodes + 1} 个节点`],
    ['text', async () => mspdi([task(1, { more: `<Notes>${'长'.repeat(limits.planCell + 1)}</Notes>` })]), '有一格的内容超过 100 万字'],
  ])('%s', async (_what, make, sentence) => {
    const read = await readPlanFile(Buffer.from(await make()), '计划');
    expect('code' in read && read.message).toContain(sentence);
  });

  test('what is no plan is told in words of plans', async () => {
    for (const bytes of ['PK\u0003\u0004', '\u0000\u0001\u0002'.repeat(100)]) {
      const read = await readPlanFile(Buffer.from(bytes), '计划.xlsx');
      expect('code' in read && !read.message.includes('题库')).toBe(true);
    }
  });

  test('a plan without tasks says so', async () => {
    expect((await readPlan(mspdi([]), '计划.xml')).problems).toMatchObject([{ code: 'no-plan', severity: 'error' }]);
  });
});

test('a circle of five thousand nodes is found, and no row is lost', async () => {
  const rows = times(mostNodes, (place) => [place + 1, `节点${place + 1}`, '示例甲', null, null, String(((place + 1) % mostNodes) + 1)]);
  const { nodes, cycles } = taken(compared(await readPlan(await table(rows)), []));
  expect([nodes.length, cycles.map((ids) => ids.length)]).toEqual([mostNodes, [mostNodes]]);
});
