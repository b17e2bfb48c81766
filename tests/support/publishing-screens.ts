import type { ElectronApplication, Page } from '@playwright/test';
import { answerFolderDialog } from './packages.ts';

/** Goes to a part of 发布. */
export async function openPublishing(page: Page, part: '概况' | '上传' | '密钥' | '更换与续签'): Promise<void> {
  await page.getByRole('link', { name: '发布 签发、上传、密钥' }).click();
  await page.getByRole('navigation', { name: '发布的各项工作' }).getByRole('link', { name: part }).click();
}

/** Adds a folder to upload to. */
export async function addFolderDestination(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await openPublishing(page, '上传');
  await page.getByRole('button', { name: '添加位置…' }).click();
  const dialog = page.getByRole('dialog', { name: '添加上传位置' });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('radio', { name: /^文件夹 / }).waitFor();
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Uploads to every destination, and closes the result. */
export async function uploadToAll(page: Page): Promise<void> {
  await openPublishing(page, '上传');
  await page.getByRole('button', { name: '全部上传' }).click();
  await page.getByText(/^✓ 已上传到：/).waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
}

/** Replaces the publishing key; the root key has to be here and open. */
export async function replaceOnlineKey(page: Page): Promise<void> {
  await openPublishing(page, '更换与续签');
  await page.getByRole('link', { name: '开始 更换发布密钥' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '更换发布密钥' }).click();
  await page.getByText('✓ 发布密钥已更换，全部内容已重新签名。').waitFor();
}
