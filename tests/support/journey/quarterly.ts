import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as screens from '../exam-screens.ts';
import { chooseFirstPerson, launch } from '../launch.ts';
import { addFolderSource, checkAll, installFound } from '../packages.ts';
import { change, officeOf, pageOf, runningOf, stickOf, type Journey, type Step } from './journey.ts';

const title = '示例季度考试';
const branchOf = ({ folder }: Journey): string => path.join(folder, 'branch');

async function arrange(journey: Journey): Promise<void> {
  const running = runningOf(journey);
  await running.page.keyboard.press('Escape'); // the dialog of what was printed
  await running.page.getByRole('link', { name: '考试', exact: true }).click();
  await screens.fillExamForm(running.page, title, /^A、B 两卷/);
  await screens.saveExamForm(running.page, title);
}

async function sealAndPublish(journey: Journey): Promise<void> {
  const running = runningOf(journey);
  journey.exam = { startCode: await screens.sealExam(running.page), receipt: '' };
  await screens.publishExamInto(running, '下发考试', officeOf(journey));
}

/** The branch has a computer of its own. */
async function installAtBranch(journey: Journey): Promise<void> {
  journey.bureau = journey.running;
  journey.running = await launch(branchOf(journey));
  const { app, page } = journey.running;
  await chooseFirstPerson(page);
  await addFolderSource(app, page, path.join(officeOf(journey), 'sanxun-repo'));
  await installFound(page);
}

const examOf = ({ exam }: Journey): NonNullable<Journey['exam']> => {
  if (!exam) throw new Error('no exam was sealed');
  return exam;
};

async function tryWrongCode(journey: Journey): Promise<void> {
  await screens.enterExam(pageOf(journey), title);
  await screens.tryWrongCode(pageOf(journey));
}

async function sitWithPowerCut(journey: Journey): Promise<void> {
  await screens.beginSitting(pageOf(journey), examOf(journey).startCode);
  await screens.answerByKeys(pageOf(journey), 'abc');
  await runningOf(journey).kill();
  journey.running = await launch(branchOf(journey));
  await screens.resumeSitting(pageOf(journey));
  await pageOf(journey).getByText('已答 3 / 20').waitFor();
}

async function handIn(journey: Journey): Promise<void> {
  journey.exam = { ...examOf(journey), receipt: await screens.handInExam(pageOf(journey)) };
}

async function carry(journey: Journey): Promise<void> {
  mkdirSync(stickOf(journey));
  await screens.exportAnswers(runningOf(journey), stickOf(journey));
}

async function collect(journey: Journey): Promise<void> {
  change(journey);
  await screens.collectAnswers(runningOf(journey), stickOf(journey), examOf(journey).receipt);
}

async function seeResults(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '成绩', exact: true }).click();
  await page
    .getByRole('heading', { name: '实考' })
    .or(page.getByText('实考', { exact: true }))
    .waitFor();
  await page.getByText('1 人', { exact: true }).first().waitFor();
}

async function publishAnswers(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '考试', exact: true }).click();
  await page.getByRole('link', { name: title }).first().click();
  await screens.publishExamInto(runningOf(journey), '公布答案', officeOf(journey));
  await page.getByText('已公布答案').waitFor();
}

async function seeScore(journey: Journey): Promise<void> {
  change(journey);
  const page = pageOf(journey);
  await checkAll(page);
  await installFound(page);
  assert.match(await screens.openReview(page), /^\d+ 分（满分 40 分）$/);
}

/** 每季一考: sealed, sat with no network, carried back, counted and published. */
export const quarterlySteps: readonly Step[] = [
  { name: 'the bureau arranges the quarterly exam', run: arrange },
  { name: 'it seals the papers and publishes them', run: sealAndPublish },
  { name: 'a branch installs the sealed exam', run: installAtBranch },
  { name: 'a wrong start code opens nothing', run: tryWrongCode },
  { name: 'the exam is sat, with a kill -9 in it', run: sitWithPowerCut },
  { name: 'handed in, with a receipt code', run: handIn },
  { name: 'the sealed answers go onto a stick', run: carry },
  { name: 'the bureau collects them, the receipt is the same', run: collect },
  { name: 'the results of the exam', run: seeResults },
  { name: 'the bureau publishes the answers', run: publishAnswers },
  { name: 'the branch sees score and answers', run: seeScore },
];
