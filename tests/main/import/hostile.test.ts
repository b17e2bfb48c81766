import { utils, write, CFB } from '@e965/xlsx';
import { Paragraph } from 'docx';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { isRefusedWhole, type ImportedFile } from '@shared/bank/imported.ts';
import { importQuestions } from '../../../main/import/index.ts';
import { limits } from '../../../main/limits.ts';
import { packedZipOf } from '../../support/packed-zip.ts';
import { bankText, docxOf, pictureParagraph, samples } from './samples.ts';
import { importBytes, problemsOf, questionsOf, temporaryFile, workbook } from './workbook.ts';

/** Code and sentence of the problem that refuses a file as a whole. */
async function refusalOf(name: string, bytes: Uint8Array | string): Promise<readonly [string, string]> {
  const file = await importBytes(name, bytes);
  expect(isRefusedWhole(file)).toBe(true);
  const [problem] = file.problems;
  if (!problem) throw new Error('refused without a word');
  return [problem.code, problem.message];
}

/** How long something took (ms). */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const simple = {
  题库: [
    ['题干', '答案'],
    ['一比二大', '错'],
  ],
};

/** An Office file in a compound file with a password to open ([MS-OFFCRYPTO] 2.3). */
function encrypted(): Buffer {
  const file = (CFB.utils.cfb_new as () => object)();
  for (const stream of ['EncryptedPackage', 'EncryptionInfo'])
    (CFB.utils.cfb_add as (...args: unknown[]) => void)(file, `/${stream}`, Buffer.alloc(600, 7));
  return Buffer.from((CFB.write as (...args: unknown[]) => Uint8Array)(file, { type: 'buffer' }));
}

test('an Office file with a password says that it has one', async () => {
  expect(await refusalOf('题库.xlsx', encrypted())).toEqual(['file-encrypted', '工作簿有打开密码，请去掉密码后再导入。']);
  expect(await refusalOf('题库.docx', encrypted())).toEqual(['file-encrypted', '文档有打开密码，请去掉密码后再导入。']);
});

test('files of other kinds say what they are and what to do', async () => {
  expect((await refusalOf('题库.docx', '%PDF-1.7\n1 0 obj'))[1]).toContain('另存为 Word 文档');
  expect((await refusalOf('题库.txt', '{\\rtf1\\ansi 1. a}'))[1]).toContain('RTF');
  expect((await refusalOf('题库.xlsx', packedZipOf({ '题库/第一章.txt': '1. 一' })))[1]).toContain('先解压');
  expect((await refusalOf('题库.docx', packedZipOf({ 'ppt/presentation.xml': '<p/>' })))[1]).toContain('演示文稿');
  expect(
    (await refusalOf('题库.doc', packedZipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })))[1],
  ).toContain('.docx');
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, place) => (place * 7_919) % 256));
  expect((await refusalOf('题库.txt', noise))[0]).toBe('format-unknown');
});

test('the content decides and not the name', async () => {
  const all = await samples();
  for (const [name, format] of [
    ['题库.xlsx', 'xlsx'],
    ['题库.xls', 'xls'],
    ['题库.docx', 'docx'],
    ['题库.csv', 'csv'],
    ['题库.txt', 'text'],
    ['题库.gift', 'gift'],
    ['moodle.xml', 'moodle'],
    ['anki.apkg', 'anki'],
  ] as const) {
    const renamed = await importBytes('题库.bin', all[name]!);
    expect({ ...renamed, file: name }).toEqual({ ...(await importBytes(name, all[name]!)), format });
  }
});

test('a document that is really a web page is read as one', async () => {
  const page = `<html><body>${bankText
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;
  const file = await importBytes('题库.docx', page);
  expect(file.format).toBe('html');
  const plain = await importBytes('题库.txt', bankText);
  const stems = (read: ImportedFile): string[] => questionsOf(read).map(({ stem }) => stem.replace(/\s/g, ''));
  expect(stems(file)).toEqual(stems(plain));
});

test('a document of pictures says that it has no text', async () => {
  const [code, message] = await refusalOf('题库.docx', await docxOf([pictureParagraph(), new Paragraph('')]));
  expect([code, message]).toEqual(['no-questions', expect.stringContaining('图片')]);
});

test('every format cut off at any place is read or refused, and adds up', async () => {
  for (const [name, bytes] of Object.entries(await samples())) {
    for (let length = 1; length < bytes.length; length += Math.ceil(bytes.length / 12)) {
      const { accounted, problems, questions } = await importBytes(name, bytes.subarray(0, length));
      expect(accounted.questions + accounted.headings + accounted.refused + accounted.ignored).toBe(accounted.source);
      expect(questions.length + problems.length).toBeGreaterThan(0);
    }
  }
});

const content = (text: string): string =>
  `<?xml version="1.0"?>${text}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>1. 一比二大（×）&b;</w:t></w:r></w:p></w:body></w:document>`;
const wordOf = (document: string): Buffer =>
  packedZipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': document,
  });

const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1_000)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "${'&b;'.repeat(10)}">`).join('')}]>`;
const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>';

test('entities are neither expanded nor fetched', async () => {
  for (const declaration of [bomb, outside]) {
    expect((await refusalOf('题库.docx', wordOf(content(declaration))))[0]).toBe('file-unreadable');
    const quiz = `<?xml version="1.0"?>${declaration}<quiz><question type="truefalse"><questiontext><text>一比二大&b;</text></questiontext></question></quiz>`;
    expect((await refusalOf('moodle.xml', quiz))[0]).toBe('file-unreadable');
    const sheet = Buffer.from(await workbook(simple));
    expect(sheet.includes('DOCTYPE')).toBe(false);
  }
});

test('zips that are bombs are not unpacked, nor those that lie about their size', async () => {
  const zeros = Buffer.alloc(40_000_000);
  const packed = packedZipOf({ 'xl/workbook.xml': zeros });
  const nested = packedZipOf({ 'word/document.xml': packed, 'word/a.zip': packed });
  const lying = packedZipOf({ 'word/document.xml': { content: zeros, declared: 100_000 } });
  for (const [name, bytes] of [
    ['题库.xlsx', packed],
    ['题库.docx', nested],
    ['题库.docx', lying],
    ['题库.zip', packedZipOf({ 'imsmanifest.xml': zeros })],
  ] as const) {
    let refusal: readonly [string, string] = ['', ''];
    expect(await timeOf(async () => (refusal = await refusalOf(name, bytes)))).toBeLessThan(2_000);
    expect(['file-too-large', 'file-unreadable']).toContain(refusal[0]);
  }
});

test('formulas are not evaluated and their texts not taken for content', async () => {
  const cells = new Map([
    ['1,0', { value: '一比二大', formula: 'HYPERLINK("http://example.com","一比二大")', formulaResult: '一比二大' }],
    ['1,1', { value: '错', formula: 'CMD("calc")', formulaResult: '错' }],
  ]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '题库',
        rows: [
          ['题干', '答案'],
          [null, null],
        ],
        cells,
      },
    ],
  });
  const file = await importBytes('题库.xlsx', bytes);
  expect(questionsOf(file)).toMatchObject([{ stem: '一比二大', answer: false }]);
  expect(JSON.stringify(file)).not.toMatch(/HYPERLINK|CMD/);
});

/** Sheet XML by hand: what no program writes by accident. */
function sheetOf(rows: string): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['题干', '答案'],
      ['一比二大', '错'],
    ]),
    '题库',
  );
  const bytes = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  const parts: Record<string, string | Uint8Array> = {};
  const archive = CFB.read(bytes, { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content?: Uint8Array; type: number }[] };
  archive.FullPaths.forEach((path, place) => {
    const entry = archive.FileIndex[place];
    const name = path.replace(/^Root Entry\//, '');
    if (entry?.type === 2 && entry.content && !name.startsWith('\u0001')) parts[name] = Buffer.from(entry.content);
  });
  const name = 'xl/worksheets/sheet1.xml';
  parts[name] = Buffer.from(parts[name] ?? '')
    .toString()
    .replace('</sheetData>', `${rows}</sheetData>`);
  return packedZipOf(parts);
}

test('a sheet of a million rows is refused; one far cell costs nothing', async () => {
  const many = Array.from({ length: 1_048_570 }, (_, place) => `<row r="${place + 3}"/>`).join('');
  const file = await temporaryFile('题库.xlsx', sheetOf(many));
  let read: ImportedFile | null = null;
  expect(await timeOf(async () => (read = await importQuestions(file)))).toBeLessThan(15_000);
  expect(['too-many-rows', 'file-too-large', undefined]).toContain(read!.problems[0]?.code);
  const far = sheetOf('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>');
  let reading: ImportedFile | null = null;
  expect(await timeOf(async () => (reading = await importBytes('题库.xlsx', far)))).toBeLessThan(1_000);
  expect(questionsOf(reading!)).toMatchObject([{ stem: '一比二大' }]);
});

test('a cell of 200 MB ends with a sentence, in bounded time and memory', async () => {
  // Packed no more than a zip of texts may be, so that its ratio does not give it away.
  const words = Array.from({ length: 3_000 }, (_, place) => ((place * 2_654_435_761) % 4_294_967_296).toString(36)).join('');
  const huge = words.repeat(Math.ceil(200_000_000 / words.length));
  const bytes = sheetOf(`<row r="3"><c r="A3" t="inlineStr"><is><t>${huge}</t></is></c></row>`);
  const file = await temporaryFile('题库.xlsx', bytes);
  let read: ImportedFile | null = null;
  expect(await timeOf(async () => (read = await importQuestions(file)))).toBeLessThan(limits.importTimeAtMost);
  expect(problemsOf(read!).some((problem) => /file-too-large|file-too-demanding|cell-too-long|file-unreadable/.test(problem))).toBe(true);
}, 90_000);

test('a single line of millions of characters is read or refused in time, whatever it looks like', async () => {
  const lines: Readonly<Record<string, string>> = {
    '一行.txt': '一'.repeat(10_000_000),
    '空格.txt': `1. ${' '.repeat(10_000_000)}A`,
    '括号.txt': '（'.repeat(3_000_000),
    '选项.txt': `1. 题干 ${'A. 甲 '.repeat(500_000)}`,
    '逗号.csv': `题干,答案\n${','.repeat(10_000_000)}`,
    '引号.csv': `题干,答案\n"${'a'.repeat(10_000_000)}`,
    '花括号.gift': `::甲::乙 {=${'{'.repeat(2_000_000)}`,
    '标签.html': '<p>'.repeat(1_000_000),
    '标签.xml': `<?xml version="1.0"?><quiz>${'<question>'.repeat(700_000)}`,
    '数组.json': `[${'['.repeat(5_000_000)}`,
    '文字.json': `[{"question":"${'甲'.repeat(3_000_000)}"}]`,
  };
  for (const [name, text] of Object.entries(lines)) {
    let read: ImportedFile | null = null;
    const took = await timeOf(async () => (read = await importBytes(name, text)));
    expect([name, took < 15_000]).toEqual([name, true]);
    expect(read!.problems.length).toBeGreaterThan(0);
  }
}, 200_000);

test('deep and poisonous JSON is refused and changes nothing', async () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  expect(isRefusedWhole(await importBytes('题库.json', deep))).toBe(true);
  const poison =
    '[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"question":"一比二大","answer":"错误","type":"判断题"}]';
  await importBytes('题库.json', poison);
  expect('polluted' in {}).toBe(false);
});

test('a text longer than the cap is refused before it is decoded', async () => {
  const [code, message] = await refusalOf('题库.txt', Buffer.alloc(limits.importText + 1, 0x61));
  expect([code, message]).toEqual(['file-too-large', '文本超过 50 MB，请拆成几个文件。']);
});
