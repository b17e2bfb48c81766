import { expect, test } from 'vitest';
import { readWordXml } from '../../../../main/import/word/word-xml.ts';
import { marked, paragraph, run, shown, textOf, wordParts } from './support.ts';

const namespaces =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"';

const document2003 = (body: string, styles = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument ${namespaces}><w:styles>${styles}</w:styles><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
  );

test('the XML of Word 2003: automatic numbers as they were shown, tables, looks, nothing that was taken back', async () => {
  const list = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="3"/><wx:t wx:val="1．"/><wx:font wx:val="宋体"/></w:listPr>';
  const { lines } = textOf(
    await readWordXml(
      document2003(
        [
          paragraph(run('示例由（ ）主持'), list),
          paragraph(run('A、甲', '<w:color w:val="FF0000"/>')),
          paragraph(run('B、乙', '<w:rStyle w:val="s"/>')),
          `<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>旧</w:t></w:r></aml:content></aml:annotation>${run('新')}</w:p>`,
          `<w:tbl><w:tr><w:tc>${paragraph(run('题型'))}</w:tc><w:tc>${paragraph(run('单选'))}</w:tc></w:tr></w:tbl>`,
        ].join(''),
        '<w:style w:type="character" w:styleId="s"><w:name w:val="重点"/><w:rPr><w:b/></w:rPr></w:style>',
      ),
    ),
  );
  expect(shown(lines)).toEqual(['1．|示例由（ ）主持', '|A、甲', '|B、乙', '|新', '|题型\t单选']);
  expect(lines.flatMap(marked)).toEqual(['colour:A、甲', 'strong:B、乙']);
});

test('the flat form of .docx', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const parts = wordParts(paragraph(run('示例'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), { numbering });
  const flat = Object.entries(parts).map(
    ([name, text]) =>
      `<pkg:part pkg:name="/${name}" pkg:contentType="x"><pkg:xmlData>${text.replace(/<\?xml.*?\?>/, '')}</pkg:xmlData></pkg:part>`,
  );
  const { lines } = textOf(
    await readWordXml(
      Buffer.from(
        `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${flat.join('')}</pkg:package>`,
      ),
    ),
  );
  expect(shown(lines)).toEqual(['1.|示例']);
});

test.each([
  ['breaks off', '<?xml version="1.0"?><w:wordDocument><w:body>'],
  ['declares entities', `<!DOCTYPE a [<!ENTITY e "x">]><w:wordDocument ${namespaces}/>`],
  ['has no text part', '<pkg:package><pkg:part pkg:name="/word/styles.xml"><pkg:xmlData><a/></pkg:xmlData></pkg:part></pkg:package>'],
])('a document that %s is refused', async (_, text) => {
  expect(await readWordXml(Buffer.from(text))).toMatchObject({ code: 'file-unreadable' });
});
