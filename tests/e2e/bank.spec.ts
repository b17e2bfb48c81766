import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { acceptAll, createBank, importFile, openBureau, openTab, publishInto } from '../support/bank-screens.ts';
import { sampleSections, writeBankWorkbook } from '../support/bank-workbook.ts';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { addFolderSource, installFound } from '../support/packages.ts';
import { lookAt } from '../support/looks.ts';

const questions = 60;

test('a workbook becomes a bank that is searched, checked, published, and installed at a branch', async () => {
  test.setTimeout(180_000);
  const folder = temporaryFolder('bank');
  const workbook = path.join(folder.path, '示例题库.xlsx');
  const published = path.join(folder.path, 'published');
  mkdirSync(published);
  writeBankWorkbook(workbook, questions / sampleSections.length);
  const { app, page, close } = await launch(path.join(folder.path, 'profile'));
  await chooseFirstPerson(page);
  await expect(page.getByRole('link', { name: '局 题库管理' })).toHaveCount(0);
  await openBureau(page);
  await lookAt(page, 'no banks');
  await createBank(page, '示例题库');

  await importFile(app, page, workbook);
  await page.getByText(/^来源 \d+ 行 = 试题 60 \+ 标题 \d+ \+ 未收 0 \+ 忽略 \d+$/).waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.getByRole('region', { name: '来源原文' }).getByText('第 61 行').first().waitFor();
  await lookAt(page, 'preview');
  await acceptAll(page);

  await openTab(page, '试题');
  await page.getByText(`共 ${questions} 题`).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(sampleSections[0] ?? '');
  await page.getByText(/^找到 [1-9]\d* 题$/).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: '修改试题' }).waitFor();
  await lookAt(page, 'list with the form');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('form')).toHaveCount(0);

  await openTab(page, '检查');
  await page.getByRole('button', { name: '开始检查' }).click();
  await page.getByText(/检查了 60 题/).waitFor();
  for (const tab of ['检查', '纠错', '导入', '导出', '发布']) {
    await openTab(page, tab);
    await lookAt(page, tab);
  }
  await publishInto(app, page, published);
  await lookAt(page, 'published');
  await addFolderSource(app, page, published);
  await installFound(page);
  await page.getByRole('link', { name: '学 题库、错题' }).click();
  for (const section of sampleSections) await page.getByRole('rowheader', { name: section }).waitFor();
  await close();
  folder.remove();
});
