import type { ElectronApplication, Page } from '@playwright/test';

/** Makes the file dialog answer with these files: the only thing that the tests fake. */
export async function answerFileDialog(app: ElectronApplication, ...files: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen });
    },
    [...files],
  );
}

/** Turns the bureau's workspace on, and goes to its place. */
export async function openBureau(page: Page): Promise<void> {
  await page.getByRole('link', { name: '设置 人员、语言' }).click();
  await page.getByLabel('工作区').selectOption('bureau');
  await page.getByRole('link', { name: '局 题库管理' }).click();
  await page.getByRole('heading', { name: '题库管理' }).waitFor();
}

/** Makes the first bank; its import page opens. */
export async function createBank(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '新建题库，导入第一份题库' }).click();
  await page.getByLabel('题库名称（必填）').fill(title);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '选择题库文件…' }).waitFor();
}

/** Imports a file; its preview opens. */
export async function importFile(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerFileDialog(app, file);
  await page.getByRole('button', { name: '选择题库文件…' }).click();
  await page.getByRole('grid', { name: '导入的内容' }).waitFor();
}

/** Takes what was imported into the bank. */
export async function acceptAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^收入题库（[1-9]/ }).click();
  await page.getByText(/^已收入/).waitFor();
}

export const openTab = (page: Page, tab: string): Promise<void> => page.getByRole('link', { name: tab, exact: true }).click();

/** Publishes the bank into a folder, having seen what changes. */
export async function publishInto(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await answerFileDialog(app, folder);
  await openTab(page, '发布');
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '看看有哪些变化' }).click();
  await page.getByRole('button', { name: /^发布第 \d+ 版$/ }).click();
  await page.getByText(/^✓ 已发布第 \d+ 版/).waitFor();
}
