import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { acceptAll, createBank, importFile, openBureau, openTab, publishInto } from '../support/bank-screens.ts';
import { sampleSections, writeBankWorkbook } from '../support/bank-workbook.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { addFolderSource, answerFolderDialog, checkAll, installFound, openPackages } from '../support/packages.ts';
import { addFolderDestination, openPublishing, replaceOnlineKey, uploadToAll } from '../support/publishing-screens.ts';
import { lookAt } from '../support/looks.ts';

const passphrase = '示例口令-0123';

test('a bureau publishes, uploads, puts its keys away and replaces them; a branch follows without noticing', async () => {
  test.setTimeout(300_000);
  const folder = temporaryFolder('publishing');
  const [published, share, safe] = ['published', 'share', 'safe'].map((name) => path.join(folder.path, name)) as [string, string, string];
  for (const made of [published, share, safe]) mkdirSync(made);
  const bureau = await launch(path.join(folder.path, 'bureau'));
  const { app, page } = bureau;
  await publishSampleBank(bureau, path.join(folder.path, '示例题库.xlsx'), published);

  const fingerprint = await test.step('the overview shows what was published', async () => {
    await openPublishing(page, '概况');
    await page.getByRole('rowheader', { name: '示例题库' }).waitFor();
    await page.getByText('根密钥还没有导出封存', { exact: false }).waitFor();
    await lookAt(page, 'overview');
    return (await page.locator('.publishing-fingerprint').textContent()) ?? '';
  });
  expect(fingerprint).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  await page.getByRole('button', { name: '复制' }).click();
  await page.getByText('已复制。').waitFor();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(fingerprint);

  await test.step('uploads to a folder', async () => {
    await addFolderDestination(app, page, share);
    await uploadToAll(page);
    await page.getByText(/^上次上传：.* 成功$/).waitFor();
    await lookAt(page, 'destinations');
  });

  const branch = await launch(path.join(folder.path, 'branch'));
  await test.step('a branch takes it from there', async () => {
    await chooseFirstPerson(branch.page);
    await addFolderSource(branch.app, branch.page, share);
    await openPackages(branch.page, '更新');
    await installFound(branch.page);
    await branch.page.getByRole('link', { name: '学 题库、错题' }).click();
    for (const section of sampleSections) await branch.page.getByRole('rowheader', { name: section }).waitFor();
  });

  await test.step('puts the root key into the safe and takes it off this computer', async () => {
    await exportRootKey(bureau, safe);
    await page.getByRole('button', { name: '从本机移走… 根密钥' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '从本机移走', exact: true }).click();
    await page.getByText('✓ 根密钥已从本机移走。').waitFor();
    await lookAt(page, 'keys');
  });

  await test.step('brings it back to replace the publishing key', async () => {
    await openPublishing(page, '更换与续签');
    await page.getByRole('link', { name: '开始 更换发布密钥' }).click();
    await page.getByText('根密钥不在本机', { exact: false }).waitFor();
    await answerFolderDialog(app, keyFileIn(safe));
    await page.getByRole('button', { name: '导入密钥…' }).click();
    await page.getByLabel('导出文件的口令').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('✓ 需要的密钥都在本机，可以继续。').waitFor();
    await lookAt(page, 'wizard');
    await replaceOnlineKey(page);
    await page.getByText(fingerprint).waitFor();
    await lookAt(page, 'replaced');
    await uploadToAll(page);
  });

  await test.step('the branch syncs again, with nothing to do', async () => {
    await checkAll(branch.page);
    await branch.page.getByText('已经是最新，没有需要安装的内容。').waitFor();
  });

  await test.step('what the new key signs reaches the branch', async () => {
    await page.getByRole('link', { name: '局 题库管理' }).click();
    await page.getByRole('link', { name: '示例题库' }).click();
    await addQuestions(bureau, path.join(folder.path, '补充题库.xlsx'), 25);
    await publishInto(app, page, published);
    await uploadToAll(page);
    await checkAll(branch.page);
    await branch.page.getByRole('cell', { name: '第 2 版' }).waitFor();
    await installFound(branch.page);
  });
  await branch.close();
  await bureau.close();
  folder.remove();
});

async function publishSampleBank(bureau: Running, workbook: string, into: string): Promise<void> {
  const { app, page } = bureau;
  await chooseFirstPerson(page);
  await openBureau(page);
  await openPublishing(page, '概况');
  await page.getByText('还没有发布过').waitFor();
  await page.getByRole('link', { name: '去题库管理' }).click();
  await createBank(page, '示例题库');
  await addQuestions(bureau, workbook, 20);
  await publishInto(app, page, into);
}

/** Imports a workbook with so many questions of each section; those that the bank has already are left out. */
async function addQuestions({ app, page }: Running, workbook: string, ofEach: number): Promise<void> {
  writeBankWorkbook(workbook, ofEach);
  await openTab(page, '导入');
  await importFile(app, page, workbook);
  await acceptAll(page);
}

async function exportRootKey({ app, page }: Running, safe: string): Promise<void> {
  await openPublishing(page, '密钥');
  await page.getByRole('button', { name: '导出封存… 根密钥' }).click();
  await answerFolderDialog(app, safe);
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('radio', { name: /^文件夹 / }).waitFor();
  await page.getByLabel('导出文件的口令（至少 8 个字符）').fill(passphrase);
  await page.getByLabel('再输入一次').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByText('文件已读回并试着打开，可以使用。').waitFor();
  await lookAt(page, 'exported');
  await page.getByRole('button', { name: '关闭' }).click();
}

function keyFileIn(safe: string): string {
  const file = readdirSync(safe, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.age')) ?? '';
  expect(existsSync(path.join(safe, file))).toBe(true);
  return path.join(safe, file);
}
