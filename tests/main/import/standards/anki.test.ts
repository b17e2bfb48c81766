import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { readAnki } from '../../../../main/import/standards/anki/read-anki.ts';
import { readApkg } from '../../../../main/import/standards/anki/read-apkg.ts';
import { zipOf } from '../../../support/zip.ts';
import { options, problemsOf, questionsOf, refusalOf, whole } from './support.ts';

test('a text export: heading lines, HTML, quoted fields of several lines, columns that are no fields', () => {
  const text =
    '#separator:tab\n#html:true\n#guid column:1\n#tags column:4\ng1\t党旗的<b>颜色</b><br>A. 红<br>B. 蓝\tA\t党史 要点\n\ng2\t"地球是""圆""的\n吗"\t对\t\n';
  const reading = whole(readAnki(text, options));
  expect(reading.questions).toMatchObject([
    {
      row: 5,
      lastRow: 5,
      question: { id: 'anki:g1', type: 'single', topic: '党史、要点', stem: '党旗的**颜色**', options: ['红', '蓝'], answer: [0] },
    },
    { row: 7, lastRow: 8, question: { id: 'anki:g2', type: 'judge', stem: '地球是"圆"的 吗', answer: true } },
  ]);
  expect(reading.accounted).toEqual({ source: 2, questions: 2, headings: 0, refused: 0, ignored: 0 });
});

test('fields are told by their names, else by what stands in them', () => {
  const named = '#separator:comma\n#columns:Front,Option A,Option B,Back,Extra\n题,甲,乙,B,解\n';
  const shaped = '#separator:pipe\n题|甲|乙|B|解\n';
  const question = { type: 'single', stem: '题', options: ['甲', '乙'], answer: [1], explanation: '解' };
  expect(questionsOf(readAnki(named, options))).toMatchObject([question]);
  expect(questionsOf(readAnki(shaped, options))).toMatchObject([question]);
});

test('a cloze is its blanks; a note without answer is refused', () => {
  const text =
    '#separator:tab\n#deck:示例::一大\n党在{{c1::1921::年份}}年成立于{{c2::上海}}\t附注\n只有正面\t\n<img src="a.png">看图\t对\n';
  const reading = readAnki(text, options);
  expect(questionsOf(reading)).toMatchObject([
    { type: 'blank', section: '示例', topic: '一大', stem: '党在____年成立于____', answer: [['1921'], ['上海']], explanation: '附注' },
    { type: 'judge', stem: '看图' },
  ]);
  expect(problemsOf(reading)).toEqual(['4 error type-unknown', '5 warning media-left-out']);
});

/** A collection as Anki writes it; `modern` is the layout with tables for note types and decks. */
async function collection(modern: boolean): Promise<Buffer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'collection');
  const database = new DatabaseSync(file);
  database.exec(`CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text, sfld text, csum integer, flags integer, data text);
    CREATE TABLE cards (id integer primary key, nid integer, did integer);
    INSERT INTO notes VALUES (1700000000002, 'g2', 9007199254740993, 0, 0, '', '二' || char(31) || '错', '', 0, 0, ''), (1700000000001, 'g1', 9007199254740993, 0, 0, ' 要点 ', '一' || char(31) || '对', '', 0, 0, '');
    INSERT INTO cards VALUES (1, 1700000000001, 5);`);
  const layout = modern
    ? "CREATE TABLE fields (ntid integer, ord integer, name text, PRIMARY KEY (ntid, ord)) WITHOUT ROWID; CREATE TABLE decks (id integer primary key, name text); INSERT INTO fields VALUES (9007199254740993, 1, '背面'), (9007199254740993, 0, '正面'); INSERT INTO decks VALUES (5, '示例' || char(31) || '一大');"
    : `CREATE TABLE col (models text, decks text); INSERT INTO col VALUES ('{"9007199254740993":{"flds":[{"name":"Front"},{"name":"Back"}]}}', '{"5":{"name":"示例::一大"}}');`;
  database.exec(layout);
  database.close();
  return readFile(file);
}

const expected = [
  { id: 'anki:g1', type: 'judge', stem: '一', answer: true, topic: '要点', section: '示例' },
  { id: 'anki:g2', type: 'judge', stem: '二', answer: false, topic: '', section: '' },
];

test('packages of the old and the new layout', async () => {
  expect(questionsOf(await readApkg(zipOf({ 'collection.anki2': await collection(false) }), options))).toMatchObject(expected);
  const packed = zstdCompressSync(await collection(true));
  expect(questionsOf(await readApkg(zipOf({ 'collection.anki2': '占位', 'collection.anki21b': packed }), options))).toMatchObject(expected);
});

test('packages that are none are refused with a sentence', async () => {
  expect(refusalOf(await readApkg(zipOf({ media: '{}' }), options))).toBe('format-unknown 压缩包里没有 Anki 牌组。');
  expect(refusalOf(await readApkg(zipOf({ 'collection.anki2': 'x' }), options))).toBe(
    'file-unreadable Anki 牌组已损坏（不是 SQLite 数据库）。',
  );
  expect(refusalOf(await readApkg(zipOf({ 'collection.anki21b': 'x' }), options))).toBe('file-unreadable Anki 牌组已损坏（不能解压）。');
  expect(refusalOf(await readApkg(zipOf({ 'collection.anki21b': zstdCompressSync(Buffer.alloc(200_000_001)) }), options))).toMatch(
    /^file-too-large /,
  );
  const cut = (await collection(false)).subarray(0, 5_000);
  expect(refusalOf(await readApkg(zipOf({ 'collection.anki2': cut }), options))).toMatch(/^file-unreadable Anki 牌组已损坏/);
});

test('a view in the place of the notes is not run', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'collection');
  const database = new DatabaseSync(file);
  database.exec(
    'CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, id AS guid, 1 AS mid, 1 AS tags, 1 AS flds FROM n',
  );
  database.close();
  expect(refusalOf(await readApkg(zipOf({ 'collection.anki2': await readFile(file) }), options))).toBe(
    'file-unreadable Anki 牌组已损坏（没有笔记表）。',
  );
});
