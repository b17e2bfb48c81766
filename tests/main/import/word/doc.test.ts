import { expect, test } from 'vitest';
import { readDoc } from '../../../../main/import/word/doc.ts';
import { none, old, oldWord, sprm, type OldParagraph } from './old-word.ts';
import { marked, shown, textOf } from './support.ts';

const linesOf = async (...body: OldParagraph[]) => textOf(await readDoc(oldWord({ body }))).lines;
const inTable = sprm(0x2416, 1);
const cell = (text: string): OldParagraph => old(text, inTable, '\u0007');
const rowEnd = old('', Buffer.concat([inTable, sprm(0x2417, 1)]), '\u0007');

test('paragraphs, and the signs between them', async () => {
  expect(await linesOf(old('第一段'), old(''), old('甲\u000b乙\t丙\u001e丁\u001f“戊”'))).toEqual([
    { row: 1, text: '第一段', label: '', cells: null, table: 0, marks: [] },
    { row: 2, text: '', label: '', cells: null, table: 0, marks: [] },
    { row: 3, text: '甲\n乙\t丙-丁“戊”', label: '', cells: null, table: 0, marks: [] },
  ]);
});

test('rows of tables are lines, a row of one cell is a frame', async () => {
  const lines = await linesOf(
    old('表前'),
    cell('1'),
    old('题干', inTable),
    cell('A. 甲'),
    cell('A'),
    rowEnd,
    cell('2'),
    cell(''),
    cell('B'),
    rowEnd,
    old('表后'),
    cell('框'),
    rowEnd,
  );
  expect(lines.map(({ text, cells, table }) => ({ text, cells, table }))).toEqual([
    { text: '表前', cells: null, table: 0 },
    { text: '1\t题干\nA. 甲\tA', cells: ['1', '题干\nA. 甲', 'A'], table: 1 },
    { text: '2\t\tB', cells: ['2', '', 'B'], table: 1 },
    { text: '表后', cells: null, table: 0 },
    { text: '框', cells: null, table: 0 },
  ]);
});

test('numbers of lists are labels', async () => {
  const item = (text: string): OldParagraph => old(text, Buffer.concat([sprm(0x260a, 0), sprm(0x460b, 1, 0)]));
  expect(shown(await linesOf(old('题干'), item('甲'), item('乙'), old('尾')))).toEqual(['|题干', 'A.|甲', 'B.|乙', '|尾']);
});

test('runs that look different are marked, spaced ones are not lost', async () => {
  const looks: readonly (readonly [string, Buffer])[] = [
    ['甲', sprm(0x2a3e, 1)],
    ['乙', sprm(0x6870, 0xff, 0, 0, 0)],
    ['丙', sprm(0x2a42, 6)],
    ['丁', sprm(0x2a0c, 7)],
    ['戊', sprm(0x0835, 1)],
    ['己', sprm(0x2a34, 1)],
    ['庚', sprm(0x8840, 1, 0)], // spacing by one twip
    ['辛', Buffer.concat([sprm(0x6870, 0, 0, 0, 0xff), sprm(0x2a42, 1), sprm(0x2a0c, 0), sprm(0x0835, 0x80), sprm(0x2a3e, 0)])],
  ];
  const [line] = await linesOf({ runs: looks, end: '\r', modifications: none });
  expect(line?.text).toBe('甲乙丙丁戊己庚辛');
  expect(marked(line!)).toEqual(['underline:甲', 'colour:乙丙丁', 'strong:戊己']);
});

test('hidden and taken back text is left out, symbols and pictures leave what they show', async () => {
  const runs: OldParagraph['runs'] = [
    ['显', none],
    ['隐', sprm(0x083c, 1)],
    ['删', sprm(0x0800, 1)],
    ['(', Buffer.concat([sprm(0x0855, 1), sprm(0x6a09, 0, 0, 0x50, 0xf0)])],
    ['\u0001', sprm(0x0855, 1)],
  ];
  expect(shown(await linesOf({ runs, end: '\r', modifications: none }))).toEqual(['|显✓［图］']);
});

test('of fields the result is read', async () => {
  expect(
    shown(await linesOf(old('见\u0013HYPERLINK "x" \u0014链接\u0015，\u0013 eq \\o\\ac(○,2)\u0015'), old('\u0013TOC'), old('正文'))),
  ).toEqual(['|见链接，②', '|', '|正文']);
});

test('a text box stands behind the paragraph that it hangs on', async () => {
  const file = oldWord({
    body: [old('前'), old('锚\u0008点'), old('后')],
    boxes: [
      { anchor: 3, text: '框内一' },
      { anchor: 6, text: '框内二' },
    ],
  });
  expect(shown(textOf(await readDoc(file)).lines)).toEqual(['|前', '|锚点', '|框内一', '|后', '|框内二']);
});

test('encrypted and too old documents have their own sentences', async () => {
  expect(await readDoc(oldWord({ body: [old('甲')], flags: 0x0100 }))).toMatchObject({ code: 'file-encrypted' });
  expect(await readDoc(oldWord({ body: [old('甲')], version: 0x68 }))).toMatchObject({
    code: 'file-unreadable',
    message: expect.stringContaining('Word 95'),
  });
});

test('a document cut off or changed anywhere is refused or read, never a crash', async () => {
  const bytes = oldWord({ body: [old('第一段'), cell('甲'), cell('乙'), rowEnd] });
  for (let place = 0; place < bytes.length; place += 53) {
    const damaged = Buffer.from(bytes);
    damaged[place]! ^= 0xff;
    for (const given of [damaged, bytes.subarray(0, place)]) {
      const read = await readDoc(given);
      expect('code' in read ? ['file-unreadable', 'file-encrypted'].includes(read.code) : read.lines.every(({ row }) => row > 0)).toBe(
        true,
      );
    }
  }
});
