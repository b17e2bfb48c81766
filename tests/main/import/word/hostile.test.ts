import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '../../../../main/limits.ts';
import { readDoc } from '../../../../main/import/word/doc.ts';
import { readDocx } from '../../../../main/import/word/docx.ts';
import { readHtml } from '../../../../main/import/word/html.ts';
import { unreadDocument } from '../../../../main/import/word/unread.ts';
import { zipOf } from '../../../support/zip.ts';
import { numbered, plain, wordParts } from './support.ts';

const refusalOf = async (parts: Record<string, string>): Promise<string> => {
  const read = await readDocx(zipOf(parts));
  return 'code' in read ? `${read.code} ${read.message}` : 'read';
};
const good = wordParts(plain('正文'));

test('declarations are refused in every part that is read', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>';
  for (const part of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml'])
    expect(await refusalOf({ ...good, [part]: bomb + good[part] })).toMatch(/^file-unreadable .*含有不允许的声明/);
});

test('elements nested without end, parts that break off and zips without a document are refused', async () => {
  expect(await refusalOf(wordParts('<w:sdt>'.repeat(limits.xmlDepth) + '</w:sdt>'.repeat(limits.xmlDepth)))).toMatch(/嵌套过深/);
  expect(await refusalOf({ ...good, 'word/document.xml': good['word/document.xml']!.slice(0, -30) })).toMatch(/^file-unreadable .*不完整/);
  expect(await refusalOf({ 'word/document.xml': '' })).toMatch(/^file-unreadable .*不完整/);
  expect(await refusalOf({ 'xl/workbook.xml': '<workbook/>' })).toMatch(/^file-unreadable .*没有 Word 正文/);
});

test('a document cut off at any place is refused', async () => {
  const bytes = zipOf(good);
  for (let length = 0; length < bytes.length; length += 97)
    expect(await readDocx(bytes.subarray(0, length))).toMatchObject({ code: 'file-unreadable' });
});

test('a part that is not what its checksum says is refused', async () => {
  const bytes = zipOf(good);
  bytes[bytes.indexOf(Buffer.from('正文'))]! ^= 1;
  expect(await readDocx(bytes)).toEqual({ code: 'file-unreadable', message: '文档已损坏（word/document.xml 的校验值不符）。' });
});

/** The same zip with other sizes in the directory and the head of its only part. */
function declaring(content: Buffer, unpacked: number): Buffer {
  const packed = deflateRawSync(content);
  const zip = zipOf({ 'word/document.xml': packed });
  for (const [mark, offset] of [
    ['504b0304', 8],
    ['504b0102', 10],
  ] as const) {
    const at = zip.lastIndexOf(Buffer.from(mark, 'hex'));
    zip.writeUInt16LE(8, at + offset);
    zip.writeUInt32LE(unpacked, at + offset + 14);
  }
  return zip;
}

test('bombs are refused before they are unpacked, directories that lie while they are', async () => {
  const zeros = Buffer.alloc(5_000_000);
  expect(await readDocx(declaring(zeros, limits.importUnpacked + 1_000_000))).toMatchObject({ code: 'file-too-large' });
  expect(await readDocx(declaring(zeros, zeros.length))).toEqual({ code: 'file-too-large', message: '文档压缩比超过 200 倍，不予打开。' });
  expect(await readDocx(declaring(zeros, 100_000))).toMatchObject({ code: 'file-unreadable' });
});

test('numbers that are none and levels that refer to themselves end', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="x"><w:start w:val="1e99"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  expect(await refusalOf(wordParts(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>${numbered('字', 1)}`, { styles, numbering }))).toBe(
    'read',
  );
});

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test('sealed documents and old ones have their own sentences', async () => {
  const sealed = Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(await readDocx(sealed)).toEqual({ code: 'file-encrypted', message: '文档有打开密码，请去掉密码后再导入。' });
  expect(await readDocx(Buffer.concat([compound, Buffer.alloc(600)]))).toMatchObject({ code: 'file-unreadable' });
  expect(await readDoc(Buffer.concat([compound, Buffer.alloc(600)]))).toMatchObject({ code: 'file-unreadable' });
});

test('a page nested without end is refused', async () => {
  expect(await readHtml('<b>'.repeat(limits.htmlDepth + 1))).toMatchObject({ code: 'file-unreadable' });
});

test('formats that are not read are known by their beginning', () => {
  expect(unreadDocument(Buffer.from('{\\rtf1\\ansi 甲}'))?.message).toBe('这是 RTF 文档，请用 Word 或 WPS 打开后另存为 .docx 再导入。');
  expect(unreadDocument(Buffer.from('<html>'))).toBeNull();
});
