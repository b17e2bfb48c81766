import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openBureau } from '../support/bank-screens.ts';
import { goTo } from '../support/go-to.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { lookAt } from '../support/looks.ts';
import { addFolderSource, checkAll, installFound } from '../support/packages.ts';
import * as branchScreens from '../support/projects/branch.ts';
import * as bureauScreens from '../support/projects/bureau.ts';
import { showBars } from '../support/projects/plan-grid.ts';

const title = '示例：降低配网中压故障次数';

interface Loop {
  readonly bureau: Running;
  readonly branch: Running;
  /** The folder of the bureau's repository, the stick that goes up, and a file that proves something. */
  readonly office: string;
  readonly stick: string;
  readonly proof: string;
}

async function begin(folder: string): Promise<Loop> {
  const [office, stick, proof] = [path.join(folder, 'office'), path.join(folder, 'stick'), path.join(folder, '示例佐证.txt')];
  for (const place of [office, stick]) mkdirSync(place);
  writeFileSync(proof, '示例佐证');
  const bureau = await launch(path.join(folder, 'bureau'));
  const branch = await launch(path.join(folder, 'branch'));
  for (const { page } of [bureau, branch]) await chooseFirstPerson(page);
  await openBureau(bureau.page);
  return { bureau, branch, office, stick, proof };
}

async function bringDown({ bureau, branch, office }: Loop): Promise<void> {
  await bureauScreens.publishProjects(bureau, office);
  await checkAll(branch.page);
  await installFound(branch.page);
}

async function bringUp({ bureau, branch, stick }: Loop, outcome: string): Promise<void> {
  await branchScreens.sendUp(branch, stick);
  await bureauScreens.takeIn(bureau, stick, outcome);
}

/** A topic is offered, claimed and decided, and becomes a project. */
async function winTopic(loop: Loop): Promise<void> {
  const { bureau, branch, office } = loop;
  await bureauScreens.fillOffer(bureau.page, title);
  await lookAt(bureau.page, 'a new offer');
  await bureauScreens.saveOffer(bureau.page, title);
  await lookAt(bureau.page, 'topics of the bureau');
  await bureauScreens.publishProjects(bureau, office);
  await lookAt(bureau.page, 'what was published');
  await addFolderSource(branch.app, branch.page, path.join(office, 'sanxun-repo'));
  await installFound(branch.page);
  await branchScreens.claimTopic(branch.page, title);
  await lookAt(branch.page, 'topics of the branch');
  await bringUp(loop, '抢注：新收 1');
  await lookAt(branch.page, 'what was sent');
  await lookAt(bureau.page, 'what was taken in');
  await bureauScreens.openClosedOffer(bureau.page, title);
  await lookAt(bureau.page, 'claims of an offer');
  await bureauScreens.decideOffer(bureau.page);
  await bringDown(loop);
  await branchScreens.takeUpTopic(branch.page, title);
}

/** The project is applied for and passes the three reviews. */
async function getApproval(loop: Loop): Promise<void> {
  const { bureau, branch } = loop;
  await branchScreens.fillApplication(branch.page);
  await lookAt(branch.page, 'the application');
  await branchScreens.typePlan(branch);
  await lookAt(branch.page, 'the plan');
  await branchScreens.submitProject(branch.page);
  await lookAt(branch.page, 'under review');
  await bringUp(loop, '书记项目：新收 1');
  await goTo(bureau.page, 'reviewing', 'approval');
  await lookAt(bureau.page, 'what waits for approval');
  await bureauScreens.openWaiting(bureau.page, title);
  await lookAt(bureau.page, 'a submission');
  await bureauScreens.passThreeReviews(bureau.page);
  await lookAt(bureau.page, 'an approved project');
  await bringDown(loop);
}

/** What was approved is frozen; a change says why; the month goes up and stands in the ledger. */
async function carryOut(loop: Loop): Promise<void> {
  const { bureau, branch, proof } = loop;
  await branchScreens.openProject(branch.page, title);
  await branchScreens.postponeLastNode(branch.page, '示例原因');
  await lookAt(branch.page, 'the approved plan');
  await showBars(branch.page);
  await lookAt(branch.page, 'its time bars');
  await branchScreens.openPart(branch.page, '变更与对照');
  await branch.page.getByText('示例原因').first().waitFor();
  await lookAt(branch.page, 'changes');
  await branchScreens.fillMonth(branch.page);
  await lookAt(branch.page, 'the form of a month');
  await branchScreens.saveMonthWithEvidence(branch, proof);
  await lookAt(branch.page, 'progress and evidence');
  await bringUp(loop, '书记项目：更新 1');
  await goTo(bureau.page, 'reviewing', 'ledger');
  await expect(bureau.page.getByRole('row', { name: title })).toContainText(/实施中.*25%/);
  for (const view of ['rows', 'late', 'missing', 'months', 'conflicts', 'export']) {
    await goTo(bureau.page, 'reviewing', 'ledger', view);
    await lookAt(bureau.page, `ledger: ${view}`);
  }
}

/** Closing with proof, and the yearly review. */
async function finish(loop: Loop): Promise<void> {
  const { bureau, branch } = loop;
  await branchScreens.openProject(branch.page, title);
  await branchScreens.finishPlan(branch.page);
  await branchScreens.fillClosing(branch.page);
  await lookAt(branch.page, 'asking to close');
  await branchScreens.requestClosing(branch.page);
  await bringUp(loop, '书记项目：更新 1');
  await bureauScreens.openWaiting(bureau.page, title);
  await lookAt(bureau.page, 'a request to close');
  await bureauScreens.agreeToClose(bureau.page);
  await bureauScreens.fillAssessment(bureau.page);
  await lookAt(bureau.page, 'a new yearly review');
  await bureauScreens.enterMarks(bureau.page);
  await lookAt(bureau.page, 'marks');
  await bureauScreens.finaliseAssessment(bureau.page);
  await lookAt(bureau.page, 'ranking');
  await goTo(bureau.page, 'reviewing', 'benchmarks');
  await lookAt(bureau.page, 'benchmarks');
  await bringDown(loop);
}

/** 90 × 0.2 + 80 × 0.15 + 85 × 0.25 + 90 × 0.25 + 80 × 0.15; of one project nobody is among the best 40 %. */
async function expectResult(page: Page): Promise<void> {
  await branchScreens.openProject(page, title);
  await branchScreens.openPart(page, '销号与评审');
  const result = page.getByRole('region', { name: '结果' });
  await expect(result).toContainText(/得分85\.75名次第 1 名等次合格/);
  await lookAt(page, 'the result');
}

test('a project goes round: claimed, planned, reviewed three times, changed, reported, closed and assessed', async () => {
  test.setTimeout(420_000);
  const folder = temporaryFolder('projects');
  const loop = await begin(folder.path);
  await test.step('win a topic', () => winTopic(loop));
  await test.step('get approval', () => getApproval(loop));
  await test.step('carry out', () => carryOut(loop));
  await test.step('finish', () => finish(loop));
  await expectResult(loop.branch.page);
  for (const { close } of [loop.bureau, loop.branch]) await close();
  folder.remove();
});
