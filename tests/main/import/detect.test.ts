import { expect, test } from 'vitest';
import { detect } from '../../../main/import/detect/index.ts';
import { bankText } from './samples.ts';

const formatOf = async (text: string, name = '题库.txt'): Promise<string> => {
  const kind = await detect(Buffer.from(text), name, null);
  return kind.kind === 'text' || kind.kind === 'workbook' ? `${kind.kind} ${kind.format}` : kind.kind;
};

test('running text is text, whatever commas and tabs stand in it', async () => {
  expect(await formatOf(bankText)).toBe('text text');
  expect(await formatOf(bankText, '题库.csv')).toBe('text text');
  expect(await formatOf('1. 甲, 乙, 丙（√）\n2. 甲, 乙, 丙（×）\n3. 丁, 戊, 己（√）\n')).toBe('text text');
  expect(await formatOf('1.\t一比二大（×）\n2.\t二比一大（√）\n3.\t三比二大（√）\n')).toBe('text text');
  expect(await formatOf('说明，题干，答案\n一、单选题\n1. 甲\nA. 乙 B. 丙\n答案：A\n')).toBe('text text');
});

test('a table is one by its header, or by its even rows that end in answers', async () => {
  expect(await formatOf('题干,答案\n一比二大,错\n')).toBe('text csv');
  expect(await formatOf('某单位题库\n\n序号\t题干\t答案\n1\t一比二大\t错\n')).toBe('text csv');
  expect(await formatOf('一年有几季\t三\t四\tB\n一周有几天\t六\t七\tB\n一日有几时\t十二\t二十四\tB\n')).toBe('text csv');
  expect(await formatOf('一比二大;错\n二比一大;对\n三比二大;对\n')).toBe('text csv');
  expect(await formatOf('党支部每届任期____年,三\n', '题库.csv')).toBe('text csv');
});

test('web pages and their kin are told apart', async () => {
  expect(await formatOf('\ufeff<!-- a --><!-- b -->\n<!DOCTYPE html><html><p>1. a</p></html>')).toBe('text html');
  expect(await formatOf('<table><tr><td>题干</td></tr></table>', '题库.xls')).toBe('workbook html');
  expect(await formatOf('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>')).toBe('workbook html');
  expect(await formatOf('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n')).toBe('mhtml');
  expect(await formatOf('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>')).toBe('word-xml');
  expect(await formatOf('<?xml version="1.0"?><pkg:package xmlns:pkg="x">')).toBe('word-xml');
});

test('many comments before nothing cost no time', async () => {
  const started = performance.now();
  await formatOf(`${'<!-- -->'.repeat(10_000)}x`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
