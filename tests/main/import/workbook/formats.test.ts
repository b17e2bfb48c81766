import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../main/import/workbook/workbook.ts';
import { gb18030 } from '../../../support/gb18030.ts';
import { zipOf } from '../../../support/zip.ts';

const rows = [
  ['题型', '题干', '选项A', '选项B', '答案'],
  ['单选题', '示例=1，第二行\n在后', '00123', '2%', 'B'],
];

function workbook(bookType: BookType): Buffer {
  const sheet: WorkSheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 1, c: 4 }, e: { r: 2, c: 4 } }];
  sheet['D3'] = { t: 'n', v: 0.25, z: '0%' };
  sheet['A3'] = { t: 'n', v: 45_322, z: 'yyyy/m/d' };
  sheet['!ref'] = 'A1:E3';
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '一、单选题');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['空']]), '第二张');
  return write(book, { bookType, type: 'buffer' }) as Buffer; // the library types it as any
}

test.each(['xlsx', 'xlsb', 'biff8', 'ods', 'xlml'] as const)('%s', async (bookType) => {
  expect(await readWorkbook(workbook(bookType))).toEqual([
    {
      sheet: '一、单选题',
      rows: [
        { row: 1, cells: rows[0] },
        { row: 2, cells: rows[1] },
        { row: 3, cells: ['2024-01-31', '', '', '25%'] },
      ],
      merges: [{ firstRow: 2, lastRow: 3, firstColumn: 4, lastColumn: 4 }],
    },
    { sheet: '第二张', rows: [{ row: 1, cells: ['空'] }] },
  ]);
});

/** Tables of old web systems: html under the name .xls, each table a sheet. */
const html = `<html><head><meta charset="x"></head><body><table>
  <tr><td>题干</td><td colspan="2">答案</td></tr><tr><td>甲<br>乙</td><td>007</td><td>2024-01-05</td></tr></table></body></html>`;

test.each([
  ['UTF-8', Buffer.from(html)],
  ['GBK', gb18030(html)],
  ['UTF-16', Buffer.from(`\uFEFF${html}`, 'utf16le')],
])('html tables in %s', async (_name, bytes) => {
  const [grid] = (await readWorkbook(bytes)) as readonly unknown[];
  expect(grid).toMatchObject({ rows: [{ cells: ['题干', '答案'] }, { cells: ['甲\n乙', '007', '2024-01-05'] }] });
});

/** A record of a BIFF stream ([MS-XLS] 2.1.4). */
function record(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
}

function label(row: number, column: number, text: string): Buffer {
  const bytes = gb18030(text);
  return record(0x0204, Buffer.concat([Buffer.from([row, 0, column, 0, 0, 0, bytes.length, 0]), bytes]));
}

test.each([
  ['that names its code page', [record(0x0042, Buffer.from('a803', 'hex'))]],
  ['that names none', []],
])('a bare stream of Excel 5 with GBK texts, %s', async (_name, codePage) => {
  const stream = [
    record(0x0809, Buffer.from('0005100000000000', 'hex')),
    ...codePage,
    label(0, 0, '题干'),
    label(0, 1, '答案'),
    label(1, 0, '学习'),
    label(1, 1, '对'),
    record(0x000a, Buffer.alloc(0)),
  ];
  expect(await readWorkbook(Buffer.concat(stream))).toMatchObject([{ rows: [{ cells: ['题干', '答案'] }, { cells: ['学习', '对'] }] }]);
});

const codeOf = async (bytes: Buffer): Promise<string> => {
  const result = await readWorkbook(bytes);
  return 'code' in result ? result.code : 'read';
};

test('what is no workbook, or a damaged one, is refused', async () => {
  expect(await codeOf(Buffer.from('只是文字'))).toBe('format-unknown');
  expect(await codeOf(zipOf({ 'word/document.xml': '<w/>' }))).toBe('format-unknown');
  expect(await codeOf(zipOf({ 'xl/workbook.xml': '<workbook><sheets>' }))).toBe('file-unreadable');
  expect(await codeOf(zipOf({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }))).toBe('file-unreadable');
  const whole = workbook('biff8');
  for (const length of [600, 1_200, whole.length - 600])
    expect(['file-unreadable', 'read']).toContain(await codeOf(whole.subarray(0, length)));
});
