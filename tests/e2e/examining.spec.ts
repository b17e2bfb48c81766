import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { examPaper, examQuestion, storedPaper } from '../support/bureau-exams.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { addFolderSource, answerFolderDialog, checkAll, installFound } from '../support/packages.ts';

const title = '示例季度考试';

/** Makes this computer the bureau's, with one final paper. */
async function setUpBureau({ page }: Running): Promise<void> {
  await chooseFirstPerson(page);
  const paper = { ...examPaper('paper-1', [1, 2, 3, 4].map(examQuestion)), minutes: 60 };
  const commit = { what: 'test', ops: [{ table: 'papers', put: storedPaper({ paper }) }] };
  await page.evaluate(
    async (text) => {
      await window.bridge.request('settings:set', { workspace: 'bureau' });
      await window.bridge.request('journal:commit', text);
    },
    JSON.stringify([commit]),
  );
  await page.reload(); // the journal is replayed at the start
  await page.getByRole('link', { name: /^考务/ }).click();
}

/** No rule of accessibility is broken, and nothing is wider than a window at 150 %. */
async function fits(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 910, height: 512 }); // what 1366×768 is at 150 %
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollWidth - main.clientWidth : 0;
  });
  expect(`${where}: ${overflow} px too wide`).toBe(`${where}: 0 px too wide`);
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** Everybody of the roster, from yesterday until tomorrow. */
async function makeExam(page: Page): Promise<void> {
  await page.getByRole('link', { name: '新建考试' }).click();
  await page.getByLabel('考试名称').fill(title);
  await page.getByLabel('开考日期').fill(dayFromNow(-1));
  await page.getByLabel('结束日期').fill(dayFromNow(1));
  await page.getByRole('radio', { name: '这份试卷' }).check();
  await page.getByRole('button', { name: '全部选上' }).first().click();
  await fits(page, 'the form');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE');

async function sealExam(page: Page): Promise<string> {
  await page.getByRole('button', { name: '密封试卷' }).click();
  await page.getByText('已密封，未下发').waitFor();
  expect(await page.locator('.examining-code').count()).toBe(0);
  await page.getByRole('button', { name: '显示启封码' }).click();
  return (await page.locator('.examining-code').textContent()) ?? '';
}

/** Writes a version into a folder: the exam, or its answers. */
async function publish({ app, page }: Running, button: '下发考试' | '公布答案', folder: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: button });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('checkbox', { name: /日期和时间没有错/ }).check();
  await dialog.getByRole('button', { name: '签名并写入' }).click();
  await dialog.getByText(/^✓ 已下发第 \d 版/).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();
}

/** Sits the exam at the branch, hands it in and gives the receipt code. */
async function sit({ page }: Running, startCode: string): Promise<string> {
  await page.getByRole('link', { name: '考 模拟考试' }).click();
  await page.getByRole('link', { name: `进入考试：${title}` }).click();
  await page.getByLabel('启封码第 1 组').fill(startCode);
  await page.getByRole('button', { name: '启封试卷' }).click();
  await page.getByRole('button', { name: '开始答题' }).click();
  for (const key of ['a', 'b', 'c']) {
    await page.keyboard.press(key);
    await page.getByText('已保存', { exact: true }).first().waitFor();
    await page.keyboard.press('ArrowRight');
  }
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await page.getByText('答卷已加密封存在本机').waitFor();
  return (await page.locator('.exam-receipt').textContent()) ?? '';
}

async function exportAnswers({ app, page }: Running, stick: string): Promise<void> {
  await answerFolderDialog(app, stick);
  await page.getByRole('link', { name: '上报答卷' }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出答卷' }).click();
  await page.getByText('已导出到：').waitFor();
}

async function collect({ app, page }: Running, stick: string): Promise<void> {
  await answerFolderDialog(app, stick);
  await page.getByRole('link', { name: '收答卷' }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '读取这里的答卷' }).click();
  await page.getByText('新收 1').waitFor();
}

/** Files below a folder that hold a text as it is, as Chromium keeps texts, or packed. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const bytes = readFileSync(path.join(entry.parentPath, entry.name));
    const all = bytes[0] === 0x1f && bytes[1] === 0x8b ? [bytes, gunzipSync(bytes)] : [bytes];
    return all.some((one) => forms.some((form) => one.includes(form))) ? [entry.name] : [];
  });
}

test('a quarterly exam goes round: sealed, published, sat, carried back on a stick, and its answers published', async () => {
  test.setTimeout(300_000);
  const folder = temporaryFolder('examining');
  const [office, stick] = [path.join(folder.path, 'office'), path.join(folder.path, 'stick')];
  for (const place of [office, stick]) mkdirSync(place);
  const bureau = await launch(path.join(folder.path, 'bureau'));
  await setUpBureau(bureau);
  await makeExam(bureau.page);
  const startCode = await sealExam(bureau.page);
  await fits(bureau.page, 'the exam');
  await publish(bureau, '下发考试', office);

  const profile = path.join(folder.path, 'branch');
  let branch = await launch(profile);
  await chooseFirstPerson(branch.page);
  await addFolderSource(branch.app, branch.page, path.join(office, 'sanxun-repo'));
  await branch.page.getByText(/含 1 场考试/).waitFor();
  await installFound(branch.page);
  for (const secret of ['独有题干', '示例选项甲', startCode]) {
    expect(filesWith(office, secret)).toEqual([]);
    expect(filesWith(profile, secret)).toEqual([]);
  }
  const receipt = await sit(branch, startCode);
  expect(filesWith(profile, '示例解析')).toEqual([]); // the answers wait for the bureau
  await exportAnswers(branch, stick);
  for (const secret of ['独有题干', 'exam-question-1', 'personId']) expect(filesWith(path.join(stick, '考试答卷'), secret)).toEqual([]);

  await collect(bureau, stick);
  await bureau.page.getByRole('cell', { name: receipt }).waitFor();
  await bureau.page.getByRole('heading', { name: /^未交 \d+ 人$/ }).waitFor();
  await fits(bureau.page, 'collecting');
  await bureau.page.getByRole('link', { name: '返回考试' }).click();
  await publish(bureau, '公布答案', office);
  await bureau.page.getByText('已公布答案').waitFor();
  await bureau.close();

  await checkAll(branch.page);
  await installFound(branch.page);
  await branch.close();
  branch = await launch(profile);
  await branch.page.getByRole('link', { name: '考 模拟考试' }).click();
  await branch.page.getByRole('link', { name: /^查看回执码/ }).click();
  await branch.page.getByRole('link', { name: '查看答卷' }).click();
  await branch.page.getByRole('heading', { name: '考试结果' }).waitFor();
  await branch.close();
  folder.remove();
});
