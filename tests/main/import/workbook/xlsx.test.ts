import { expect, test } from 'vitest';
import { limits } from '../../../../main/limits.ts';
import { readWorkbook } from '../../../../main/import/workbook/workbook.ts';
import { zipOf } from '../../../support/zip.ts';

const relations = (...targets: readonly (readonly [string, string])[]): string =>
  `<Relationships>${targets.map(([type, target], n) => `<Relationship Id="r${n}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`;

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly book?: string;
}

/** A workbook of one sheet, its parts under names that no program uses. */
const workbook = ({ sheet, strings = '', styles = '', book = '' }: Parts): Buffer =>
  zipOf({
    '_rels/.rels': relations(['officeDocument', '/xl/odd.xml']),
    'xl/odd.xml': `<x:workbook xmlns:x="m" xmlns:q="n">${book}<x:sheets><x:sheet name="一&amp;二" sheetId="1" q:id="r0"/></x:sheets></x:workbook>`,
    'xl/_rels/odd.xml.rels': relations(['worksheet', 'deep/../sheet.xml'], ['sharedStrings', '/xl/texts.xml'], ['styles', 'styles.xml']),
    'xl/sheet.xml': `<x:worksheet>${sheet}</x:worksheet>`,
    'xl/texts.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  });

async function rowsOf(parts: Parts): Promise<unknown> {
  const grids = await readWorkbook(workbook(parts));
  return 'code' in grids ? grids : grids[0]?.rows;
}

test('cells of every kind', async () => {
  const strings = '<si><t>甲</t></si><si><r><t xml:space="preserve">乙 </t></r><r><t>丙</t></r><rPh sb="0" eb="1"><t>读音</t></rPh></si>';
  const sheet = `<x:sheetData><x:row r="2" spans="1:9">
    <x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2" t="s"><x:v>1</x:v></x:c>
    <x:c r="D2" t="inlineStr"><x:is><x:r><x:t>内</x:t></x:r><x:t>联</x:t></x:is></x:c>
    <x:c r="E2" t="b"><x:v>1</x:v></x:c><x:c r="F2" t="e"><x:v>#N/A</x:v></x:c><x:c r="G2" t="d"><x:v>2024-02-01T00:00:00</x:v></x:c>
    <x:c r="H2" t="str"><x:f>A1</x:f><x:v>一_x000D_
二_x005F_x0041_</x:v></x:c><x:c r="I2"><x:v>0.30000000000000004</x:v></x:c>
  </x:row></x:sheetData>`;
  expect(await rowsOf({ sheet, strings })).toEqual([
    { row: 2, cells: ['甲', '乙 丙', '', '内联', 'TRUE', '#N/A', '2024-02-01', '一\n二_x0041_', '0.3'] },
  ]);
});

test('numbers as the sheet shows them', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="000"/><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/><xf numFmtId="31"/><xf numFmtId="22"/></cellXfs>';
  const cell = (style: number, value: string): string => `<c s="${style}"><v>${value}</v></c>`;
  const row = `<row>${[cell(0, '12'), cell(1, '7'), cell(2, '0.5'), cell(3, '45322'), cell(4, '45322'), cell(5, '45322.5'), cell(9, '1E-3')].join('')}</row>`;
  const sheet = `<sheetData>${row}</sheetData>`;
  expect(await rowsOf({ sheet, styles })).toEqual([
    { row: 1, cells: ['12', '007', '50%', '2024年1月', '2024年1月31日', '2024-01-31 12:00', '0.001'] },
  ]);
  const since1904 = await rowsOf({
    sheet: `<sheetData><row>${cell(3, '43860')}</row></sheetData>`,
    styles,
    book: '<workbookPr date1904="1"/>',
  });
  expect(since1904).toEqual([{ row: 1, cells: ['2024年1月'] }]);
});

test('a day without its year and a time of day come as the sheet shows them', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="180" formatCode="[$-804]m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="58"/><xf numFmtId="180"/><xf numFmtId="20"/><xf numFmtId="14"/></cellXfs>';
  const cell = (style: number, value: string): string => `<c s="${style}"><v>${value}</v></c>`;
  const sheet = `<sheetData><row>${[cell(0, '45474'), cell(1, '45474'), cell(2, '0.354166666666667'), cell(3, '45474')].join('')}</row></sheetData>`;
  expect(await rowsOf({ sheet, styles })).toEqual([{ row: 1, cells: ['7月1日', '7月1日', '8:30', '2024-07-01'] }]);
});

test('a formula counts by the value that the file holds; without one its cell is named', async () => {
  const sheet = `<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>A1</f><v></v></c><c r="D1" t="str"><f>A1</f><v></v></c></row></sheetData>`;
  expect(await rowsOf({ sheet })).toEqual([{ row: 1, cells: ['2'], unvalued: [1, 2] }]);
});

test('rows without numbers follow each other, far cells and empty ones leave nothing behind', async () => {
  const sheet = `<sheetData><row><c t="str"><v>一</v></c></row><row><c r="A2" s="3"/></row><row><c r="XFD3" t="str"><v>远</v></c></row><row><c r="C4" t="str"><v>四</v></c></row></sheetData>`;
  expect(await rowsOf({ sheet })).toEqual([
    { row: 1, cells: ['一'] },
    { row: 4, cells: ['', '', '四'] },
  ]);
});

test('caps: rows that hold nothing count, and a text is cut behind its longest length', async () => {
  const empty = `<sheetData>${'<row/>'.repeat(limits.importRows + 1)}</sheetData>`;
  expect(await rowsOf({ sheet: empty })).toMatchObject({ code: 'too-many-rows' });
  const long = `<sheetData><row><c t="str"><v>${'长'.repeat(limits.importCell + 100)}</v></c></row></sheetData>`;
  expect(await rowsOf({ sheet: long })).toEqual([{ row: 1, cells: ['长'.repeat(limits.importCell + 1)] }]);
});

test('parts that declare entities or nest without end are refused', async () => {
  expect(await rowsOf({ sheet: '<!DOCTYPE a><sheetData/>' })).toMatchObject({ code: 'file-unreadable' });
  expect(await rowsOf({ sheet: '<a>'.repeat(1_000) + '</a>'.repeat(1_000) })).toMatchObject({ code: 'file-unreadable' });
});
