import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { checkRecord, factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import { decodeAnswerFile, openSealedRecord } from '../../main/exam/answer-file.ts';
import { isSigned } from '../../main/exam/record-signature.ts';
import { beginExam, examTitle, installExam, publishAnswers, publishExam, type ExamPackage } from '../support/exam-package.ts';
import {
  answerByKeys,
  enterExam,
  exportAnswers,
  handInExam,
  openExams,
  openReview,
  resumeSitting,
  tryWrongCode,
} from '../support/exam-screens.ts';
import { filesWith } from '../support/files-with.ts';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { lookAt } from '../support/looks.ts';
import { checkAll, installFound } from '../support/packages.ts';
import { readTable } from '../support/work-rows.ts';

async function changePerson(page: Page, index: number): Promise<void> {
  await page.goto('app://sanxun/index.html#/switch');
  await page.getByRole('combobox', { name: '单位' }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: '姓名' }).selectOption({ index });
  await page.getByRole('button', { name: '开始学习' }).click();
}

/** What the bureau gets out of the answer file. */
async function openAnswers(place: string, { identity }: ExamPackage): Promise<SignedRecord[]> {
  const folder = path.join(place, '考试答卷');
  const file = readdirSync(folder).find((name) => name.endsWith('.sanxun-answers')) ?? '';
  const sealed = decodeAnswerFile(readFileSync(path.join(folder, file)));
  if (typeof sealed === 'string') throw new Error(sealed);
  const records = await Promise.all(sealed.map((one) => openSealedRecord(one, [identity])));
  return records.flatMap((one) => (typeof one === 'string' ? [] : [one.record]));
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
  await lookAt(running.page, 'exams');
  expect(filesWith(profile, '示例题干')).toEqual([]); // sealed until the code

  await enterExam(running.page, examTitle);
  await tryWrongCode(running.page);
  await lookAt(running.page, 'start code');
  expect(filesWith(profile, '示例题干')).toEqual([]);

  await beginExam(running.page);
  await answerByKeys(running.page, 'abc');
  await lookAt(running.page, 'sitting');
  expect(filesWith(profile, '示例题干')).not.toEqual([]); // so the search does find
  await running.kill();
  running = await launch(profile);
  await resumeSitting(running.page);
  await running.page.getByText('已答 3 / 6').waitFor();
  const first = await handInExam(running.page);
  await running.page.getByText('成绩和答案在局里公布后显示在这里。').waitFor();
  await lookAt(running.page, 'receipt');

  await changePerson(running.page, 2);
  await beginExam(running.page);
  await answerByKeys(running.page, 'a');
  const second = await handInExam(running.page);
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
  await openReview(running.page);
  await lookAt(running.page, 'published');
  const responses = await readTable(running.page, 'responses');
  expect(responses.map(({ mode }) => mode)).toEqual(['exam', 'exam', 'exam', 'exam']);
  await running.close();
  folder.remove();
});
