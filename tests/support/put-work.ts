import { expect, type Page } from '@playwright/test';
import type { WorkOp } from '@shared/model/work.ts';

/** Puts rows into the journal as if somebody had made them in the window, and loads the page again, which replays them. */
export async function putWork(page: Page, ops: readonly WorkOp[]): Promise<void> {
  const kept = await page.evaluate((text) => window.bridge.request('journal:commit', text), JSON.stringify([{ what: 'test', ops }]));
  expect(JSON.parse(String(kept))).toMatchObject({ ok: true });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
