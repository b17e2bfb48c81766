import { AlignmentType, convertMillimetersToTwip, Document, Packer, TabStopType, type Paragraph } from 'docx';
import type { PrintedItem, PrintedPaper, PrintedPart } from '@shared/exam/printed.ts';
import { fonts, line, pageFoot, pageOf, sizes } from './docx-text.ts';

const marginMm = 22;
const textWidth = convertMillimetersToTwip(210 - 2 * marginMm);
const indent = convertMillimetersToTwip(6);

/** A paper as a Word file: A4, page numbers, questions that do not part from their options, answers on a page of their own. */
export async function paperDocx(paper: PrintedPaper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: '三训',
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      {
        properties: { page: pageOf(marginMm) },
        footers: { default: pageFoot() },
        children: [...head(paper), ...paper.parts.flatMap(part), ...answers(paper)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head(paper: PrintedPaper): Paragraph[] {
  return [
    line(paper.title, { alignment: AlignmentType.CENTER }, { font: fonts.title, size: sizes.title, bold: true }),
    line(paper.subtitle, { alignment: AlignmentType.CENTER }),
    line(paper.fields, { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 } }, { size: sizes.small }),
    line('注意事项', {}, { font: fonts.heading, size: sizes.small }),
    ...paper.notes.map((note, n) => line(`${n + 1}. ${note}`, {}, { size: sizes.small })),
  ];
}

const part = (printed: PrintedPart): Paragraph[] => [
  line(printed.heading, { keepNext: true, spacing: { before: 240, after: 60 } }, { font: fonts.heading }),
  ...printed.items.flatMap(item),
];

/** Every line but the last is kept with the next one; of a case only the end of its material with the first question. */
function item(printed: PrintedItem): Paragraph[] {
  const { label, stem, options, optionsPerLine, lines, parts } = printed;
  if (parts.length > 0) return [...material(label + stem), ...parts.flatMap(item)];
  const rows = Array.from({ length: Math.ceil(options.length / optionsPerLine) }, (_, row) =>
    options.slice(row * optionsPerLine, (row + 1) * optionsPerLine),
  );
  const tabStops = Array.from({ length: optionsPerLine - 1 }, (_, stop) => ({
    type: TabStopType.LEFT,
    position: indent + Math.round(((textWidth - indent) * (stop + 1)) / optionsPerLine),
  }));
  const below = rows.length + lines;
  return [
    ...paragraphs(label + stem, below > 0),
    ...rows.map((row, n) => line(row.join('\t'), { indent: { left: indent }, tabStops, keepLines: true, keepNext: n + 1 < below })),
    ...Array.from({ length: lines }, (_, n) => line('', { keepNext: n + 1 < lines, spacing: { before: 160 } })),
  ];
}

function answers(paper: PrintedPaper): Paragraph[] {
  const title = line(
    '参考答案',
    { alignment: AlignmentType.CENTER, pageBreakBefore: true },
    { font: fonts.title, size: sizes.title, bold: true },
  );
  return [title, ...paper.parts.flatMap(answersOfPart)];
}

/** Letters and marks run on in one paragraph; longer answers have lines of their own. */
function answersOfPart(printed: PrintedPart): Paragraph[] {
  const heading = line(printed.title, { keepNext: true, spacing: { before: 160 } }, { font: fonts.heading });
  const texts = printed.items.map(({ label, answer }) => `${label.trimEnd()}\u00a0${answer}`); // a number never ends a line
  const isShort = printed.items.every(({ answer }) => answer.length <= 12 && !answer.includes('\n'));
  return [heading, ...(isShort ? [line(texts.join('　　'), {})] : texts.flatMap((text) => paragraphs(text, false)))];
}

/** A text with line breaks as paragraphs that stay together. */
const paragraphs = (text: string, keepNext: boolean): Paragraph[] => {
  const lines = text.split('\n');
  return lines.map((each, n) => line(each, { keepLines: true, keepNext: keepNext || n + 1 < lines.length }));
};

function material(text: string): Paragraph[] {
  const lines = text.split('\n');
  return lines.map((each, n) => line(each, { keepNext: n + 1 === lines.length }));
}
