import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goTo } from '../go-to.ts';
import { checkAll, installFound } from '../packages.ts';
import * as branchScreens from '../projects/branch.ts';
import * as bureauScreens from '../projects/bureau.ts';
import { showBars } from '../projects/plan-grid.ts';
import { change, officeOf, pageOf, runningOf, stickOf, type Journey, type Step } from './journey.ts';

const title = '示例：缩短客户平均停电时间';

/** The branch's bundle reaches the bureau, whose window comes to the front. */
async function bringUp(journey: Journey, outcome: string): Promise<void> {
  const folder = path.join(stickOf(journey), 'projects');
  mkdirSync(folder, { recursive: true });
  await branchScreens.sendUp(runningOf(journey), folder);
  change(journey);
  await bureauScreens.takeIn(runningOf(journey), folder, outcome);
}

/** What the bureau has published reaches the branch, whose window comes to the front. */
async function bringDown(journey: Journey): Promise<void> {
  await bureauScreens.publishProjects(runningOf(journey), officeOf(journey));
  change(journey);
  await checkAll(pageOf(journey));
  await installFound(pageOf(journey));
}

async function offer(journey: Journey): Promise<void> {
  change(journey);
  await bureauScreens.fillOffer(pageOf(journey), title);
  await bureauScreens.saveOffer(pageOf(journey), title);
}

async function claim(journey: Journey): Promise<void> {
  await bringDown(journey);
  await branchScreens.claimTopic(pageOf(journey), title);
}

async function decide(journey: Journey): Promise<void> {
  await bringUp(journey, '抢注：新收 1');
  await bureauScreens.openClosedOffer(pageOf(journey), title);
  await bureauScreens.decideOffer(pageOf(journey));
  await pageOf(journey).getByRole('button', { name: '撤销决定' }).waitFor();
}

async function apply(journey: Journey): Promise<void> {
  await bringDown(journey);
  await branchScreens.takeUpTopic(pageOf(journey), title);
  await branchScreens.fillApplication(pageOf(journey));
}

async function submit(journey: Journey): Promise<void> {
  await branchScreens.submitProject(pageOf(journey));
  await bringUp(journey, '书记项目：新收 1');
  await bureauScreens.openWaiting(pageOf(journey), title);
}

async function changePlan(journey: Journey): Promise<void> {
  await bringDown(journey);
  await branchScreens.openProject(pageOf(journey), title);
  await branchScreens.postponeLastNode(pageOf(journey), '示例原因');
  await showBars(pageOf(journey));
}

async function seeChanges(journey: Journey): Promise<void> {
  await branchScreens.openPart(pageOf(journey), '变更与对照');
  await pageOf(journey).getByText('示例原因').first().waitFor();
}

async function report(journey: Journey): Promise<void> {
  const proof = path.join(journey.folder, '示例佐证.txt');
  writeFileSync(proof, '示例佐证');
  await branchScreens.fillMonth(pageOf(journey));
  await branchScreens.saveMonthWithEvidence(runningOf(journey), proof);
}

async function seeLedger(journey: Journey): Promise<void> {
  await bringUp(journey, '书记项目：更新 1');
  await goTo(pageOf(journey), 'reviewing', 'ledger');
  await pageOf(journey).getByRole('row', { name: title }).waitFor();
}

async function askToClose(journey: Journey): Promise<void> {
  change(journey);
  await branchScreens.openProject(pageOf(journey), title);
  await branchScreens.finishPlan(pageOf(journey));
  await branchScreens.fillClosing(pageOf(journey));
  await branchScreens.requestClosing(pageOf(journey));
}

async function close(journey: Journey): Promise<void> {
  await bringUp(journey, '书记项目：更新 1');
  await bureauScreens.openWaiting(pageOf(journey), title);
  await bureauScreens.agreeToClose(pageOf(journey));
}

async function mark(journey: Journey): Promise<void> {
  await bureauScreens.fillAssessment(pageOf(journey));
  await bureauScreens.enterMarks(pageOf(journey));
}

async function seeResult(journey: Journey): Promise<void> {
  await bringDown(journey);
  await branchScreens.openProject(pageOf(journey), title);
  await branchScreens.openPart(pageOf(journey), '销号与评审');
  await pageOf(journey).getByText('第 1 名', { exact: true }).waitFor();
}

/** 书记项目 from topic to yearly review, between the bureau and a branch. */
export const projectYearSteps: readonly Step[] = [
  { name: 'the bureau offers a topic', run: offer },
  { name: 'a branch claims it', run: claim },
  { name: 'the bureau decides by the published rule', run: decide },
  { name: 'the branch applies with its topic', run: apply },
  { name: 'the plan by keyboard and by paste', run: (journey) => branchScreens.typePlan(runningOf(journey)) },
  { name: 'the project goes to review', run: submit },
  { name: 'three reviews approve it', run: (journey) => bureauScreens.passThreeReviews(pageOf(journey)) },
  { name: 'the approved plan, with a change and its reason', run: changePlan },
  { name: 'approved, present and actual side by side', run: seeChanges },
  { name: 'progress of the month with evidence', run: report },
  { name: 'the ledger of the bureau', run: seeLedger },
  { name: 'the branch asks to close the project', run: askToClose },
  { name: 'the bureau closes it', run: close },
  { name: 'marks of the yearly review', run: mark },
  { name: 'ranking', run: (journey) => bureauScreens.finaliseAssessment(pageOf(journey)) },
  { name: 'the branch sees its result', run: seeResult },
];
