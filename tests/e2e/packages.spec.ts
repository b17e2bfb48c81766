import { cpSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeBankWorkbook } from '../support/bank-workbook.ts';
import { sanxun } from '../support/cli.ts';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { addFolderSource, checkAll, installFound, openPackages } from '../support/packages.ts';
import { lookAt } from '../support/looks.ts';

const perSection = 30;

test('two folders bring a bank, its update, and the way back; one of them is pulled out', async () => {
  test.setTimeout(180_000);
  const folder = temporaryFolder('packages');
  const at = (name: string): string => path.join(folder.path, name);
  const publish = (edition: number): void => {
    writeBankWorkbook(at('bank.xlsx'), perSection, edition);
    const title = ['--title', '示例局题库', '--json'];
    const result = sanxun('publish', '--repo', at('first'), '--keys', at('keys'), '--bank', at('bank.xlsx'), ...title);
    expect(result.status, result.messages).toBe(0);
  };
  publish(1);
  cpSync(at('first'), at('second'), { recursive: true });
  const { app, page, close } = await launch(at('profile'));
  await chooseFirstPerson(page);
  await openPackages(page, '更新');
  await page.getByText('正在使用随程序附带的示例数据').waitFor();
  await lookAt(page, 'only the example');

  await addFolderSource(app, page, at('first'));
  await page.getByRole('table', { name: '可以安装的新版本' }).waitFor();
  await lookAt(page, 'preview');
  await installFound(page);
  await addFolderSource(app, page, at('second'));
  await page.getByText('已经是最新').waitFor();

  publish(2);
  await checkAll(page);
  const row = page.getByRole('table', { name: '可以安装的新版本' }).getByRole('row').nth(1);
  await expect(row.getByRole('cell').nth(4)).toHaveText(String(2 * perSection));
  await installFound(page);
  const installed = page.getByRole('table', { name: '已安装' });
  await expect(installed).toContainText('第 2 版');
  await lookAt(page, 'installed');

  await page.getByRole('button', { name: '退回上一版 示例局题库' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('现在是第 2 版，将改回第 1 版').waitFor();
  await dialog.getByRole('button', { name: '退回上一版' }).click();
  await expect(installed.getByRole('row', { name: /示例局题库/ })).toContainText('第 1 版');

  renameSync(at('second'), at('pulled out'));
  await openPackages(page, '更新');
  await checkAll(page);
  await page.getByText('有 1 个来源这次没有读到').waitFor();
  await openPackages(page, '来源');
  await expect(page.getByRole('listitem').filter({ hasText: 'second' })).toContainText('没连上');
  await lookAt(page, 'sources');

  await openPackages(page, '记录');
  const events = page.getByRole('table', { name: '记录' }).getByRole('row');
  await expect(events.filter({ hasText: '退回上一版' })).toContainText('示例局题库（第 1 版）');
  await expect(events.filter({ hasText: '信任来源' })).toHaveCount(2);
  await lookAt(page, 'history');
  await openPackages(page, '拷给别的单位');
  await lookAt(page, 'carry');
  await close();
  folder.remove();
});
