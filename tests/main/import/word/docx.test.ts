import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocx } from '../../../../main/import/word/docx.ts';
import { zipOf } from '../../../support/zip.ts';
import { linesOf, marked, paragraph, plain, run, shown, textOf, wordParts } from './support.ts';

const textsOf = async (body: string): Promise<string[]> => (await linesOf(body)).map(({ text }) => text);
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const box = (content: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

test('paragraphs count as Word has them, empty ones too', async () => {
  expect(await linesOf(`${plain('第一段')}<w:p/>${plain('第三段')}`)).toEqual([
    { row: 1, text: '第一段', label: '', cells: null, table: 0, marks: [] },
    { row: 2, text: '', label: '', cells: null, table: 0, marks: [] },
    { row: 3, text: '第三段', label: '', cells: null, table: 0, marks: [] },
  ]);
});

test('a row of a table is one line, marks lie where the cell begins', async () => {
  const body = table(
    row(cell(plain('1')), cell(paragraph(run('甲') + run('乙', '<w:u w:val="single"/>'))), cell(plain('A'))),
    row(cell(plain('2')), cell(plain('丙') + plain('丁')), cell('<w:p/>')),
  );
  expect(await linesOf(plain('表前') + body + plain('表后') + table(row(cell(plain('a')), cell(plain('b')))))).toEqual([
    { row: 1, text: '表前', label: '', cells: null, table: 0, marks: [] },
    { row: 2, text: '1\t甲乙\tA', label: '', cells: ['1', '甲乙', 'A'], table: 1, marks: [{ from: 3, to: 4, look: 'underline' }] },
    { row: 3, text: '2\t丙\n丁\t', label: '', cells: ['2', '丙\n丁', ''], table: 1, marks: [] },
    { row: 4, text: '表后', label: '', cells: null, table: 0, marks: [] },
    { row: 5, text: 'a\tb', label: '', cells: ['a', 'b'], table: 2, marks: [] },
  ]);
});

test('cells over several columns keep the others under their titles, tables in cells become lines of the cell', async () => {
  const inner = table(row(cell(plain('x')), cell(plain('y'))));
  const body = table(
    row(cell(plain('一、单选题'), '<w:gridSpan w:val="3"/>')),
    row(cell(plain('甲') + inner), cell('<w:p/>', '<w:vMerge/>'), cell(plain('乙'))),
  );
  expect((await linesOf(body)).map(({ cells }) => cells)).toEqual([
    ['一、单选题', '', ''],
    ['甲\nx\ty', '', '乙'],
  ]);
});

test('a frame around paragraphs is no table', async () => {
  expect(await linesOf(table(row(cell(plain('参考答案') + plain('1.A')))))).toMatchObject([
    { row: 1, text: '参考答案', cells: null, table: 0 },
    { row: 2, text: '1.A', cells: null, table: 0 },
  ]);
});

test('a text box comes once, behind the paragraph that it hangs on', async () => {
  const choice = `<mc:Choice Requires="wps">${box(plain('框内'))}</mc:Choice>`;
  const body = `<w:p><mc:AlternateContent>${choice}<mc:Fallback>${box(plain('框内'))}</mc:Fallback></mc:AlternateContent>${run('锚点')}</w:p>${plain('之后')}`;
  expect(await textsOf(body)).toEqual(['锚点', '框内', '之后']);
  const empty = `<w:p><mc:AlternateContent><mc:Choice Requires="new"/><mc:Fallback>${box(plain('只有旧版'))}</mc:Fallback></mc:AlternateContent></w:p>`;
  expect(await textsOf(empty)).toEqual(['', '只有旧版']);
});

test('line breaks, tabs, hyphens and signs of symbol fonts', async () => {
  const signs = '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t></w:r>';
  const symbols = ['Wingdings|F0FC', 'Wingdings 2|F050', 'Wingdings 2|004F', 'Symbol|F0D6', 'Symbol|F0B4', 'Wingdings|F021'].map(
    (symbol) => {
      const [font, code] = symbol.split('|');
      return `<w:sym w:font="${font}" w:char="${code}"/>`;
    },
  );
  const typed = run('P', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>');
  expect(await textsOf(`<w:p>${signs}</w:p><w:p><w:r>${symbols.join('')}</w:r>${typed}</w:p>`)).toEqual([
    '甲\n乙\t丙-丁',
    '✓✓✗√×［符号］✓',
  ]);
});

test('tab stops of a paragraph are no tabs of its text', async () => {
  expect(await textsOf(paragraph(run('甲'), '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'))).toEqual(['甲']);
});

const fieldMark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (code: string, result: string): string =>
  fieldMark('begin') + instruction(code) + fieldMark('separate') + result + fieldMark('end');

test('of fields the result is read, circled numbers from their instruction', async () => {
  const nested =
    fieldMark('begin') +
    instruction('IF ') +
    field('PAGE', run('9')) +
    instruction(' = 9') +
    fieldMark('separate') +
    run('结果') +
    fieldMark('end');
  const circle = fieldMark('begin') + instruction('eq \\o\\ac(○,') + instruction('3)') + fieldMark('end');
  const simple = `<w:fldSimple w:instr="DATE">${run('今天')}</w:fldSimple>`;
  expect(await textsOf(`<w:p>${nested}</w:p><w:p>${circle}${run('甲')}</w:p><w:p>${simple}</w:p>`)).toEqual(['结果', '③甲', '今天']);
});

test('a field that is never closed does not swallow what follows', async () => {
  expect(await textsOf(`<w:p>${fieldMark('begin')}${instruction('TOC')}</w:p>${plain('正文')}`)).toEqual(['', '正文']);
});

test('changes are read as accepted; hidden text, notes and pinyin are left out', async () => {
  const body = [
    `<w:p>${run('保留')}<w:ins>${run('加入')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo></w:p>`,
    paragraph('<w:del><w:r><w:delText>整段删去</w:delText></w:r></w:del>', '<w:rPr><w:del/></w:rPr>'),
    paragraph(run('显') + run('隐', '<w:vanish/>') + run('示', '<w:vanish w:val="0"/>') + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
    '<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>中</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
    `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${paragraph(`<w:hyperlink>${run('链接')}</w:hyperlink><w:smartTag>${run('标记')}</w:smartTag>`)}</w:sdtContent></w:sdt>`,
  ];
  expect(await textsOf(body.join(''))).toEqual(['保留加入移来', '显示', '中', '链接标记']);
});

test('formulas are written in one line', async () => {
  const r = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const fraction = `<m:f><m:num>${r('a')}</m:num><m:den>${r('b')}</m:den></m:f>`;
  const power = `<m:sSup><m:e>${r('x')}</m:e><m:sup>${r('2')}</m:sup></m:sSup>`;
  const brackets = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${r('y')}</m:e></m:d><m:d><m:e>${r('z')}</m:e></m:d>`;
  expect(await textsOf(`<w:p>${run('求')}<m:oMath>${fraction}${power}${brackets}</m:oMath></w:p>`)).toEqual(['求a/bx^2[y](z)']);
});

const picture = '<w:r><w:drawing><pic:pic/><pic:pic/></w:drawing></w:r>';

test('pictures leave a sign; a document of nothing else is refused', async () => {
  expect(await textsOf(`<w:p>${run('如')}${picture}${run('所示')}</w:p>`)).toEqual(['如［图］所示']);
  expect(await readDocx(zipOf(wordParts(`<w:p>${picture}</w:p><w:p>${picture}</w:p>`)))).toMatchObject({ code: 'no-questions' });
});

test('runs that look different are marked', async () => {
  const looks = [
    '<w:u w:val="single"/>',
    '<w:color w:val="FF0000"/>',
    '<w:highlight w:val="yellow"/>',
    '<w:shd w:val="pct15" w:fill="FFFFFF"/>',
    '<w:shd w:val="clear" w:fill="92D050"/>',
    '<w:b/>',
    '<w:em w:val="dot"/>',
  ];
  const [line] = await linesOf(paragraph(looks.map((look, place) => run(`${place}`, look) + run('，')).join('')));
  expect(marked(line!)).toEqual(['underline:0', 'colour:1', 'colour:2', 'colour:3', 'colour:4', 'strong:5', 'strong:6']);
});

test('what looks like ordinary text is not marked', async () => {
  const looks = [
    '<w:u w:val="none"/>',
    '<w:color w:val="auto"/>',
    '<w:color w:val="000000"/>',
    '<w:color w:val="333333"/>',
    '<w:highlight w:val="none"/>',
    '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
    '<w:shd w:val="clear" w:fill="FFFFFF"/>',
    '<w:b w:val="0"/>',
    '<w:em w:val="none"/>',
  ];
  expect((await linesOf(paragraph(looks.map((look) => run('字', look)).join(''))))[0]?.marks).toEqual([]);
});

test('neighbouring runs of the same look are one mark, looks may overlap', async () => {
  const [line] = await linesOf(
    paragraph(run('甲') + run('乙', '<w:u w:val="single"/>') + run('丙', '<w:u w:val="wave"/><w:b/>') + run('丁', '<w:b/>')),
  );
  expect(line?.marks).toEqual([
    { from: 1, to: 3, look: 'underline' },
    { from: 2, to: 4, look: 'strong' },
  ]);
});

test('looks come from styles and what these are based on; links make none', async () => {
  const style = (type: string, id: string, inner: string): string => `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
  const styles = [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="FF0000"/></w:rPr></w:rPrDefault></w:docDefaults>',
    style('character', 'red', '<w:rPr><w:color w:val="FF0000"/></w:rPr>'),
    style('character', 'key', '<w:basedOn w:val="red"/><w:rPr><w:u w:val="single"/></w:rPr>'),
    style('character', 'link', '<w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr>'),
    style('paragraph', 'head', '<w:rPr><w:b/></w:rPr>'),
    style('character', 'bold', '<w:rPr><w:b/></w:rPr>'),
  ].join('');
  const body =
    paragraph(
      run('甲', '<w:rStyle w:val="key"/>') +
        run('乙', '<w:rStyle w:val="key"/><w:u w:val="none"/>') +
        run('丙', '<w:rStyle w:val="link"/>'),
    ) + paragraph(run('丁') + run('戊', '<w:rStyle w:val="bold"/>'), '<w:pStyle w:val="head"/>');
  expect((await linesOf(body, { styles })).map(marked)).toEqual([['underline:甲', 'colour:甲乙'], ['strong:丁']]);
});

test('strict documents and other prefixes are read alike', async () => {
  const strict =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:rPr><x:u x:val="single"/></x:rPr><x:t>甲</x:t></x:r></x:p></x:body></x:document>';
  const unprefixed =
    '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><rPr><u q:val="single"/></rPr><t>甲</t></r></p></body></document>';
  for (const document of [strict, unprefixed]) {
    const [line] = textOf(await readDocx(zipOf({ 'word/document.xml': document }))).lines;
    expect(line).toEqual({ row: 1, text: '甲', label: '', cells: null, table: 0, marks: [{ from: 0, to: 1, look: 'underline' }] });
  }
});

test('parts are found by their relationships, web pages taken in as a whole too', async () => {
  const relationships = (list: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const { 'word/document.xml': document = '' } = wordParts(`${plain('前')}<w:altChunk r:id="c1"/>`);
  const parts = {
    '_rels/.rels': relationships(`<Relationship Id="a" Type="${type}/officeDocument" Target="/other/main.xml"/>`),
    'other/main.xml': document,
    'other/_rels/main.xml.rels': relationships(`<Relationship Id="c1" Type="${type}/aFChunk" Target="page.htm"/>`),
    'other/page.htm': '<html><body><p>网页<u>内容</u></p></body></html>',
  };
  const { lines } = textOf(await readDocx(zipOf(parts)));
  expect(shown(lines)).toEqual(['|前', '|网页内容']);
  expect(marked(lines[1]!)).toEqual(['underline:内容']);
});

test('a document of the docx package', async () => {
  const numbering = {
    config: [
      {
        reference: 'q',
        levels: [
          { level: 0, format: 'decimal' as const, text: '%1、' },
          { level: 1, format: 'upperLetter' as const, text: '%2.' },
        ],
      },
    ],
  };
  const item = (text: string, level: number, color = '000000'): Paragraph =>
    new Paragraph({ numbering: { reference: 'q', level }, children: [new TextRun({ text, color })] });
  const file = new Document({
    numbering,
    sections: [{ children: [item('示例题一', 0), item('甲', 1), item('乙', 1, 'C00000'), item('示例题二', 0), item('丙', 1)] }],
  });
  const { lines } = textOf(await readDocx(await Packer.toBuffer(file)));
  expect(shown(lines)).toEqual(['1、|示例题一', 'A.|甲', 'B.|乙', '2、|示例题二', 'A.|丙']);
  expect(lines.map(marked)).toEqual([[], [], ['colour:乙'], [], []]);
});

const lookProperties = ['', '<w:u w:val="single"/>', '<w:b/>', '<w:color w:val="FF0000"/>', '<w:u w:val="single"/><w:b/>', '<w:vanish/>'];
const runs = fc.array(fc.tuple(fc.stringMatching(/^[甲乙A 　\u00a0\u200b]{0,4}$/), fc.constantFrom(...lookProperties)), { maxLength: 8 });

test('law: marks lie within the text, are not empty, ordered, and apart within one look', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(runs, { minLength: 1, maxLength: 4 }), fc.boolean(), async (paragraphs, isTable) => {
      const texts = paragraphs.map((pieces) => paragraph(pieces.map(([text, look]) => run(text, look)).join('')));
      const lines = await linesOf(isTable ? table(row(...texts.map((text) => cell(text)))) : texts.join(''));
      for (const { text, cells, marks } of lines) {
        if (cells) expect(cells.join('\t')).toBe(text);
        marks.forEach((mark, place) => {
          expect(mark.from).toBeLessThan(mark.to);
          expect(mark.to).toBeLessThanOrEqual(text.length);
          expect(mark.from).toBeGreaterThanOrEqual(marks[place - 1]?.from ?? 0);
          const before = marks.slice(0, place).findLast(({ look }) => look === mark.look);
          expect(mark.from).toBeGreaterThan(before?.to ?? -1);
        });
      }
    }),
    { numRuns: 200 },
  );
});
