import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFile } from '@shared/model/plan-file.ts';
import { readPlanFile } from '../../../main/projects/read-plan-file.ts';
import { writeMspdi } from '../../../main/projects/mspdi/write-mspdi.ts';
import { plainPlan } from '../../../main/projects/plain-plan.ts';
import { planNode, project } from '../../shared/projects/fixture.ts';
import { anyPlan } from '../../shared/projects/exchange/arbitrary.ts';
import { compared, differences, planDocument, readPlan, taken, threeNodes } from './support.ts';

const holidays = [
  { day: '2026-10-01', work: false },
  { day: '2026-10-02', work: false },
  { day: '2026-10-05', work: false },
  { day: '2026-10-10', work: true },
];

const task = (uid: number, content: string): string => `<Task><UID>${uid}</UID><ID>${uid}</ID>${content}</Task>`;
const link = (uid: number, content = ''): string => `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID>${content}</PredecessorLink>`;
const projectOf = (tasks: string, more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><Title>示例</Title>${more}<Tasks>${tasks}</Tasks></Project>`;
const readXml = (xml: string): Promise<PlanFile> => readPlan(Buffer.from(xml), '计划.xml');

test('what goes out comes back the same, whatever stands in the plan', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const { nodes } = plainPlan(planDocument(plan));
      const file = await readPlan(await writeMspdi(planDocument(plan, { holidays })), '计划.xml');
      expect([file.problems, file.projectId, file.calendar]).toEqual([[], project.id, holidays]);
      const comparison = compared(file, nodes);
      expect(differences(comparison)).toEqual([]);
      expect([comparison.absent, comparison.moved]).toEqual([[], []]);
      expect(taken(comparison).nodes).toEqual(nodes);
    }),
  );
});

test('phases are the outline, nodes are scheduled by hand in workdays of the legal calendar', async () => {
  const node = planNode({ id: 'a', phase: '准备 / 调研', plannedStart: '2026-09-30', plannedFinish: '2026-10-10', owner: '李明华、韦敏' });
  const xml = new TextDecoder().decode(
    await writeMspdi(planDocument([node], { holidays, baseline: [{ ...node, plannedFinish: '2026-09-30' }] })),
  );
  const found = [...xml.matchAll(/<Name>([^<]*)<\/Name>(?:(?!<\/Task>).)*?<OutlineLevel>(\d)</gs)].map(([, name, level]) => [name, level]);
  expect(found).toEqual([
    [project.title, '1'],
    ['调研', '2'],
    ['现场勘查', '3'],
  ]);
  // 9月30日, 10月6日 to 9日 and the Saturday that is worked: six days of eight hours
  expect(xml).toContain(
    '<ManualStart>2026-09-30T08:00:00</ManualStart><ManualFinish>2026-10-10T17:00:00</ManualFinish><ManualDuration>PT48H0M0S</ManualDuration>',
  );
  expect(xml).toContain(
    '<Baseline><Number>0</Number><Start>2026-09-30T08:00:00</Start><Finish>2026-09-30T17:00:00</Finish><Duration>PT8H0M0S</Duration>',
  );
  expect(xml).toContain('<FromDate>2026-10-01T00:00:00</FromDate><ToDate>2026-10-02T23:59:00</ToDate>');
  expect([...xml.matchAll(/<ResourceUID>(\d)</g)].map(([, uid]) => uid)).toEqual(['1', '2']);
});

test.each([
  ['<Type>0</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat>', { type: 'FF', lag: 1, elapsed: false }],
  ['<Type>1</Type><LinkLag>-2400</LinkLag><LagFormat>5</LagFormat>', { type: 'FS', lag: -0.5, elapsed: false }],
  ['<Type>2</Type><LinkLag>24000</LinkLag><LagFormat>9</LagFormat>', { type: 'SF', lag: 5, elapsed: false }],
  ['<Type>3</Type><LinkLag>43200</LinkLag><LagFormat>8</LagFormat>', { type: 'SS', lag: 3, elapsed: true }],
  ['<Type>3</Type><LinkLag>43200</LinkLag><LagFormat>40</LagFormat>', { type: 'SS', lag: 3, elapsed: true }],
  ['<LinkLag>50</LinkLag><LagFormat>19</LagFormat>', { type: 'FS', lag: 1, elapsed: false }],
  ['', { type: 'FS', lag: 0, elapsed: false }],
])('a link %s', async (content, expected) => {
  const file = await readXml(
    projectOf(task(1, '<Name>甲</Name><Duration>PT16H0M0S</Duration>') + task(2, `<Name>乙</Name>${link(1, content)}`)),
  );
  expect(file.rows.map(({ links }) => links)).toEqual([[], [{ row: 1, ...expected }]]);
});

test('a day of the file has the minutes that it says', async () => {
  const lag = '<Type>1</Type><LinkLag>4500</LinkLag><LagFormat>7</LagFormat>';
  const file = await readXml(
    projectOf(task(1, '<Name>甲</Name>') + task(2, `<Name>乙</Name>${link(1, lag)}`), '<MinutesPerDay>450</MinutesPerDay>'),
  );
  expect(file.rows[1]?.links).toEqual([{ row: 1, type: 'FS', lag: 1, elapsed: false }]);
});

test('links of phases become links of their nodes; what leads out of the file is told', async () => {
  const file = await readXml(
    projectOf(
      task(0, '<Name>项目</Name><OutlineLevel>0</OutlineLevel>') +
        task(1, '<Name>准备</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary>') +
        task(2, '<Name>甲</Name><OutlineLevel>2</OutlineLevel>') +
        task(3, '<Name>乙</Name><OutlineLevel>2</OutlineLevel>') +
        task(4, `<Name>丙</Name><OutlineLevel>1</OutlineLevel>${link(1)}${link(99)}`) +
        task(5, '<IsNull>1</IsNull>') +
        task(6, '<Name>外部</Name><ExternalTask>1</ExternalTask>'),
    ),
  );
  expect(file.rows.map(({ row, cells, links }) => [row, cells.phase, cells.title, links?.map((one) => one.row)])).toEqual([
    [2, '准备', '甲', []],
    [3, '准备', '乙', []],
    [4, '', '丙', [2, 3]],
  ]);
  expect(file.problems.map(({ row, code }) => [row, code])).toEqual([
    [6, 'external-task'],
    [4, 'summary-link'],
    [4, 'link-left-out'],
  ]);
  expect(file.accounted).toEqual({ source: 7, rows: 3, headings: 1, refused: 0, ignored: 3 });
});

test('work that ends at midnight has ended the day before; owners are people and not material', async () => {
  const file = await readXml(
    projectOf(
      task(1, '<Name>甲</Name><Start>2026-03-02T08:00:00</Start><Finish>2026-03-05T00:00:00</Finish><PercentComplete>40</PercentComplete>'),
      '<Resources><Resource><UID>1</UID><Name>韦敏</Name><Type>1</Type></Resource><Resource><UID>2</UID><Name>电缆</Name><Type>0</Type></Resource><Resource><UID>3</UID><Name>李强</Name></Resource></Resources>' +
        '<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment><Assignment><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID></Assignment><Assignment><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID></Assignment></Assignments>',
    ),
  );
  expect(file.rows[0]?.cells).toMatchObject({
    plannedStart: '2026-03-02',
    plannedFinish: '2026-03-04',
    progress: '40',
    owner: '韦敏、李强',
  });
});

test.each(['utf-8 with a mark', 'utf-16le', 'utf-16be', 'gb18030'])('a file in %s', async (encoding) => {
  const xml = projectOf(task(1, '<Name>现场勘查</Name>'));
  const wide = Buffer.from(`\uFEFF${xml}`, 'utf16le');
  const bytes: Record<string, Buffer> = {
    'utf-8 with a mark': Buffer.from(`\uFEFF${xml}`),
    'utf-16le': wide,
    'utf-16be': Buffer.from(wide).swap16(),
    gb18030: Buffer.concat([
      Buffer.from(
        '<?xml version="1.0" encoding="GB2312"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1</UID><ID>1</ID><Name>',
      ),
      Buffer.from('cfd6b3a1bfb1b2e9', 'hex'), // 现场勘查
      Buffer.from('</Name></Task></Tasks></Project>'),
    ]),
  };
  const file = await readPlan(bytes[encoding] ?? Buffer.alloc(0), '计划.xml');
  expect(file.rows.map(({ cells }) => cells.title)).toEqual(['现场勘查']);
});

test('declarations are refused, a file that breaks off says so', async () => {
  const bomb = `<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${projectOf(task(1, '<Name>&b;</Name>')).slice(38)}`;
  expect(await readPlanFile(Buffer.from(bomb), '计划.xml')).toMatchObject({ code: 'file-unreadable' });
  const file = await readXml(projectOf(task(1, '<Name>甲</Name>') + task(2, '<Name>乙</Name>')).slice(0, -40));
  expect(file.problems.map(({ code, severity }) => [code, severity])).toContainEqual(['broken-off', 'error']);
});

test('of a task whose dates were changed in Microsoft Project only these cells differ', async () => {
  const xml = new TextDecoder().decode(await writeMspdi(planDocument(threeNodes)));
  const file = await readXml(xml.replaceAll('2026-04-10T17:00:00', '2026-04-17T17:00:00').replace('<LinkLag>9600<', '<LinkLag>14400<'));
  const comparison = compared(file, threeNodes);
  expect(differences(comparison)).toEqual(['4 plannedFinish: 2026-04-10 → 2026-04-17', '5 dependencies: 2FS+2 → 2FS+3']);
  expect(taken(comparison).nodes[2]?.dependencies).toEqual([{ nodeId: 'b', type: 'FS', lag: 3, elapsed: false }]);
});

test('a task without a duration is a moment of its day, and goes out and in as one', async () => {
  const moment = (at: string, duration = 'PT0H0M0S'): string =>
    `<Name>甲</Name><Milestone>1</Milestone><Start>${at}</Start><Finish>${at}</Finish><Duration>${duration}</Duration>`;
  const xml = projectOf(
    task(1, moment('2026-03-02T08:00:00')) + task(2, moment('2026-03-02T17:00:00')) + task(3, moment('2026-03-02T00:00:00', 'PT8H0M0S')),
  );
  const { nodes } = taken(compared(await readXml(xml), []));
  expect(nodes.map(({ plannedStart, plannedFinish, moment: kind }) => [plannedStart, plannedFinish, kind])).toEqual([
    ['2026-03-02', '2026-03-02', 'morning'],
    ['2026-03-02', '2026-03-02', 'evening'],
    ['2026-03-02', '2026-03-02', undefined],
  ]);
  const written = await readPlan(await writeMspdi(planDocument(nodes)), '计划.xml');
  expect(
    taken(compared({ ...written, rows: written.rows.map((row) => ({ ...row, nodeId: '' })) }, [])).nodes.map((node) => node.moment),
  ).toEqual(['morning', 'evening', undefined]);
  expect(differences(compared(written, nodes))).toEqual([]);
});

test('a phase of nothing but spaces is none', async () => {
  const nodes = [planNode({ id: 'a', phase: '' }), planNode({ id: 'b', order: 2, phase: '   ' })];
  const file = await readPlan(await writeMspdi(planDocument(nodes)), '计划.xml');
  expect(file.rows.map(({ nodeId, cells }) => [nodeId, cells.phase])).toEqual([
    ['a', ''],
    ['b', ''],
  ]);
});
