import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '@shared/model/report.ts';
import type { ReportExport } from '../../../main/export/export.ts';
import { trickyReport } from '../../shared/reports/fixture.ts';

/** A report whose content, and so whose files, differ by `edition`. */
export const report = (name: string, edition = 1): Report => ({ ...trickyReport, title: `${name}第${edition}版`, fileName: name });

/** Stands in for the printer: bytes that depend on the page and take a while to write. */
export async function slowPdf(html: string): Promise<Uint8Array> {
  const digest = createHash('sha256')
    .update(html.replaceAll(/nonce[-=]"?[^"']+/g, ''))
    .digest();
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 12_000 }, () => digest)]);
}

export const request = (folder: string, changes: Partial<ReportExport> = {}): ReportExport => ({
  folder,
  name: '上报材料',
  reports: [report('成绩汇总表'), report('推进计划表')],
  formats: ['xlsx', 'pdf'],
  pdf: slowPdf,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

/** Name → hex SHA-256 of everything in a folder, read without the code under test; empty where there is no folder. */
export function contents(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, hash(name)]));
}
