import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { safeNameOf } from '../../../main/evidence/openable.ts';
import { zipOf } from '../../support/zip.ts';
import { failureOf, valueOf } from '../sync/support.ts';
import { docx, docxLinking, docxWith, jpg, mp4, pdf, png, pptx, program, start, wordTypes, xlsx } from './support.ts';

const rightToLeft = '\u202E';

/** The name under which a file is opened, or why it is not. */
async function outcome(name: string, bytes: string | Uint8Array): Promise<string> {
  const { channels, opened, keep } = await start();
  // some of these names no disk takes: the list of evidence may hold any
  const { sha256 } = await keep('file', bytes);
  const result = await channels['evidence:open'](sha256, name);
  return result.ok ? path.basename(opened[0] ?? '') : result.failure.kind;
}

describe('files that are what they are called', () => {
  test.each<[string, string | Uint8Array]>([
    ['材料.pdf', pdf],
    ['照片.jpg', jpg],
    ['照片.png', png],
    ['报告.docx', docx],
    ['台账.xlsx', xlsx],
    ['课件.pptx', pptx],
    ['视频.mp4', mp4],
    ['记录.txt', '第一行\n第二行'],
  ])('%s opens', async (name, bytes) => {
    expect(await outcome(name, bytes)).toBe(name);
  });

  test('open as a copy that is read-only and the same, and not as what is kept', async () => {
    const { profile, channels, opened, keep } = await start();
    const { sha256, name } = await keep('材料.pdf', pdf);
    valueOf(await channels['evidence:open'](sha256, name));
    const [copy = ''] = opened;
    expect(await readFile(copy, 'utf8')).toBe(pdf);
    expect(copy.startsWith(path.join(profile, 'evidence-opened') + path.sep)).toBe(true);
    if (process.platform !== 'win32') expect((await stat(copy)).mode & 0o777).toBe(0o400);
  });

  test('links that a person has to click do no harm', async () => {
    expect(await outcome('报告.docx', docxLinking('hyperlink'))).toBe('报告.docx');
    expect(await outcome('报告.docx', docxLinking('image', 'Internal'))).toBe('报告.docx');
  });
});

describe('names that hide what they are', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['报告.pdf.exe', program, 'unsafe-file'],
    ['报告.pdf', program, 'unsafe-file'],
    [`报告${rightToLeft}fdp.exe`, program, 'unsafe-file'],
    [`报告${rightToLeft}fdp.exe`, pdf, 'unsafe-file'],
    ['报告.exe.pdf', pdf, '报告_exe.pdf'],
    ['报告.PDF ', pdf, '报告.pdf'],
    ['报告.pdf. . .', pdf, '报告.pdf'],
    ['报告.pdf:other.exe', pdf, 'unsafe-file'],
    ['..\\..\\报告.pdf', pdf, '报告.pdf'],
    ['con.pdf', pdf, '_con.pdf'],
    ['报告．pdf', pdf, 'unsafe-file'],
    ['报告', pdf, 'unsafe-file'],
    ['.pdf', pdf, '未命名.pdf'],
    ['报告.lnk', pdf, 'unsafe-file'],
    ['__proto__', pdf, 'unsafe-file'],
    ['a.constructor', pdf, 'unsafe-file'],
  ])('%s', async (name, bytes, expected) => {
    expect(await outcome(name, bytes)).toBe(expected);
  });

  test.each([
    ['照片.exe\u0000.jpg', { stem: '照片.exe', ending: 'jpg' }],
    [`a${rightToLeft}b.TXT`, { stem: 'ab', ending: 'txt' }],
    ['没有后缀', { stem: '没有后缀', ending: '' }],
    ['长'.repeat(200) + '.pdf', { stem: '长'.repeat(80), ending: 'pdf' }],
  ])('%s is cleaned', (name, expected) => {
    expect(safeNameOf(name)).toEqual(expected);
  });
});

describe('files that run something or fetch something are never opened', () => {
  test.each<[string, string | Uint8Array]>([
    ['脚本.js', 'alert(1)'],
    ['脚本.vbs', 'x'],
    ['命令.bat', 'dir'],
    ['网页.html', '<script></script>'],
    ['图.svg', '<svg onload="x"/>'],
    ['表.csv', '=cmd'],
    ['表.xlsm', xlsx],
    ['表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['文.docm', docx],
    ['文.doc', docx],
    ['文.rtf', '{\\rtf1}'],
    ['文.txt', program],
    ['文.txt', '#!/bin/sh\n'],
    ['包.zip', zipOf({ 'a.txt': 'a' })],
    ['照片.jpg', png],
    ['文.docx', xlsx],
    ['文.docx', pdf],
    ['文.docx', docx.subarray(0, -30)],
    ['文.docx', zipOf({ 'word/document.xml': '<d/>' })],
    ['文.docx', docxWith({ 'word/vbaProject.bin': 'x' })],
    ['文.docx', docxWith({ 'word/activeX/activeX1.bin': 'x' })],
    ['文.docx', docxWith({ 'word/embeddings/oleObject1.bin': 'x' })],
    ['文.docx', docxWith({ 'word/media/setup.EXE': 'x' })],
    [
      '文.docx',
      zipOf({ '[Content_Types].xml': wordTypes.replace('document.main', 'document.macroEnabled.main'), 'word/document.xml': '<d/>' }),
    ],
    ['文.docx', zipOf({ '[Content_Types].xml': Buffer.from(wordTypes, 'utf16le'), 'word/document.xml': '<d/>' })],
    ['文.docx', docxLinking('attachedTemplate')],
    ['文.docx', docxLinking('image')],
    ['文.docx', docxLinking('image', '&#69;xternal')],
    ['文.docx', docxWith({ 'word/_rels/a.xml.rels': '<Relationship Type="x/image" Target="a>b" TargetMode="External"/>' })],
    ['文.docx', docxWith({ 'word/_rels/a.xml.rels': '<!DOCTYPE x [<!ENTITY e "External">]><Relationship TargetMode="&e;"/>' })],
  ])('%s', async (name, bytes) => {
    expect(await outcome(name, bytes)).toBe('unsafe-file');
  });

  test('nor what the system has no program for', async () => {
    const { channels, keep, refuseToOpen } = await start();
    const { sha256, name } = await keep('材料.pdf', pdf);
    refuseToOpen('no program');
    expect(failureOf(await channels['evidence:open'](sha256, name))).toEqual({ kind: 'unsafe-file', subject: '材料.pdf' });
  });
});
