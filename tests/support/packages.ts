import type { ElectronApplication, Page } from '@playwright/test';

/** Makes the folder dialog answer with a folder: the only thing that the tests fake. */
export async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
}

/** Goes to a part of 数据包. */
export async function openPackages(page: Page, part: '更新' | '来源' | '拷给别的单位' | '记录'): Promise<void> {
  await page.getByRole('link', { name: '数据包 安装与更新' }).click();
  await page
    .getByRole('navigation', { name: '数据包的各部分' })
    .getByRole('link', { name: new RegExp(`^${part}`) })
    .click();
}

/** Adds a folder as a source: chooses it, compares the fingerprint and trusts it. The check for updates then runs by itself. */
export async function addFolderSource(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await openPackages(page, '来源');
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '一致，信任这个来源' }).click();
}

/** Adds an address as a source, comparing the fingerprint. */
export async function addAddressSource(page: Page, url: string): Promise<void> {
  await openPackages(page, '来源');
  await page.getByLabel('网络地址（http 或 https）').fill(url);
  await page.getByRole('button', { name: '添加地址' }).click();
  await page.getByRole('button', { name: '一致，信任这个来源' }).click();
}

/** Checks all sources, and waits until that has come to its end. What the program found by itself meanwhile takes the button's place. */
export async function checkAll(page: Page): Promise<void> {
  await openPackages(page, '更新');
  const check = page.getByRole('button', { name: '检查更新', exact: true });
  const install = page.getByRole('button', { name: '安装', exact: true });
  await check.or(install).first().waitFor();
  if (await check.isVisible()) await check.click({ timeout: 5_000 }).catch(() => install.waitFor());
  await page
    .getByRole('button', { name: /^(安装|关闭)$/ })
    .first()
    .waitFor();
}

/** Installs what the last check found. */
export async function installFound(page: Page): Promise<void> {
  await page.getByRole('button', { name: '安装', exact: true }).click();
  await page.getByText('已安装：').waitFor();
}
