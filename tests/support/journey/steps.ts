import { beginSteps } from './begin.ts';
import { bureauSteps } from './bureau.ts';
import { pageOf, type Journey, type Step } from './journey.ts';
import { mockSteps } from './mock.ts';
import { paperSteps } from './papers.ts';
import { projectSteps } from './project.ts';
import { projectYearSteps } from './project-year.ts';
import { quarterlySteps } from './quarterly.ts';
import { reportSteps } from './reports.ts';
import { mistakeStep, studySteps } from './study.ts';

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

/** The steps in their order; a picture is worth taking after each. */
export const steps: readonly Step[] = [
  ...beginSteps,
  mistakeStep,
  ...mockSteps,
  ...studySteps,
  ...projectSteps,
  ...reportSteps,
  ...bureauSteps,
  ...paperSteps,
  ...quarterlySteps,
  ...projectYearSteps,
  { name: 'English screens at 150 %', run: englishAndZoom },
];
