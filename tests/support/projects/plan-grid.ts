import type { ElectronApplication, Locator, Page } from '@playwright/test';

/** Places of columns of the plan table, before it is approved and after. */
export const planColumns = { duty: 3, deliverable: 4, owner: 5, plannedStart: 10, plannedFinish: 11 } as const;
export const approvedColumns = {
  ...planColumns,
  adjustedStart: 12,
  adjustedFinish: 13,
  actualFinish: 15,
  progress: 16,
  nextSteps: 22,
} as const;

/** A cell of the plan table, both from 0. */
export const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`.plan-table [data-row="${row}"] [data-column="${column}"]`);

/** Begins at a cell and types texts, each into the next cell to the right. */
export async function typeCells(page: Page, from: Locator, texts: readonly string[]): Promise<void> {
  await from.click();
  for (const [place, text] of texts.entries()) {
    await page.keyboard.type(text);
    await page.keyboard.press(place === texts.length - 1 ? 'Enter' : 'Tab');
  }
}

/** Pastes rows into the table from a cell on, as Excel and WPS hand them over. */
export async function pasteCells(app: ElectronApplication, page: Page, from: Locator, rows: readonly (readonly string[])[]): Promise<void> {
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), rows.map((cells) => cells.join('\t')).join('\r\n'));
  await from.click();
  await page.keyboard.press('Control+V');
  await page.getByText(`已粘贴 ${rows.length} 行`).waitFor();
}

/** Shows the time bars beside the table. */
export async function showBars(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '表格和时间条' }).check();
  await page.getByRole('listbox', { name: '时间条' }).getByRole('option').first().waitFor();
}

/** Until everything that was typed is on disk. */
export const planSaved = (page: Page): Promise<void> => page.getByRole('status').getByText('✓ 已保存').waitFor();

/** The plan is approved: says why, and the step is done and on disk. */
export async function giveReason(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '计划已经批准，改动要写明原因' });
  await dialog.getByLabel('原因（必填）').fill(reason);
  await dialog.getByRole('button', { name: '记录并改动' }).click();
  await dialog.waitFor({ state: 'detached' });
  await planSaved(page);
}
