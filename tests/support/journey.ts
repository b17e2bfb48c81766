import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { acceptAll, createBank, importFile, openBureau, openTab, publishInto } from './bank-screens.ts';
import { sampleSections, writeBankWorkbook } from './bank-workbook.ts';
import { sanxun, serve, type Served } from './cli.ts';
import { freePort } from './free-port.ts';
import { chooseFirstPerson, launch, type Running } from './launch.ts';
import { addAddressSource, answerFolderDialog, installFound } from './packages.ts';
import { readTable } from './work-rows.ts';

/** The whole path of the product, from a spreadsheet to a report, in the real application on folders of its own. */
export interface Journey {
  readonly folder: string;
  readonly exports: string;
  running: Running | null;
  served: Served | null;
  /** What step said before the kill, to compare after it. */
  beforeKill: { readonly answers: unknown; readonly elapsedMs: number } | null;
}

export interface Step {
  readonly name: string;
  readonly run: (journey: Journey) => Promise<void>;
}

export function newJourney(folder: string): Journey {
  const exports = path.join(folder, 'exports');
  mkdirSync(exports, { recursive: true });
  return { folder, exports, running: null, served: null, beforeKill: null };
}

/** Stops what the journey started, whatever became of it. */
export async function endJourney(journey: Journey): Promise<void> {
  await journey.running?.close().catch(() => undefined);
  await journey.served?.stop();
}

function pageOf(journey: Journey): Page {
  if (!journey.running) throw new Error('the application is not running');
  return journey.running.page;
}

const profileOf = (journey: Journey): string => path.join(journey.folder, 'profile');

async function publishAndServe(journey: Journey): Promise<void> {
  const workbook = path.join(journey.folder, 'bank.xlsx');
  const repository = path.join(journey.folder, 'repository');
  writeBankWorkbook(workbook, 60);
  const published = sanxun(
    'publish',
    '--repo',
    repository,
    '--keys',
    path.join(journey.folder, 'keys'),
    '--bank',
    workbook,
    '--title',
    '示例局题库',
    '--json',
  );
  assert.equal(published.status, 0, published.messages);
  journey.served = await serve(repository, await freePort());
}

async function firstRun(journey: Journey): Promise<void> {
  journey.running = await launch(profileOf(journey));
  await pageOf(journey).getByRole('heading', { name: '请选择单位和姓名' }).waitFor();
}

async function chooseNameAndSeeHome(journey: Journey): Promise<void> {
  await chooseFirstPerson(pageOf(journey));
  await pageOf(journey).getByRole('rowheader', { name: '党章' }).waitFor();
}

async function studyStarter(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '学习 党章' }).click();
  await page.getByRole('article').waitFor();
  await page.keyboard.press('a');
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.getByText('依据：').waitFor();
}

async function readArticle(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '讲 先锋讲台、先锋专栏' }).click();
  await page.locator('.lectures-articles a').first().click();
  await page.getByText('整理）').waitFor();
}

async function syncFromServer(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await addAddressSource(page, journey.served?.url ?? '');
  await page.getByText('可以安装的新版本').waitFor();
}

async function install(journey: Journey): Promise<void> {
  await installFound(pageOf(journey));
}

async function seeSections(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '学 题库、错题' }).click();
  for (const section of sampleSections) await page.getByRole('rowheader', { name: section }).waitFor();
}

/** Answers wrong on purpose, so that the 错题本 has something. */
async function makeMistakes(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: `开始学 ${sampleSections[0]}` }).click();
  for (let answered = 0; answered < 3;) {
    const type = await page.getByRole('article').getAttribute('aria-label');
    if (type === '多选题') {
      await page.keyboard.press('b');
      await page.keyboard.press('Enter');
      await page.getByText('✗ 回答错误').waitFor();
      await page.getByText('已保存', { exact: true }).waitFor();
      answered += 1;
    }
    await page.getByRole('button', { name: '下一题' }).click();
  }
  await page.getByRole('button', { name: '返回板块' }).click();
  await page.getByText('待巩固 3 题').waitFor();
}

async function startMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '考 模拟考试' }).click();
  await page.getByRole('button', { name: /^开始：小测/ }).click();
  await page.getByRole('button', { name: '开始答题' }).click();
  await page.getByText('剩余时间').waitFor();
}

async function answerMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  for (let question = 0; question < 6; question += 1) {
    await page.keyboard.press(question % 2 === 0 ? 'a' : 'c');
    await page.getByText('已保存', { exact: true }).first().waitFor();
    if (question === 1) await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
  }
  await page.getByText('已保存', { exact: true }).first().waitFor();
}

const answersIn = async (page: Page): Promise<unknown> =>
  (await readTable(page, 'attemptAnswers')).map(({ id, answer, flagged }) => ({ id, answer, flagged }));

async function elapsedIn(page: Page): Promise<number> {
  const [clock] = await readTable(page, 'attemptClocks');
  return Number(clock?.['elapsedMs'] ?? Number.NaN);
}

async function killMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  journey.beforeKill = { answers: await answersIn(page), elapsedMs: await elapsedIn(page) };
  await journey.running?.kill();
  journey.running = await launch(profileOf(journey));
  await pageOf(journey).getByRole('link', { name: '继续作答' }).click();
  await pageOf(journey).getByText('剩余时间').waitFor();
}

async function compareAfterKill(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  assert.deepEqual(await answersIn(page), journey.beforeKill?.answers);
  const elapsed = await elapsedIn(page);
  const before = journey.beforeKill?.elapsedMs ?? 0;
  // The heartbeat is every 2 s; the time between the kill and the new start does not count.
  assert.ok(elapsed >= before && elapsed < before + 15_000, `used ${before} ms before the kill, ${elapsed} ms after it`);
}

async function handInMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await page.getByRole('heading', { name: '考试结果' }).waitFor();
  await page.getByRole('heading', { name: '各板块得分' }).waitFor();
}

async function createProject(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '干 书记项目' }).click();
  await page.getByRole('button', { name: '新建项目' }).first().click();
  await page.getByLabel('项目名称（必填）').fill('示例：降低配网中压故障次数');
  await page.getByLabel('书记', { exact: true }).fill('示例书记甲');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '从模板开始' }).click();
  await page.getByRole('grid').waitFor();
}

/** Types into the plan by keyboard only: an owner, a duty and dates that make the first node overdue. */
async function editPlan(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  const firstRow = (column: number) => page.locator(`[data-row="0"] [data-column="${column}"]`);
  await firstRow(3).click();
  await page.keyboard.type('排查线路隐患，形成清单');
  await page.keyboard.press('Tab');
  await page.keyboard.type('隐患清单一份');
  await page.keyboard.press('Tab');
  await page.keyboard.type('示例员工01');
  await page.keyboard.press('Enter');
  await firstRow(7).click();
  await page.keyboard.type('2026-1-5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2026年2月6日');
  await page.keyboard.press('Enter');
  await page.getByText('⚠ 逾期 1 个').waitFor();
  await page.getByText('✓ 已保存').waitFor();
  const [node] = (await readTable(page, 'planNodes')).toSorted((one, other) => Number(one['order']) - Number(other['order']));
  assert.equal(node?.['plannedFinish'], '2026-02-06');
  assert.equal(node?.['owner'], '示例员工01');
}

async function exportReport(journey: Journey, report: string): Promise<void> {
  const page = pageOf(journey);
  if (!journey.running) throw new Error('the application is not running');
  await answerFolderDialog(journey.running.app, journey.exports);
  await page.getByRole('link', { name: '报 报表、导出' }).click();
  await page.getByRole('link', { name: report }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('已导出到：').waitFor({ timeout: 60_000 });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
}

/** Opens what was exported with readers of other authors. */
async function readBack(journey: Journey): Promise<void> {
  const files = filesUnder(journey.exports);
  const workbooks = files.filter((name) => name.endsWith('.xlsx'));
  assert.equal(workbooks.length, 2, files.join());
  for (const name of workbooks) {
    const book = read(readFileSync(path.join(journey.exports, name)));
    const rows = utils.sheet_to_json<unknown[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 });
    assert.ok(rows.length > 3, `${name} has ${rows.length} rows`);
  }
  for (const name of files.filter((file) => file.endsWith('.pdf'))) {
    assert.equal(readFileSync(path.join(journey.exports, name)).subarray(0, 5).toString(), '%PDF-');
  }
  assert.ok(!files.some((name) => name.endsWith('.tmp')), 'nothing half-written is left');
}

async function englishAndZoom(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '设置 人员、语言' }).click();
  await page.getByLabel('语言').selectOption('en');
  await page.getByLabel('Display size').selectOption('1.5');
  await page.getByRole('link', { name: /^Home/ }).click();
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await page.locator('.home-due h2').waitFor();
  await page.getByRole('main').getByRole('table').waitFor();
}

/** The bureau's side in the window: the same workbook becomes a bank that is looked through before it is accepted. */
async function bureauImports(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  const { running } = journey;
  if (!running) throw new Error('the application is not running');
  await openBureau(page);
  await createBank(page, '示例局题库');
  await importFile(running.app, page, path.join(journey.folder, 'bank.xlsx'));
  await page.getByRole('button', { name: /^新题 [1-9]/ }).waitFor();
}

async function bureauPublishes(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  const { running } = journey;
  if (!running) throw new Error('the application is not running');
  await acceptAll(page);
  await openTab(page, '试题');
  await page.getByText('共 120 题').waitFor();
  const folder = path.join(journey.folder, 'bureau');
  mkdirSync(folder);
  await publishInto(running.app, page, folder);
}

/** The steps in their order; a picture is worth taking after each. */
export const steps: readonly Step[] = [
  {
    name: 'publish a signed bank from a spreadsheet, serve it, first start',
    run: async (journey) => {
      await publishAndServe(journey);
      await firstRun(journey);
    },
  },
  { name: 'choose unit and name, home', run: chooseNameAndSeeHome },
  { name: 'study the starter bank', run: studyStarter },
  { name: 'read an article of the column', run: readArticle },
  { name: 'sync from the server: verified, waiting to be installed', run: syncFromServer },
  { name: 'install', run: install },
  { name: 'sections of the new bank', run: seeSections },
  { name: 'wrong answers enter the mistakes list', run: makeMistakes },
  { name: 'start a mock test', run: startMock },
  { name: 'answer by keyboard', run: answerMock },
  { name: 'kill -9 in the middle, restart, resume', run: killMock },
  { name: 'answers and time are what they were', run: compareAfterKill },
  { name: 'hand in and review', run: handInMock },
  { name: 'create a project with its plan table', run: createProject },
  { name: 'edit the plan by keyboard, overdue shows', run: editPlan },
  { name: 'export the score report', run: (journey) => exportReport(journey, '模拟自测成绩汇总表') },
  { name: 'export the plan table', run: (journey) => exportReport(journey, '推进计划表') },
  { name: 'read the exported files back', run: readBack },
  { name: 'the bureau imports a workbook and looks it through', run: bureauImports },
  { name: 'the bureau accepts, checks and publishes it', run: bureauPublishes },
  { name: 'English screens at 150 %', run: englishAndZoom },
];
