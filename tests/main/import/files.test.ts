import { readFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { isRefusedWhole } from '@shared/bank/imported.ts';
import { limits } from '../../../main/limits.ts';
import { importQuestions } from '../../../main/import/index.ts';
import { bankTemplate, templateHeader } from '../../../main/import/workbook/template.ts';
import { importBytes, importSheets, problemsOf, questionsOf, temporaryFile, workbook } from './workbook.ts';

const refusalOf = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const file = await importBytes(name, bytes);
  expect(isRefusedWhole(file)).toBe(true);
  expect(file.problems).toHaveLength(1);
  return file.problems[0]!.code;
};
const reasonOf = async (bytes: Uint8Array): Promise<string | undefined> => (await importBytes('题库.xlsx', bytes)).problems[0]?.message;

test('files that are no question files have one clear problem each', async () => {
  expect(await refusalOf('题库.xlsx', '')).toBe('file-empty');
  expect(await refusalOf('题库.pdf', '%PDF-1.7')).toBe('format-unknown');
  expect(await refusalOf('题库.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toBe('file-unreadable');
  expect(await refusalOf('题库.csv', '\n\n')).toBe('file-empty');
});

test('a file that is not there is a problem, not a crash', async () => {
  const file = await importQuestions('/nowhere/题库.xlsx');
  expect(problemsOf(file)).toEqual(['#0 error file-unreadable']);
});

test('a workbook with any byte changed is refused or read, never a crash', async () => {
  const bytes = Buffer.from(
    await workbook({
      题库: [
        ['题干', '答案'],
        ['一比二大', '错'],
      ],
    }),
  );
  for (let place = 0; place < bytes.length; place += 41) {
    const damaged = Buffer.from(bytes);
    damaged[place]! ^= 0xff;
    const { accounted } = await importBytes('题库.xlsx', damaged);
    expect(accounted.questions + accounted.headings + accounted.refused + accounted.ignored).toBe(accounted.source);
  }
});

/** A zip with one part whose directory may lie about its size. */
function zipOf(content: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(content);
  const title = Buffer.from('xl/workbook.xml');
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(declared, 8);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(title.length, 0);
  const shared = Buffer.concat([Buffer.from('14000000080000000000', 'hex'), sizes, lengths]);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, title, packed]);
  const directory = Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, Buffer.alloc(14), title]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

test('zip bombs are refused before they are unpacked, and directories that lie while they are', async () => {
  const zeros = Buffer.alloc(5_000_000);
  const entity = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]>');
  expect(await reasonOf(zipOf(Buffer.from('x'), limits.importUnpacked + 1_000_000))).toBe('工作簿解压后有 301 MB，不予打开。');
  expect(await reasonOf(zipOf(zeros, zeros.length))).toBe('工作簿压缩比超过 200 倍，不予打开。');
  expect(await reasonOf(zipOf(zeros, 100_000))).toBe('工作簿已损坏（压缩包不完整），请在表格软件中打开并另存为 .xlsx 后再试。');
  expect(await reasonOf(zipOf(entity, entity.length))).toBe(
    '工作簿已损坏（xl/workbook.xml 含有不允许的声明），请在表格软件中打开并另存为 .xlsx 后再试。',
  );
});

test('one far cell costs nothing', async () => {
  const sheets = {
    题库: [
      ['题干', '答案'],
      ['一比二大', '错'],
    ],
  };
  const bytes = Buffer.from(await workbook(sheets));
  const far = await writeXlsx({ sheets: [{ name: '题库', rows: sheets.题库, cells: new Map([['40000,200', { value: '远' }]]) }] });
  expect(questionsOf(await importBytes('题库.xlsx', far))).toEqual(questionsOf(await importBytes('题库.xlsx', bytes)));
});

test('formulas are not evaluated: what the sheet showed last counts', async () => {
  const cells = new Map([['1,1', { value: '错', formula: 'IF(1>2,"对","错")', formulaResult: '错' }]]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '题库',
        rows: [
          ['题干', '答案'],
          ['一比二大', null],
        ],
        cells,
      },
    ],
  });
  expect(questionsOf(await importBytes('题库.xlsx', bytes))).toMatchObject([{ type: 'judge', answer: false }]);
});

test('an overlong cell is refused by its row', async () => {
  const text = '题干,答案\n' + 'x'.repeat(limits.importCell + 1) + ',对\n一比二大,错\n';
  expect(problemsOf(await importBytes('题库.csv', text))).toEqual(['#2 error cell-too-long']);
});

const csv = '题型,题干,选项A,选项B,答案\n单选题,"学习制度由谁制定（  ）",支部,"上级,也就是县局",B\n判断题,学习,,,对\n';
const utf16 = Buffer.from(csv, 'utf16le');
const encodings: Readonly<Record<string, Buffer>> = {
  'UTF-8': Buffer.from(csv),
  'UTF-8 with mark': Buffer.from(`\uFEFF${csv}`),
  'UTF-16 with mark': Buffer.from(`\uFEFF${csv}`, 'utf16le'),
  'UTF-16': utf16,
  'UTF-16 big end': Buffer.from(utf16).swap16(),
  GB18030: gb18030(csv),
};

/** TextEncoder only writes UTF-8, so the two-byte table is turned around. */
function gb18030(text: string): Buffer {
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) table.set(new TextDecoder('gb18030').decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Buffer.from(Array.from(text, (character) => table.get(character) ?? [character.charCodeAt(0)]).flat());
}

test.each(Object.entries(encodings))('csv in %s', async (_name, bytes) => {
  expect(questionsOf(await importBytes('题库.csv', bytes))).toMatchObject([
    { type: 'single', stem: '学习制度由谁制定（  ）', options: ['支部', '上级,也就是县局'], answer: [1] },
    { type: 'judge', stem: '学习', answer: true },
  ]);
});

test('GBK bytes that happen to be valid UTF-8 are read as Chinese', async () => {
  const file = await importBytes(
    '题库.csv',
    Buffer.concat([gb18030('题干'), Buffer.from(','), gb18030('答案'), Buffer.from('\n'), gb18030('学习'), Buffer.from(',T\n')]),
  );
  expect(questionsOf(file)).toMatchObject([{ stem: '学习', answer: true }]);
});

test('one spoilt byte does not turn UTF-8 into something else', async () => {
  const bytes = Buffer.concat([Buffer.from('题干,答案\n党的根本组织原则是民主集中制'), Buffer.from([0xff]), Buffer.from('。,对\n')]);
  expect(questionsOf(await importBytes('题库.csv', bytes))).toMatchObject([{ stem: '党的根本组织原则是民主集中制\ufffd。' }]);
});

test('a csv of stems and answers without a header is read, and it is said', async () => {
  const file = await importBytes(
    '题库.csv',
    "党支部委员会每届任期（    ）年。【出题：某支部】,\"['三']\"\n支部党员大会一般每（    ）召开一次。,['季度']\n",
  );
  expect(questionsOf(file)).toMatchObject([
    { type: 'blank', stem: '党支部委员会每届任期（    ）年。', answer: [['三']], explanation: '出题：某支部' },
    { type: 'blank', answer: [['季度']] },
  ]);
  expect(problemsOf(file)).toEqual(['#0 warning sheet-without-header']);
});

test('an unclosed quote is reported where it opens', async () => {
  const file = await importBytes('题库.csv', '题干,答案\n一比二大,错\n"二比一大,对\n三比一大,对\n');
  expect(problemsOf(file)).toContain('#3 error quotes-unbalanced');
});

test('our template opens with its drop-downs and is itself an empty bank', async () => {
  const bytes = await bankTemplate();
  const file = await importBytes('模板.xlsx', bytes);
  expect(problemsOf(file)).toEqual(['#0 error no-questions']);
  expect(file.accounted).toMatchObject({ questions: 0, headings: 1, refused: 0 });
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['题库', '填写说明', '字典']);
  expect(sheets[0]?.dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
    ['B2:B5000', '字典!$A$2:$A$40'],
    ['C2:C5000', '字典!$B$2:$B$40'],
    ['O2:O5000', '字典!$C$2:$C$40'],
    ['Q2:Q5000', '字典!$D$2:$D$40'],
    ['T2:T5000', '字典!$E$2:$E$40'],
  ]);
  expect(templateHeader).toEqual([
    '序号',
    '板块*',
    '题型*',
    '题干*',
    '选项A',
    '选项B',
    '选项C',
    '选项D',
    '选项E',
    '选项F',
    '正确答案*',
    '解析',
    '依据（文件及条款）',
    '知识点',
    '难度（易/中/难）',
    '分值',
    '选项可乱序（是/否）',
    '题目编码',
    '材料题编码（父题）',
    '填空顺序',
  ]);
});

test('nothing is written while reading', async () => {
  const file = await temporaryFile(
    '题库.xlsx',
    await workbook({
      题库: [
        ['题干', '答案'],
        ['一比二大', '错'],
      ],
    }),
  );
  const before = await readFile(file);
  await importQuestions(file);
  expect(await readFile(file)).toEqual(before);
});

test('a control mark of Excel and both line ends come out as plain text', async () => {
  const file = await importSheets({
    题库: [
      ['题型', '题干', '答案'],
      ['简答', '说明', '一\r\n二'],
    ],
  });
  expect(questionsOf(file)).toMatchObject([{ answer: '一\n二' }]);
});
