import assert from 'node:assert/strict';
import path from 'node:path';
import { sampleSections, writeBankWorkbook } from '../bank-workbook.ts';
import { sanxun, serve } from '../cli.ts';
import { freePort } from '../free-port.ts';
import { chooseFirstPerson, launch } from '../launch.ts';
import { addAddressSource, installFound } from '../packages.ts';
import { pageOf, profileOf, type Journey, type Step } from './journey.ts';

function publishWorkbook(folder: string): string {
  const workbook = path.join(folder, 'bank.xlsx');
  const repository = path.join(folder, 'repository');
  writeBankWorkbook(workbook, 60);
  const places = ['--repo', repository, '--keys', path.join(folder, 'keys'), '--bank', workbook];
  const published = sanxun('publish', ...places, '--title', '示例局题库', '--json');
  assert.equal(published.status, 0, published.messages);
  return repository;
}

async function publishAndStart(journey: Journey): Promise<void> {
  journey.served = await serve(publishWorkbook(journey.folder), await freePort());
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

async function seeSections(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '学 题库、错题' }).click();
  for (const section of sampleSections) await page.getByRole('rowheader', { name: section }).waitFor();
}

/** From the first start to a bank that is installed. */
export const beginSteps: readonly Step[] = [
  { name: 'publish a signed bank from a spreadsheet, serve it, first start', run: publishAndStart },
  { name: 'choose unit and name, home', run: chooseNameAndSeeHome },
  { name: 'study the starter bank', run: studyStarter },
  { name: 'read an article of the column', run: readArticle },
  { name: 'sync from the server: verified, waiting to be installed', run: syncFromServer },
  { name: 'install', run: (journey) => installFound(pageOf(journey)) },
  { name: 'sections of the new bank', run: seeSections },
];
