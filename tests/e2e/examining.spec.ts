import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { examPaper, examQuestion, storedPaper } from '../support/bureau-exams.ts';
import * as screens from '../support/exam-screens.ts';
import { filesWith } from '../support/files-with.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { addFolderSource, checkAll, installFound } from '../support/packages.ts';
import { lookAt } from '../support/looks.ts';

const title = '示例季度考试';

/** Makes this computer the bureau's, with one final paper. */
async function setUpBureau({ page }: Running): Promise<void> {
  await chooseFirstPerson(page);
  const paper = { ...examPaper('paper-1', [1, 2, 3, 4].map(examQuestion)), minutes: 60 };
  const commit = { what: 'test', ops: [{ table: 'papers', put: storedPaper({ paper }) }] };
  await page.evaluate(
    async (text) => {
      await window.bridge.request('settings:set', { workspace: 'bureau' });
      await window.bridge.request('journal:commit', text);
    },
    JSON.stringify([commit]),
  );
  await page.reload(); // the journal is replayed at the start
  await page.getByRole('link', { name: /^考务/ }).click();
}

/** What nobody may read before the start code: in the office's folder and at the branch. */
function expectSealed(startCode: string, ...folders: readonly string[]): void {
  for (const secret of ['独有题干', '示例选项甲', startCode]) {
    for (const folder of folders) expect(filesWith(folder, secret)).toEqual([]);
  }
}

/** Sits the exam in a window that is killed in the middle, and gives the window that was opened again. */
async function sitWithPowerCut(branch: Running, profile: string, startCode: string): Promise<Running> {
  await screens.enterExam(branch.page, title);
  await screens.tryWrongCode(branch.page);
  expectSealed(startCode, profile);
  await screens.beginSitting(branch.page, startCode);
  await screens.answerByKeys(branch.page, 'bc');
  await branch.kill();
  const again = await launch(profile);
  await screens.resumeSitting(again.page);
  await again.page.getByText('已答 2 / 4').waitFor();
  return again;
}

/** The table of results: one has sat, and the points are those that the answers give. */
async function expectResults(page: Page): Promise<void> {
  await page.getByRole('link', { name: '成绩', exact: true }).click();
  const figure = (name: string) => page.locator('.results-figures .card', { has: page.getByText(name, { exact: true }) }).locator('dd');
  await expect(figure('实考')).toHaveText('1 人');
  await expect(figure('最高分')).toHaveText('5');
  await page.getByRole('link', { name: '个人成绩' }).click();
  await page.getByRole('cell', { name: '示例书记甲' }).waitFor();
  await lookAt(page, 'the results');
}

test('a quarterly exam goes round: sealed, published, sat through a power cut, carried back, counted, and its answers published', async () => {
  test.setTimeout(300_000);
  const folder = temporaryFolder('examining');
  const [office, stick] = [path.join(folder.path, 'office'), path.join(folder.path, 'stick')];
  for (const place of [office, stick]) mkdirSync(place);
  const bureau = await launch(path.join(folder.path, 'bureau'));
  await setUpBureau(bureau);
  await screens.fillExamForm(bureau.page, title, '这份试卷');
  await lookAt(bureau.page, 'the form');
  await screens.saveExamForm(bureau.page, title);
  const startCode = await screens.sealExam(bureau.page);
  await lookAt(bureau.page, 'the exam');
  await screens.publishExamInto(bureau, '下发考试', office);

  const profile = path.join(folder.path, 'branch');
  const fresh = await launch(profile);
  await chooseFirstPerson(fresh.page);
  await addFolderSource(fresh.app, fresh.page, path.join(office, 'sanxun-repo'));
  await fresh.page.getByText(/含 1 场考试/).waitFor();
  await installFound(fresh.page);
  expectSealed(startCode, office, profile);
  const branch = await sitWithPowerCut(fresh, profile, startCode);
  await screens.answerByKeys(branch.page, 'c');
  const receipt = await screens.handInExam(branch.page);
  expect(filesWith(profile, '示例解析')).toEqual([]); // the answers wait for the bureau
  await screens.exportAnswers(branch, stick);
  for (const secret of ['独有题干', 'exam-question-1', 'personId']) expect(filesWith(path.join(stick, '考试答卷'), secret)).toEqual([]);

  await screens.collectAnswers(bureau, stick, receipt);
  await bureau.page.getByRole('heading', { name: /^未交 \d+ 人$/ }).waitFor();
  await lookAt(bureau.page, 'collecting');
  await expectResults(bureau.page);
  await bureau.page.getByRole('link', { name: '考试', exact: true }).click();
  await bureau.page.getByRole('link', { name: title }).first().click();
  await screens.publishExamInto(bureau, '公布答案', office);
  await bureau.page.getByText('已公布答案').waitFor();
  await bureau.close();

  await checkAll(branch.page);
  await installFound(branch.page);
  expect(await screens.openReview(branch.page)).toBe('5 分（满分 10 分）');
  await branch.close();
  folder.remove();
});
