import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { checkRecord, factsOfRecord } from '@shared/exam/record.ts';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import { decodeAnswerFile, openSealedRecord } from '../../main/exam/answer-file.ts';
import { isSigned } from '../../main/exam/record-signature.ts';
import { beginExam, examTitle, installExam, publishAnswers, publishExam, type ExamPackage } from '../support/exam-package.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { answerFolderDialog, checkAll, installFound } from '../support/packages.ts';
import { readTable } from '../support/work-rows.ts';

const openExams = (page: Page): Promise<void> => page.getByRole('link', { name: '考 模拟考试' }).click();

/** Answers the first questions by keyboard, each confirmed before the next. */
async function answer(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.getByText('已保存', { exact: true }).first().waitFor();
    await page.keyboard.press('ArrowRight');
  }
}

/** Hands in and gives the receipt code that is shown. */
async function handIn(page: Page): Promise<string> {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await page.getByText('答卷已加密封存在本机').waitFor();
  return (await page.locator('.exam-receipt').textContent()) ?? '';
}

async function changePerson(page: Page, index: number): Promise<void> {
  await page.goto('app://sanxun/index.html#/switch');
  await page.getByRole('combobox', { name: '单位' }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: '姓名' }).selectOption({ index });
  await page.getByRole('button', { name: '开始学习' }).click();
}

async function exportAnswers({ app, page }: Running, place: string): Promise<void> {
  await answerFolderDialog(app, place);
  await page.getByRole('link', { name: '上报答卷' }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出答卷' }).click();
  await page.getByText('已导出到：').waitFor();
}

/** What the bureau gets out of the answer file. */
async function openAnswers(place: string, { identity }: ExamPackage): Promise<SignedRecord[]> {
  const folder = path.join(place, '考试答卷');
  const file = readdirSync(folder).find((name) => name.endsWith('.sanxun-answers')) ?? '';
  const sealed = decodeAnswerFile(readFileSync(path.join(folder, file)));
  if (typeof sealed === 'string') throw new Error(sealed);
  const records = await Promise.all(sealed.map((one) => openSealedRecord(one, [identity])));
  return records.flatMap((record) => (typeof record === 'string' ? [] : [record]));
}

/** Every file of a folder that holds a text, in any of the ways in which Chromium and we write texts. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const bytes = readFileSync(path.join(entry.parentPath, entry.name));
    return forms.some((form) => bytes.includes(form)) ? [entry.name] : [];
  });
}

test('an exam is sat with no network, by two people in turn, and its answers come to the bureau', async () => {
  test.setTimeout(240_000);
  const folder = temporaryFolder('quarterly');
  const profile = path.join(folder.path, 'profile');
  const published = await publishExam(folder.path, { questions: 6, minutes: 30, release: 'key' });
  let running = await launch(profile);
  await chooseFirstPerson(running.page);
  await installExam(running, published);
  await openExams(running.page);
  await running.page.getByText('现在可以输入启封码开考。').waitFor();
  expect(filesWith(profile, '示例题干')).toEqual([]); // sealed until the code

  await running.page.getByRole('link', { name: `进入考试：${examTitle}` }).click();
  await running.page.getByLabel('启封码第 1 组').fill('0000-0000-0000');
  await running.page.getByRole('button', { name: '启封试卷' }).click();
  await running.page.getByText('启封码不对。').waitFor();
  await running.page.getByText('还可以试 4 次').waitFor();
  expect(filesWith(profile, '示例题干')).toEqual([]);

  await beginExam(running.page);
  await answer(running.page, 'abc');
  expect(filesWith(profile, '示例题干')).not.toEqual([]); // so the search does find
  await running.kill();
  running = await launch(profile);
  await running.page.getByRole('link', { name: '继续作答' }).first().click();
  await running.page.getByText('已答 3 / 6').waitFor();
  const first = await handIn(running.page);
  await running.page.getByText('成绩和答案在局里公布后显示在这里。').waitFor();

  await changePerson(running.page, 2);
  await beginExam(running.page);
  await answer(running.page, 'a');
  const second = await handIn(running.page);
  await exportAnswers(running, folder.path);

  const records = await openAnswers(folder.path, published);
  expect(records.map((record) => isSigned(record) && checkRecord(record.events))).toMatchObject([
    { ok: true, complete: true },
    { ok: true, complete: true },
  ]);
  const facts = records.map(({ events }) => factsOfRecord(events));
  expect(facts.map(({ resumes, endedBy }) => ({ resumes, endedBy })).toSorted((one, other) => one.resumes - other.resumes)).toEqual([
    { resumes: 0, endedBy: 'person' },
    { resumes: 1, endedBy: 'person' },
  ]);
  expect(first).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(second).not.toBe(first);

  publishAnswers(published);
  await checkAll(running.page);
  await installFound(running.page);
  await openExams(running.page);
  await running.page.getByRole('link', { name: /^查看回执码/ }).click();
  await running.page.getByRole('link', { name: '查看答卷' }).click();
  await running.page.getByRole('heading', { name: '考试结果' }).waitFor();
  const responses = await readTable(running.page, 'responses');
  expect(responses.map(({ mode }) => mode)).toEqual(['exam', 'exam', 'exam', 'exam']);
  await running.close();
  folder.remove();
});
