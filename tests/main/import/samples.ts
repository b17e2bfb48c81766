import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { utils, write, type BookType } from '@e965/xlsx';
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { gb18030 } from '../../support/gb18030.ts';
import { packedZipOf } from '../../support/packed-zip.ts';

const table = [
  ['题型', '题干', '选项A', '选项B', '选项C', '答案', '解析'],
  ['单选题', '一年有几季（  ）', '三', '四', '五', 'B', '春夏秋冬'],
  ['多选题', '哪些是奇数（  ）', '一', '二', '三', 'AC', ''],
  ['判断题', '一比二大', '', '', '', '错', ''],
  ['填空题', '一周有____天', '', '', '', '七|7', ''],
];

export const bankText = `一、单项选择题
1. 一年有几季（  ）
A. 三 B. 四 C. 五
答案：B
解析：春夏秋冬
二、多项选择题
1. 哪些是奇数（  ）
A. 一
B. 二
C. 三
答案：AC
三、判断题
1. 一比二大（×）
2. 二比一大（√）
四、填空题
1. 一周有____天。答案：七
五、简答题
1. 说明四季。
答案：春夏秋冬
`;

const sheetOf = (bookType: BookType): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), '题库');
  return Buffer.from(write(book, { type: 'buffer', bookType }) as Uint8Array);
};

const csvText = table.map((row) => row.join(',')).join('\n');

const gift = `$CATEGORY: 示例/四季

::第一题::一年有几季？{~三 =四 ~五 ####春夏秋冬}

::第二题::哪些是奇数？{~%50%一 ~%-100%二 ~%50%三}

::第三题::一比二大。{F}

::第四题::一周有几天？{=七 =7}
`;

const aiken = `一年有几季？
A. 三
B. 四
C. 五
ANSWER: B

哪个是奇数？
A. 一
B. 二
ANSWER: A
`;

const moodle = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="multichoice">
    <name><text>第一题</text></name>
    <questiontext format="html"><text><![CDATA[<p>一年有几季？</p>]]></text></questiontext>
    <single>true</single>
    <answer fraction="0"><text>三</text></answer>
    <answer fraction="100"><text>四</text></answer>
  </question>
  <question type="truefalse">
    <name><text>第二题</text></name>
    <questiontext format="html"><text>一比二大。</text></questiontext>
    <answer fraction="0"><text>true</text></answer>
    <answer fraction="100"><text>false</text></answer>
  </question>
</quiz>
`;

const qtiItem = `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="item-1" title="第一题" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>B</value></correctResponse>
  </responseDeclaration>
  <itemBody>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
      <prompt>一年有几季？</prompt>
      <simpleChoice identifier="A">三</simpleChoice>
      <simpleChoice identifier="B">四</simpleChoice>
    </choiceInteraction>
  </itemBody>
</assessmentItem>
`;

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="manifest-1">
  <organizations/>
  <resources><resource identifier="item-1" type="imsqti_item_xmlv2p1" href="item-1.xml"><file href="item-1.xml"/></resource></resources>
</manifest>
`;

const json = [
  { type: '单选题', question: '一年有几季？', options: ['三', '四', '五'], answer: 'B', analysis: '春夏秋冬' },
  { type: '判断题', question: '一比二大。', answer: '错误' },
];

const anki = '#separator:tab\n#html:false\n一年有几季？\t四\n一周有几天？\t七\n';

const html = `<html><head><meta charset="utf-8"><title>题库</title></head><body>${bankText
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('')}</body></html>`;

/** A dot that Word takes for a picture. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const docxOf = async (children: readonly (Paragraph | Table)[]): Promise<Buffer> =>
  Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children: [...children] }] })));

export const pictureParagraph = (): Paragraph =>
  new Paragraph({ children: [new ImageRun({ type: 'png', data: picture, transformation: { width: 20, height: 20 } })] });

function bankDocx(): Promise<Buffer> {
  const rows = table.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }));
  return docxOf([...bankText.split('\n').map((line) => new Paragraph(line)), new Table({ rows })]);
}

/** An Anki collection of two notes, as SQLite writes it. */
async function apkg(): Promise<Buffer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-anki-'));
  try {
    const file = path.join(folder, 'collection.anki2');
    const database = new DatabaseSync(file);
    database.exec(`CREATE TABLE col (id INTEGER PRIMARY KEY, models TEXT, decks TEXT);
      CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, tags TEXT, flds TEXT);
      CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER)`);
    const models = { 1: { id: 1, name: 'Basic', flds: [{ name: 'Front' }, { name: 'Back' }] } };
    database.prepare('INSERT INTO col VALUES (1, ?, ?)').run(JSON.stringify(models), JSON.stringify({ 1: { id: 1, name: '示例' } }));
    const insert = database.prepare("INSERT INTO notes VALUES (?, ?, 1, '', ?)");
    insert.run(1, 'guid-1', '一年有几季？\u001f四');
    insert.run(2, 'guid-2', '一周有几天？\u001f七');
    database.exec('INSERT INTO cards VALUES (1, 1, 1), (2, 2, 1)');
    database.close();
    return packedZipOf({ 'collection.anki2': await readFile(file), media: '{}' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A small bank in every format that is read, by file name. */
export async function samples(): Promise<Readonly<Record<string, Buffer>>> {
  return {
    '题库.xlsx': sheetOf('xlsx'),
    '题库.xls': sheetOf('biff8'),
    '题库.xlsb': sheetOf('xlsb'),
    '题库.ods': sheetOf('ods'),
    '题库2003.xml': sheetOf('xlml'),
    '题库.csv': Buffer.from(csvText),
    '题库gbk.csv': gb18030(csvText),
    '题库.tsv': Buffer.from(`\ufeff${csvText.replaceAll(',', '\t')}`, 'utf16le'),
    '题库.docx': await bankDocx(),
    '题库.html': Buffer.from(html),
    '题库.txt': Buffer.from(bankText),
    '题库gbk.txt': gb18030(bankText),
    '题库.md': Buffer.from(bankText.replaceAll('\n', '\n\n')),
    '题库.json': Buffer.from(JSON.stringify(json, null, 1)),
    '题库.jsonl': Buffer.from(json.map((one) => JSON.stringify(one)).join('\n')),
    '题库.gift': Buffer.from(gift),
    'aiken.txt': Buffer.from(aiken),
    'moodle.xml': Buffer.from(moodle),
    'qti.xml': Buffer.from(qtiItem),
    'qti.zip': packedZipOf({ 'imsmanifest.xml': manifest, 'item-1.xml': qtiItem }),
    'anki.txt': Buffer.from(anki),
    'anki.apkg': await apkg(),
  };
}
