import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils, write, type WorkSheet } from '@e965/xlsx';

/** Writes a text into the cell of a plan table that stands below a heading, in the row of a node, as a person would. */
export function editPlanWorkbook(file: string, node: string, heading: string, text: string): void {
  const book = read(readFileSync(file), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const [headingAt, nodeAt] = [placeOf(sheet, heading), placeOf(sheet, node)];
  sheet[utils.encode_cell({ r: nodeAt.r, c: headingAt.c })] = { t: 's', v: text };
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer);
}

/** The first cell that says exactly this. */
function placeOf(sheet: WorkSheet, text: string): { readonly r: number; readonly c: number } {
  const address = Object.keys(sheet).find((name) => (sheet[name] as { readonly v?: unknown }).v === text);
  if (!address) throw new Error(`no cell says ${text}`);
  return utils.decode_cell(address);
}

/** Opens a workbook in LibreOffice and saves it again. */
export function saveInOffice(file: string): void {
  const folder = path.dirname(file);
  const profile = `-env:UserInstallation=file://${folder}/office-profile`;
  const out = path.join(folder, 'office');
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], { timeout: 120_000, stdio: 'ignore' });
  writeFileSync(file, readFileSync(path.join(out, path.basename(file))));
}
