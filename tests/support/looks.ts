import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No rule of accessibility is broken, and nothing is wider than what a window of 1366×768 shows at 150 %. */
export async function lookAt(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 910, height: 512 });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollWidth - main.clientWidth : 0;
  });
  expect(`${where}: ${overflow} px too wide`).toBe(`${where}: 0 px too wide`);
  await page.setViewportSize({ width: 1280, height: 720 });
}
