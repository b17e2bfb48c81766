import type { Paragraph } from 'docx';
import type { PrintedPaper, PrintedPart } from '@shared/exam/printed/paper.ts';
import { fonts, line } from '../../docx-text.ts';
import { titleParagraphs } from './head.ts';
import { textRows, together } from './rows.ts';

/** 参考答案, by the numbers and letters of the paper. */
export const answerParagraphs = (paper: PrintedPaper, width: number): Paragraph[] => [
  ...titleParagraphs(paper.title, width),
  ...titleParagraphs('参考答案', width),
  ...paper.parts.flatMap(answersOfPart),
];

/** Letters and marks run on in one paragraph, which may break at the plain spaces; longer answers have lines of their own. */
function answersOfPart(part: PrintedPart): Paragraph[] {
  const heading = line(part.title, { keepNext: true, spacing: { before: 160 } }, { font: fonts.heading });
  const texts = part.items.map(({ label, answer }) => `${label.trimEnd()}\u00a0${answer}`); // a number never ends a line
  const isShort = part.items.every(({ answer }) => answer.length <= 12 && !answer.includes('\n'));
  return [heading, ...(isShort ? [line(texts.join('　 '), {})] : texts.flatMap((text) => together(textRows(text))))];
}
