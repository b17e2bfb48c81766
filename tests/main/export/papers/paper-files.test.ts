import { expect, test } from 'vitest';
import { printPaper } from '@shared/exam/printed/paper.ts';
import { printouts, type PaperSize, type Printout } from '@shared/ipc/exam.ts';
import { paperDocx } from '../../../../main/export/papers/docx/paper-docx.ts';
import { paperHtml } from '../../../../main/export/papers/html/paper-html.ts';
import { caseOf, choice, item, judge, paper, short } from '../../../shared/exam/questions.ts';
import { partOf } from '../../../support/zip-part.ts';

const first = choice('c/1', [1], { stem: '下列**不**正确的是', options: ['**甲**<', '乙', '丙', '丁'], explanation: '为何' });
const question = { ...caseOf('c', [first, short('c/2')], [1, 3]), stem: '材料第一段\n材料第二段', basis: '《示例条例》第三条' };
const printed = printPaper(paper({ question, optionOrder: [], partOrders: [[1, 0, 2, 3], []], score: 8 }, item(judge('j', false), 1)), 'A');

const html = (printout: Printout, size: PaperSize = 'A4') => paperHtml(printed, { size, printouts: [printout] });
const docx = async (printout: Printout, size: PaperSize = 'A4') => Buffer.from(await paperDocx(printed, { size, printouts: [printout] }));
const body = async (printout: Printout, size: PaperSize = 'A4') => partOf(await docx(printout, size), 'word/document.xml');
const textOf = (xml: string) => xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]*>/g, '');

test('the page shows the material, its numbered questions with their scores, and what is emphasised in bold', () => {
  const page = html('candidate');
  expect(page).toContain('<p class="stem">1. 材料第一段\n材料第二段</p>');
  expect(page).toContain('<p class="stem">（1）下列<b>不</b>正确的是（\u00a0\u00a0\u00a0\u00a0）（2分）</p>');
  expect(page).toContain('<span>A. 乙</span><span>B. <b>甲</b>&lt;</span>');
  expect(page.match(/class="rule"/g)).toHaveLength(4);
  expect(page).toContain('<th>题号</th><th>一</th><th>二</th><th>总分</th>');
  expect(page).not.toContain('**');
});

test('the candidate sees no answer, the teacher sees it with why and the clause and no lines to write on', () => {
  for (const hidden of ['为何', '示例条例', '要点一', '答案：']) expect(html('candidate')).not.toContain(hidden);
  const teacher = html('teacher');
  for (const shown of ['<b>答案：</b>A', '<b>解析：</b>为何', '<b>依据：</b>《示例条例》第三条', '<b>答案：</b>×', '考前不得外传'])
    expect(teacher).toContain(shown);
  expect(teacher).not.toContain('class="rule"');
});

test('the Word file says what the page says, for every printout', async () => {
  const plain = (text: string) => text.replaceAll(/[\s_\u2007[\]0-9]/g, '');
  for (const printout of printouts) {
    const page = html(printout)
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<title>.*<\/title>/s, '');
    const onPage = plain(
      page
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&nbsp;', ''),
    );
    const inWord = plain(textOf(await body(printout)).replaceAll('&lt;', '<'));
    const letters = (text: string) =>
      Array.from(text)
        .filter((each) => !'.［］'.includes(each))
        .toSorted()
        .join('');
    expect(letters(inWord)).toBe(letters(onPage));
  }
});

test('the Word file keeps the end of the material with the first question, and shows emphasis in bold', async () => {
  const xml = await body('candidate');
  const paragraphs = xml.split('<w:p>').slice(1);
  const find = (text: string): string => paragraphs.find((paragraph) => paragraph.includes(text)) ?? '';
  expect(find('材料第一段')).not.toContain('<w:keepNext/>');
  expect(find('材料第二段')).toContain('<w:keepNext/>');
  expect(find('（1）下列')).toContain('<w:keepNext/>');
  expect(find('（1）下列')).toMatch(/<w:r><w:rPr><w:b\/>[^/]*(?:\/>)?<\/w:rPr><w:t[^>]*>不<\/w:t>/);
  expect(xml).not.toContain('**');
});

test('the seal line stands on the first page of A4, on every sheet of A3, and on nothing that holds only answers', async () => {
  const headersOf = async (printout: Printout, size: PaperSize) => {
    const file = await docx(printout, size);
    const ids = [...partOf(file, 'word/document.xml').matchAll(/<w:headerReference w:type="(\w+)" r:id="(\w+)"/g)];
    const targets = partOf(file, 'word/_rels/document.xml.rels');
    return ids.map(([, type, id = '']) => {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(targets);
      const header = partOf(file, `word/${target?.[1] ?? target?.[2]}`);
      return `${type} ${/…密…+封…+线…/.test(textOf(header)) && header.includes('密封线内不要答题') && header.includes('专/兼职')}`;
    });
  };
  expect((await headersOf('candidate', 'A4')).toSorted()).toEqual(['default false', 'first true']);
  expect(await headersOf('candidate', 'A3')).toEqual(['default true']);
  expect(await headersOf('answers', 'A3')).toEqual(['default false']);
  const seal = encodeURIComponent('密封线内不要答题');
  expect(html('candidate')).toMatch(new RegExp(`@page sealed:first \\{ @left-middle \\{ content: url\\("[^"]*${seal}`));
  expect(html('candidate', 'A3')).toMatch(new RegExp(`@page sealed \\{ @left-middle \\{ content: url\\("[^"]*${seal}`));
  expect(html('answers', 'A3')).not.toContain('class="sealed"');
});

test('A4 stands upright in one column, A3 lies in two', async () => {
  expect(await body('candidate')).toContain('<w:pgSz w:w="11905" w:h="16837" w:orient="portrait"/>');
  const wide = await body('candidate', 'A3');
  expect(wide).toContain('<w:pgSz w:w="23811" w:h="16837" w:orient="landscape"/>');
  expect(wide).toMatch(/<w:cols w:space="907" w:num="2"/);
  expect(html('candidate', 'A3')).toMatch(/size: A3 landscape;[^]*columns: 2;/);
});

test('fonts that offices lack are named with the one to take instead', async () => {
  const table = partOf(await docx('candidate'), 'word/fontTable.xml');
  expect(table).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>');
  expect(await body('candidate')).toContain('w:eastAsia="方正小标宋简体"');
  expect(html('candidate')).toContain('"方正小标宋简体", FZXiaoBiaoSong-B05S, "华文中宋"');
});

test('the answer sheet names every place by the number of the paper', async () => {
  const sheet = html('sheet');
  expect(sheet).toContain('<b>1（1）</b><i>A</i><i>B</i><i>C</i><i>D</i>');
  expect(sheet).toContain('<b>2</b><i>√</i><i>×</i>');
  expect(textOf(await body('sheet'))).toMatch(/1（1） \[A\] \[B\] \[C\] \[D\]/);
});
