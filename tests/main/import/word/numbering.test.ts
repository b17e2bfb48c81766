import { expect, test } from 'vitest';
import { linesOf, numbered, paragraph, plain, run } from './support.ts';

interface LevelOptions {
  readonly format?: string;
  readonly text: string;
  readonly more?: string;
}
const level = (place: number, { format = 'decimal', text, more = '' }: LevelOptions): string =>
  `<w:lvl w:ilvl="${place}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: LevelOptions[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map((options, place) => level(place, options)).join('')}</w:abstractNum>`;
const list = (id: number, of: number, override = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;

const labelsOf = async (body: string, numbering: string, styles = ''): Promise<string[]> =>
  (await linesOf(body, { numbering, styles })).map(({ label }) => label);
const items = (count: number, id = 1, place = 0): string => Array.from({ length: count }, () => numbered('字', id, place)).join('');

test.each([
  ['decimal', ['1.', '2.', '3.']],
  ['decimalZero', ['01.', '02.', '03.']],
  ['upperLetter', ['A.', 'B.', 'C.']],
  ['lowerLetter', ['a.', 'b.', 'c.']],
  ['upperRoman', ['I.', 'II.', 'III.']],
  ['chineseCounting', ['一.', '二.', '三.']],
  ['ideographTraditional', ['甲.', '乙.', '丙.']],
  ['decimalEnclosedCircle', ['①.', '②.', '③.']],
  ['decimalFullWidth', ['１.', '２.', '３.']],
  ['chineseLegalSimplified', ['壹.', '贰.', '叁.']],
  ['bullet', ['', '', '']],
  ['none', ['.', '.', '.']],
])('numbers in the format %s', async (format, labels) => {
  expect(await labelsOf(items(3), abstract(0, { format, text: '%1.' }) + list(1, 0))).toEqual(labels);
});

test.each([
  ['chineseCountingThousand', [10, 11, 20, 21, 105, 110, 999], ['十', '十一', '二十', '二十一', '一百〇五', '一百一十', '九百九十九']],
  ['upperLetter', [26, 27, 53], ['Z', 'AA', 'AAA']],
  ['lowerRoman', [4, 9, 49], ['iv', 'ix', 'xlix']],
  ['decimalEnclosedCircle', [20, 21, 51], ['⑳', '㉑', '51']],
])('%s of %j', async (format, starts, labels) => {
  const lists = starts.map((start, place) =>
    list(place + 1, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`),
  );
  const body = starts.map((_, place) => numbered('字', place + 1)).join('');
  expect(await labelsOf(body, abstract(0, { format, text: '%1' }) + lists.join(''))).toEqual(labels);
});

test('a number starts the levels below it again, and labels show the levels above', async () => {
  const numbering = abstract(0, { text: '%1.' }, { text: '%1.%2' }, { format: 'upperLetter', text: '%3)' }) + list(1, 0);
  const places = [0, 1, 1, 2, 0, 1, 2, 2];
  expect(await labelsOf(places.map((place) => numbered('字', 1, place)).join(''), numbering)).toEqual([
    '1.',
    '1.1',
    '1.2',
    'A)',
    '2.',
    '2.1',
    'A)',
    'B)',
  ]);
});

test('a level may go on counting, and show all numbers in plain digits', async () => {
  const numbering =
    abstract(0, { format: 'chineseCounting', text: '%1、' }, { text: '%1.%2', more: '<w:lvlRestart w:val="0"/><w:isLgl/>' }) + list(1, 0);
  expect(await labelsOf([0, 1, 0, 1].map((place) => numbered('字', 1, place)).join(''), numbering)).toEqual(['一、', '1.1', '二、', '2.2']);
});

test('lists of one abstract list count on together, until one sets its own start', async () => {
  const own = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = abstract(0, { format: 'upperLetter', text: '%1.' }) + list(1, 0) + list(2, 0) + list(3, 0, own);
  expect(await labelsOf(items(2, 1) + items(1, 2) + items(2, 3) + items(1, 1), numbering)).toEqual(['A.', 'B.', 'C.', 'A.', 'B.', 'C.']);
});

test('a list may put its own level in the place of one', async () => {
  const numbering =
    abstract(0, { text: '%1.' }) +
    list(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, { format: 'upperLetter', text: '(%1)' })}</w:lvlOverride>`);
  expect(await labelsOf(items(2), numbering)).toEqual(['(A)', '(B)']);
});

test('numbers come by the style of a paragraph, and may be taken away from it', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="option"><w:basedOn w:val="base"/></w:style>';
  const numbering = abstract(0, { text: '%1.' }, { format: 'upperLetter', text: '%2.', more: '<w:pStyle w:val="option"/>' }) + list(1, 0);
  const styled = (style: string, more = ''): string => paragraph(run('字'), `<w:pStyle w:val="${style}"/>${more}`);
  const body =
    styled('base') +
    styled('option') +
    styled('option') +
    styled('base', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
    styled('base') +
    plain('字');
  expect(await labelsOf(body, numbering, styles)).toEqual(['1.', 'A.', 'B.', '', '2.', '']);
});

test('a list that only names a numbering style has its levels', async () => {
  const styles = '<w:style w:type="numbering" w:styleId="exam"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const numbering =
    abstract(0, { text: '（%1）' }) +
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="exam"/></w:abstractNum>' +
    list(1, 0) +
    list(2, 1);
  expect(await labelsOf(items(2, 2), numbering, styles)).toEqual(['（1）', '（2）']);
});

test('earlier properties, unknown lists and impossible levels give no number', async () => {
  const change = paragraph(run('字'), '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>');
  expect(await labelsOf(change + numbered('字', 9) + numbered('字', 1, 99), abstract(0, { text: '%1.' }) + list(1, 0))).toEqual([
    '',
    '',
    '',
  ]);
});

test('in a cell the number stands before its paragraph', async () => {
  const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell(paragraph('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))}${cell(plain('题干') + numbered('甲', 2) + numbered('乙', 2))}</w:tr></w:tbl>`;
  const numbering = abstract(0, { text: '%1' }) + abstract(1, { format: 'upperLetter', text: '%1.' }) + list(1, 0) + list(2, 1);
  expect((await linesOf(body, { numbering }))[0]?.cells).toEqual(['1', '题干\nA. 甲\nB. 乙']);
});
