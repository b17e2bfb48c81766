import { expect, test } from 'vitest';
import { readHtml } from '../../../../main/import/word/html.ts';
import { readMhtml } from '../../../../main/import/word/mhtml.ts';
import { marked, shown, textOf } from './support.ts';

const linesOf = async (html: string) => textOf(await readHtml(html)).lines;
const shownOf = async (html: string): Promise<string[]> => shown(await linesOf(html));

test('elements and breaks part lines, white space is one space', async () => {
  const page =
    '<!DOCTYPE html><html><head><title>题库</title><style>p{}</style></head><body><h1>一、单选题</h1>\n<p>1.  示例\n 题干</p><div>A. 甲<br>B. 乙<p>C.&nbsp;丙 &lt;丁&gt;</div><br><script>var a = "<p>";</script>尾</body></html>';
  expect(await shownOf(page)).toEqual(['|一、单选题', '|1. 示例题干', '|A. 甲', '|B. 乙', '|C. 丙 <丁>', '|', '|尾']);
});

test('a line end in the source parts words but no Chinese text', async () => {
  expect(await shownOf('<p>支部\n党员，\n大会 one\ntwo</p><pre>甲\n  乙</pre>')).toEqual(['|支部党员，大会 one two', '|甲', '|  乙']);
});

test('items of lists have the numbers that the page shows', async () => {
  const page =
    '<ol><li>题干<ol type="A"><li>甲</li><li><p>乙</p><p>续</p></li></ol></li><li value="5">次题</li></ol><ul><li>点</li></ul><ol style="list-style-type: cjk-ideographic" start="2"><li>章</li></ol>';
  expect(await shownOf(page)).toEqual(['1.|题干', 'A.|甲', 'B.|乙', '|续', '5.|次题', '|点', '二、|章']);
});

test('numbers that Word writes into its web pages become labels', async () => {
  const page =
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>A.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>甲<o:p></o:p></p>";
  expect(await shownOf(page)).toEqual(['A.|甲']);
});

test('rows of tables are lines, cells keep their columns', async () => {
  const page =
    '<table><tr><th>题干</th><th>选项</th><th>答案</th></tr><tr><td rowspan=2>共用</td><td>甲<br>乙</td><td><u>A</u></td></tr><tr><td colspan=2>并列</td></tr></table><table><tr><td><p>框</p><p>内</p></td></tr></table>';
  expect(await linesOf(page)).toEqual([
    { row: 1, text: '题干\t选项\t答案', label: '', cells: ['题干', '选项', '答案'], table: 1, marks: [] },
    {
      row: 2,
      text: '共用\t甲\n乙\tA',
      label: '',
      cells: ['共用', '甲\n乙', 'A'],
      table: 1,
      marks: [{ from: 7, to: 8, look: 'underline' }],
    },
    { row: 3, text: '\t并列\t', label: '', cells: ['', '并列', ''], table: 1, marks: [] },
    { row: 4, text: '框', label: '', cells: null, table: 0, marks: [] },
    { row: 5, text: '内', label: '', cells: null, table: 0, marks: [] },
  ]);
});

test('looks come from elements, attributes, styles and classes', async () => {
  const page =
    '<style>.key{color:#c00;font-weight:bold} a.x{} p.grey{color:rgb(51, 51, 51)}</style><p class=grey><u>甲</u>，<font color=red>乙</font>，<b>丙</b>，<span style="color:#FF0000;text-decoration:underline">丁</span>，<span class="key">戊</span>，<mark>己</mark>，<b><span style="font-weight:normal;color:windowtext">庚</span></b>，<a style="color:blue" href="x">辛</a>，<span style="background:yellow">壬</span></p>';
  expect(marked((await linesOf(page))[0]!)).toEqual([
    'underline:甲',
    'colour:乙',
    'strong:丙',
    'underline:丁',
    'colour:丁',
    'colour:戊',
    'strong:戊',
    'colour:己',
    'colour:壬',
  ]);
});

test('what a page hides until it is clicked on is read; what Word hides is not', async () => {
  expect(await shownOf('<p>题干</p><div style="display:none">答案：A</div><p>显<span style="mso-hide:all">隐</span></p>')).toEqual([
    '|题干',
    '|答案：A',
    '|显',
  ]);
});

test('symbol fonts and pictures leave what they show', async () => {
  expect(
    await shownOf('<p>对<span style=\'font-family:"Wingdings 2"\'>P</span>图<img src="a.png"><font face="Symbol">\uf0ce</font></p>'),
  ).toEqual(['|对✓图［图］∈']);
  expect(await readHtml('<p><img src="a.png"></p>')).toMatchObject({ code: 'no-questions' });
});

const archive = (page: string | Buffer, transfer: string, charset: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\n前言\r\n--=_x\r\nContent-Type: image/png\r\n\r\nxx\r\n--=_x\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${transfer}\r\nContent-Type: text/html; charset="${charset}"\r\n\r\n`,
    ),
    Buffer.from(page),
    Buffer.from('\r\n--=_x--\r\n'),
  ]);
const gbk = Buffer.from('3c703ed6a7b2bf3c2f703e', 'hex'); // <p>支部</p>

test.each([
  ['quoted-printable', archive('<p>=E6=94=AF=\r\n=E9=83=A8</p>', 'quoted-printable', 'utf-8')],
  ['base64', archive(gbk.toString('base64'), 'base64', 'gb2312')],
  ['8bit', archive(gbk, '8bit', 'GBK')],
])('a web archive packed as %s', async (_transfer, bytes) => {
  expect(shown(textOf(await readMhtml(bytes)).lines)).toEqual(['|支部']);
});

test('an archive without a page is refused', async () => {
  expect(await readMhtml(Buffer.from('MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nxx'))).toMatchObject({ code: 'file-unreadable' });
});
