import { expect, test } from 'vitest';
import { printPaper } from '@shared/exam/printed.ts';
import { paperDocx } from '../../../main/export/paper-docx.ts';
import { paperHtml } from '../../../main/export/paper-html.ts';
import { caseOf, choice, paper, short } from '../../shared/exam/questions.ts';
import { partOf } from '../../support/zip-part.ts';

const first = choice('c/1', [1], { stem: '下列**不**正确的是', options: ['**甲**<', '乙', '丙', '丁'] });
const question = { ...caseOf('c', [first, short('c/2')], [1, 3]), stem: '材料第一段\n材料第二段' };
const printed = printPaper(paper({ question, optionOrder: [], partOrders: [[1, 0, 2, 3], []], score: 8 }));

test('the page shows the material, its numbered questions with their scores, and what is emphasised in bold', () => {
  const html = paperHtml(printed);
  expect(html).toContain('<p>1. 材料第一段\n材料第二段</p>');
  expect(html).toContain('<p>（1）下列<b>不</b>正确的是（\u00a0\u00a0\u00a0\u00a0）（2分）</p>');
  expect(html).toContain('<span>A. 乙</span><span>B. <b>甲</b>&lt;</span>');
  expect(html).toContain('<p>（2）题干（6分）</p><hr><hr><hr><hr><hr>');
  expect(html).toContain('<span>1. （1）A\n（2）要点一\n要点二</span>');
  expect(html).not.toContain('**');
});

test('the Word file keeps the end of the material with the first question, and shows emphasis in bold', async () => {
  const body = partOf(Buffer.from(await paperDocx(printed)), 'word/document.xml');
  const paragraphs = body.split('<w:p>').slice(1);
  const find = (text: string): string => paragraphs.find((paragraph) => paragraph.includes(text)) ?? '';
  expect(find('材料第一段')).not.toContain('<w:keepNext/>');
  expect(find('材料第二段')).toContain('<w:keepNext/>');
  expect(find('（1）下列')).toContain('<w:keepNext/>');
  expect(find('（1）下列')).toMatch(/<w:r><w:rPr><w:b\/>[^/]*(?:\/>)?<\/w:rPr><w:t[^>]*>不<\/w:t>/);
  expect(body).not.toContain('**');
});
