import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writePlanWorkbook } from '../../../main/projects/xlsx/plan-workbook.ts';
import { compared, differences, planDocument, readPlan, taken, threeNodes } from './support.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Names of the filters of LibreOffice, by the endings of their files. */
const filters = { xlsx: 'Calc MS Excel 2007 XML', ods: 'calc8', xls: 'MS Excel 97', csv: 'Text - txt - csv (StarCalc)' } as const;
type Ending = keyof typeof filters;

const setCell = (cell: string, text: string): string => `sheet.getCellRangeByName("${cell}").setFormula("${text}")`;
const insertRow = (row: number): string => `sheet.Rows.insertByIndex(${row - 1}, 1)`;
const sortLastFirst = (range: string, column: number): string => `
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = ${column} : field(0).IsAscending = False
  Dim sorting(1) As New com.sun.star.beans.PropertyValue
  sorting(0).Name = "SortFields" : sorting(0).Value = field()
  sorting(1).Name = "ContainsHeader" : sorting(1).Value = False
  sheet.getCellRangeByName("${range}").sort(sorting())`;

/** A macro of LibreOffice that does to the first sheet what a person would do, and saves the workbook beside it. */
const macro = (steps: readonly string[], endings: readonly Ending[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
Sub Main(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/in.xlsx"), "_blank", 0, hidden())
  sheet = document.Sheets.getByIndex(0)
  ${steps.join('\n  ')}
  Dim saving(1) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(1).Name = "FilterOptions" : saving(1).Value = "44,34,UTF-8,1"
  ${endings
    .map((ending) => `saving(0).Value = "${filters[ending]}"\n  document.storeToURL(ConvertToURL(folder &amp; "/out.${ending}"), saving())`)
    .join('\n  ')}
  document.close(True)
End Sub
</script:module>`;

/** The workbook after somebody has edited it in LibreOffice and saved it in these formats. */
async function editedInOffice(bytes: Uint8Array, steps: readonly string[], endings: readonly Ending[]): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-office-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const profile = path.join(folder, 'profile');
  await writeFile(path.join(folder, 'in.xlsx'), bytes);
  const office = (...args: readonly string[]): void =>
    void execFileSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', ...args], {
      timeout: 120_000,
      stdio: 'ignore',
    });
  office('--terminate_after_init');
  const basic = path.join(profile, 'user/basic/Standard');
  await writeFile(path.join(basic, 'Edit.xba'), macro(steps, endings));
  const library = path.join(basic, 'script.xlb');
  const list = await readFile(library, 'utf8');
  await writeFile(library, list.replace('</library:library>', ' <library:element library:name="Edit"/>\n</library:library>'));
  office(`macro:///Standard.Edit.Main("${folder}")`);
  return Promise.all(endings.map((ending) => readFile(path.join(folder, `out.${ending}`))));
}

test.skipIf(!hasOffice)(
  'a workbook that goes through LibreOffice comes back with one cell changed and no other',
  { timeout: 240_000 },
  async () => {
    const nodes = threeNodes.map((node) => ({ ...node, note: '=1+1\n第二行 _x0041_', duty: '  “引号”与 <b>&amp;</b>  ' }));
    const bytes = await writePlanWorkbook(planDocument(nodes, { baseline: threeNodes }));
    const [edited] = await editedInOffice(bytes, [setCell('F5', '韦敏')], ['xlsx']);
    const comparison = compared(await readPlan(edited ?? bytes), nodes);
    expect(differences(comparison)).toEqual(['5 owner: 李明华 → 韦敏']);
    expect([comparison.absent, comparison.moved]).toEqual([[], []]);
    expect(taken(comparison).nodes).toEqual(nodes.map((node) => (node.id === 'b' ? { ...node, owner: '韦敏' } : node)));
  },
);

test.skipIf(!hasOffice)(
  'cells of every kind, a row put in and all rows sorted: only these come back, in whatever format it was saved',
  { timeout: 240_000 },
  async () => {
    const nodes = threeNodes.map((node) => ({ ...node, duty: '=核对\n“引号”', note: '００１' }));
    const steps = [
      setCell('C4', '复勘'),
      setCell('I5', '2026-03-18'),
      setCell('M6', '62.5'),
      setCell('T6', '=""2SS+3""'),
      setCell('U5', '0.5'),
      insertRow(6),
      setCell('C6', '物资到货'),
      setCell('J6', '2026-04-30'),
      sortLastFirst('A4:V7', 9),
    ];
    const bytes = await writePlanWorkbook(planDocument(nodes));
    const endings = ['xlsx', 'ods', 'xls', 'csv'] as const;
    const files = await editedInOffice(bytes, steps, endings);
    for (const [place, ending] of endings.entries()) {
      const comparison = compared(await readPlan(files[place] ?? bytes, `计划.${ending}`), nodes);
      expect([ending, differences(comparison)]).toEqual([
        ending,
        [
          '4 progress: 40 → 62.5',
          '4 dependencies: 2FS+2 → 2SS+3',
          '5 title:  → 物资到货',
          '5 plannedFinish:  → 2026-04-30',
          '6 plannedStart: 2026-03-16 → 2026-03-18',
          '6 weight: 1 → 0.5',
          '7 title: 现场勘查 → 复勘',
        ],
      ]);
      expect(taken(comparison).nodes.map(({ title }) => title)).toEqual(['改造施工', '物资到货', '方案编制', '复勘']);
    }
  },
);
