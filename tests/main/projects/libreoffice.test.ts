import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writePlanWorkbook } from '../../../main/projects/xlsx/plan-workbook.ts';
import { compared, differences, planDocument, readPlan, taken, threeNodes } from './support.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** A macro of LibreOffice that sets one cell as a person would, by its name and text, and saves the workbook as xlsx. */
const macro = (cell: string, text: string, out: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
Sub Main(file As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
  document.Sheets.getByIndex(0).getCellRangeByName("${cell}").setFormula("${text}")
  Dim as_xlsx(0) As New com.sun.star.beans.PropertyValue
  as_xlsx(0).Name = "FilterName" : as_xlsx(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL(ConvertToURL("${out}"), as_xlsx())
  document.close(True)
End Sub
</script:module>`;

/** The workbook after somebody has edited one cell in LibreOffice and saved it. */
async function editedInOffice(bytes: Uint8Array, cell: string, text: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-office-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [file, out, profile] = ['in.xlsx', 'out.xlsx', 'profile'].map((name) => path.join(folder, name)) as [string, string, string];
  await writeFile(file, bytes);
  const office = (...args: readonly string[]): void =>
    void execFileSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', ...args], {
      timeout: 120_000,
      stdio: 'ignore',
    });
  office('--terminate_after_init');
  const basic = path.join(profile, 'user/basic/Standard');
  await writeFile(path.join(basic, 'Edit.xba'), macro(cell, text, out));
  const library = path.join(basic, 'script.xlb');
  const list = await readFile(library, 'utf8');
  await writeFile(library, list.replace('</library:library>', ' <library:element library:name="Edit"/>\n</library:library>'));
  office(`macro:///Standard.Edit.Main("${file}")`);
  return readFile(out);
}

test.skipIf(!hasOffice)(
  'a workbook that goes through LibreOffice comes back with one cell changed and no other',
  { timeout: 240_000 },
  async () => {
    const nodes = threeNodes.map((node) => ({ ...node, note: '=1+1\n第二行 _x0041_', duty: '  “引号”与 <b>&amp;</b>  ' }));
    const bytes = await writePlanWorkbook(planDocument(nodes, { baseline: threeNodes }));
    const comparison = compared(await readPlan(await editedInOffice(bytes, 'F5', '韦敏')), nodes);
    expect(differences(comparison)).toEqual(['5 owner: 李明华 → 韦敏']);
    expect([comparison.absent, comparison.moved]).toEqual([[], []]);
    expect(taken(comparison).nodes).toEqual(nodes.map((node) => (node.id === 'b' ? { ...node, owner: '韦敏' } : node)));
  },
);
