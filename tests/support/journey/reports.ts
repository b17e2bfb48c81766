import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { answerFolderDialog } from '../packages.ts';
import { runningOf, type Journey, type Step } from './journey.ts';

async function exportReport(journey: Journey, report: string): Promise<void> {
  const { app, page } = runningOf(journey);
  await answerFolderDialog(app, journey.exports);
  await page.getByRole('link', { name: '报 报表、导出' }).click();
  await page.getByRole('link', { name: report }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('已导出到：').waitFor({ timeout: 60_000 });
}

/** Names of the files below a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
}

/** Opens what was exported with readers of other authors. */
async function readBack(journey: Journey): Promise<void> {
  const files = filesUnder(journey.exports);
  const workbooks = files.filter((name) => name.endsWith('.xlsx'));
  assert.equal(workbooks.length, 2, files.join());
  for (const name of workbooks) {
    const book = read(readFileSync(path.join(journey.exports, name)));
    const rows = utils.sheet_to_json<unknown[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 });
    assert.ok(rows.length > 3, `${name} has ${rows.length} rows`);
  }
  for (const name of files.filter((file) => file.endsWith('.pdf'))) {
    assert.equal(readFileSync(path.join(journey.exports, name)).subarray(0, 5).toString(), '%PDF-');
  }
  assert.ok(!files.some((name) => name.endsWith('.tmp')), 'nothing half-written is left');
}

/** Tables on the way out, and read again as others read them. */
export const reportSteps: readonly Step[] = [
  { name: 'export the score report', run: (journey) => exportReport(journey, '模拟自测成绩汇总表') },
  { name: 'export the plan table', run: (journey) => exportReport(journey, '推进计划表') },
  { name: 'read the exported files back', run: readBack },
];
