import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { approvalRows, exampleProject, planRows } from '../support/projects/example-plan.ts';
import { putWork } from '../support/put-work.ts';
import { answerOne, openRandom } from '../support/study.ts';

/** Every page of a branch by its address; those of study and of exams are looked at in both languages. */
const study = [
  'home',
  'study',
  'study/section/%E5%85%9A%E5%8F%B2',
  'study/search/text%3D%E5%85%9A%E7%AB%A0',
  'study/mistakes',
  'study/blind-spots',
  'study/plan',
  'study/favourites',
  'study/notes',
  'study/set/sequential/type%3Dblank',
  'study/set/sequential/type%3Dshort',
  'study/set/sequential/type%3Dcase',
  'study/set/recite',
  'study/set/repair',
  'study/set/favourites',
  'exam',
  'settings',
] as const;
const others = ['lectures', 'projects', 'reports', 'packages'] as const;
const projectParts = ['', '/application', '/progress', '/changes', '/closing'] as const;
const projects = ['projects', 'projects/topics', 'projects/send', ...projectParts.map((part) => `projects/${exampleProject.id}${part}`)];
/** At the bureau. */
const reviewing = [
  'reviewing/topics',
  'reviewing/topics/offer/new',
  'reviewing/topics/assignment/new',
  'reviewing/approval',
  'reviewing/ledger/take-in',
  'reviewing/assessment',
  'reviewing/assessment/new',
  'reviewing/benchmarks',
  'reviewing/publish',
] as const;

test('no screen breaks a rule of accessibility, and none is wider than a window at 150 %', async () => {
  test.setTimeout(420_000);
  const profile = temporaryFolder('accessibility');
  const { page, close } = await launch(profile.path);
  await check(page, 'first run');
  await chooseFirstPerson(page);
  await openRandom(page, '党史');
  for (let answers = 0; answers < 8; answers += 1) await answerOne(page);
  await check(page, 'a question');
  await page.getByRole('button', { name: '收藏' }).click();
  await page.getByRole('button', { name: '纠错' }).click();
  await check(page, 'a correction');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 910, height: 512 }); // what 1366×768 is at 150 %
  for (const address of [...study, ...others]) await checkPage(page, address);
  await sitMock(page);
  await page.evaluate(() => {
    window.location.hash = '#/settings';
  });
  await page.getByLabel('语言').selectOption('en');
  for (const address of study) await checkPage(page, address);
  await close();
  profile.remove();
});

test('nor does any screen of projects, at a branch and at the bureau', async () => {
  test.setTimeout(420_000);
  const profile = temporaryFolder('accessibility');
  const { page, close } = await launch(profile.path);
  await chooseFirstPerson(page);
  const { nodes, ops } = planRows(12);
  await putWork(page, [...ops, ...approvalRows(nodes)]);
  await page.setViewportSize({ width: 910, height: 512 });
  for (const language of ['zh-CN', 'en']) {
    await page.evaluate((chosen) => window.bridge.request('settings:set', { language: chosen, workspace: 'bureau' }), language);
    await page.reload();
    for (const address of [...projects, ...reviewing]) await checkPage(page, address);
  }
  await close();
  profile.remove();
});

/** Starts a mock test, hands it in at once, and looks at every step. */
async function sitMock(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/exam';
  });
  await page.getByRole('button', { name: /^开始：小测/ }).click();
  await check(page, 'the start of a mock test');
  await page.getByRole('button', { name: '开始答题' }).click();
  await page.getByText('第 1 题 / 共 30 题').waitFor();
  await check(page, 'a mock test');
  await page.getByRole('button', { name: '交卷' }).click();
  await check(page, 'handing in');
  await page.getByRole('button', { name: '确认交卷' }).click();
  await page.getByRole('heading', { name: '接下来学什么' }).waitFor();
  await check(page, 'the result of a mock test');
}

async function checkPage(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = `#/${to}`;
  }, address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(300); // lists and charts come after the heading
  await check(page, address);
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollWidth - main.clientWidth : 0;
  });
  expect(`${address}: ${overflow} px too wide`).toBe(`${address}: 0 px too wide`);
}

async function check(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}
