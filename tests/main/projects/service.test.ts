import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ProjectFile } from '@shared/ipc/contract.ts';
import { forkHost } from '../../../main/import/reader-process/fork-host.ts';
import { createProjectService } from '../../../main/projects/service.ts';
import { createTasks } from '../../../main/tasks.ts';
import { compared, differences, planDocument, threeNodes } from './support.ts';

/** A place to write to, and the service as the program has it; the person chooses `chosen`. */
async function service(chosen: (folder: string) => string = (folder) => folder) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-plans-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const logged: string[] = [];
  const projects = createProjectService({
    tasks: createTasks(
      () => undefined,
      () => 0,
    ),
    placeOf: (token) => (token === 'place' ? folder : null),
    chooseFile: async () => chosen(folder),
    log: (message) => logged.push(message),
    host: forkHost,
    pdf: async (html) => new TextEncoder().encode(`%PDF of ${html.length > 1_000 ? 'a page' : 'nothing'}`),
    now: () => Date.UTC(2026, 8, 5),
  });
  return { folder, projects, logged };
}

const plan = planDocument(threeNodes);
const base = `${plan.project.title}－`;

test('a plan goes out in every form, is read back from the disk, and comes in again', async () => {
  const file = `计划/${base}推进计划表－2026-09-05.xlsx`;
  const { folder, projects } = await service((where) => path.join(where, file));
  const files: ProjectFile[] = [
    { kind: 'xlsx', plan },
    { kind: 'mspdi', plan },
    { kind: 'icalendar', plan },
    { kind: 'bars', plan, size: 'A4' },
  ];
  const written = await projects['projects:export']({ place: 'place', folder: '计划', files }, 'task');
  expect(written.ok && written.value.files.map(({ name }) => name)).toEqual([
    `${base}推进计划表－2026-09-05.xlsx`,
    `${base}推进计划－2026-09-05.xml`,
    `${base}节点日历－2026-09-05.ics`,
    `${base}时间条－2026-09-05.pdf`,
  ]);
  expect(await readdir(path.join(folder, '计划'))).toHaveLength(5); // and the list of checksums
  const chosen = await projects['projects:choose-plan']();
  const read = await projects['projects:read-plan'](chosen?.token ?? '', 'task');
  if (!read.ok) throw new Error(read.failure.kind);
  expect([chosen?.name, read.value.accounted.rows, differences(compared(read.value, threeNodes))]).toEqual([path.basename(file), 3, []]);
});

test('a form goes out as a document and as PDF', async () => {
  const { folder, projects } = await service();
  const cells = [{ text: '项目名称', kind: 'label', span: 1 } as const, { text: '示例项目', kind: 'value', span: 1 } as const];
  const form = {
    title: '审批表',
    head: [],
    columns: [1, 3],
    rows: [{ cells, height: 10 }],
    foot: [],
    orientation: 'portrait',
    fileName: '审批表',
  } as const;
  const written = await projects['projects:export'](
    { place: 'place', folder: '表', files: [{ kind: 'form', form, formats: ['docx', 'pdf'] }] },
    'task',
  );
  expect(written.ok && written.value.files.map(({ name }) => name)).toEqual(['审批表.docx', '审批表.pdf']);
  expect((await readFile(path.join(folder, '表/审批表.docx'))).toString('latin1', 0, 2)).toBe('PK');
});

test('a place that is gone, a file that is gone, a token that nobody gave', async () => {
  const { projects } = await service((folder) => path.join(folder, 'gone.xlsx'));
  expect(await projects['projects:export']({ place: 'other', folder: '计划', files: [{ kind: 'xlsx', plan }] }, 'task')).toEqual({
    ok: false,
    failure: { kind: 'place-gone', subject: '' },
  });
  const chosen = await projects['projects:choose-plan']();
  expect(await projects['projects:read-plan'](chosen?.token ?? '', 'task')).toMatchObject({
    ok: true,
    value: { rows: [], problems: [{ row: 0, code: 'file-unreadable' }] },
  });
  expect(await projects['projects:read-plan']('made up', 'task')).toMatchObject({ ok: false, failure: { kind: 'place-gone' } });
});

test.each([
  ['text.txt', '这不是计划', 'format-unknown'],
  ['damaged.xlsx', 'PK\u0003\u0004 and nothing behind it', 'file-unreadable'],
  ['empty.xml', '', 'file-empty'],
])('%s is refused with a sentence', async (name, content, code) => {
  const { folder, projects, logged } = await service((where) => path.join(where, name));
  await writeFile(path.join(folder, name), content);
  const chosen = await projects['projects:choose-plan']();
  const read = await projects['projects:read-plan'](chosen?.token ?? '', 'task');
  expect(read.ok && read.value.problems.map((one) => one.code)).toEqual([code]);
  expect(logged).toEqual([]);
});
