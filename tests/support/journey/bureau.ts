import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { acceptAll, createBank, importFile, openBureau, openTab, publishInto } from '../bank-screens.ts';
import { runningOf, type Journey, type Step } from './journey.ts';

/** The same workbook becomes a bank that is looked through before it is accepted. */
async function importBank(journey: Journey): Promise<void> {
  const { app, page } = runningOf(journey);
  await openBureau(page);
  await createBank(page, '示例局题库');
  await importFile(app, page, path.join(journey.folder, 'bank.xlsx'));
  await page.getByRole('button', { name: /^新题 [1-9]/ }).waitFor();
}

async function publishBank(journey: Journey): Promise<void> {
  const { app, page } = runningOf(journey);
  await acceptAll(page);
  await openTab(page, '试题');
  await page.getByText('共 120 题').waitFor();
  const folder = path.join(journey.folder, 'bureau');
  mkdirSync(folder);
  await publishInto(app, page, folder);
}

/** The bureau's side in the window. */
export const bureauSteps: readonly Step[] = [
  { name: 'the bureau imports a workbook and looks it through', run: importBank },
  { name: 'the bureau accepts, checks and publishes it', run: publishBank },
];
