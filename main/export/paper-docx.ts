import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { PrintedItem, PrintedPaper, PrintedPart } from '@shared/exam/printed.ts';

/** Chinese fonts by what they set; Latin letters and digits are Times New Roman (GB/T 9704). */
const font = (eastAsia: string): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});
const fonts = { title: font('方正小标宋简体'), heading: font('黑体'), body: font('宋体') } as const;

/** Half points: 二号, 小四, 五号. */
const sizes = { title: 44, body: 24, small: 21 } as const;

const marginMm = 22;
const textWidth = convertMillimetersToTwip(210 - 2 * marginMm);
const indent = convertMillimetersToTwip(6);

/** A paper as a Word file: A4, page numbers, questions that do not part from their options, answers on a page of their own. */
export async function paperDocx(paper: PrintedPaper): Promise<Uint8Array> {
  const margin = convertMillimetersToTwip(marginMm);
  const document = new Document({
    title: paper.title,
    creator: '三训',
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        footers: { default: new Footer({ children: [pageFoot()] }) },
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

/** Every line but the last is kept with the next one. */
function item(printed: PrintedItem): Paragraph[] {
  const { number, stem, options, optionsPerLine, lines } = printed;
  const rows = Array.from({ length: Math.ceil(options.length / optionsPerLine) }, (_, row) =>
    options.slice(row * optionsPerLine, (row + 1) * optionsPerLine),
  );
  const tabStops = Array.from({ length: optionsPerLine - 1 }, (_, stop) => ({
    type: TabStopType.LEFT,
    position: indent + Math.round(((textWidth - indent) * (stop + 1)) / optionsPerLine),
  }));
  const below = rows.length + lines;
  return [
    ...paragraphs(`${number}. ${stem}`, below > 0),
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
  const texts = printed.items.map(({ number, answer }) => `${number}.\u00a0${answer}`); // a number never ends a line
  const isShort = printed.items.every(({ answer }) => answer.length <= 12 && !answer.includes('\n'));
  return [heading, ...(isShort ? [line(texts.join('　　'), {})] : texts.flatMap((text) => paragraphs(text, false)))];
}

function pageFoot(): Paragraph {
  const children = ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: sizes.small, font: fonts.body })] });
}

/** A text with line breaks as paragraphs that stay together. */
const paragraphs = (text: string, keepNext: boolean): Paragraph[] => {
  const lines = text.split('\n');
  return lines.map((each, n) => line(each, { keepLines: true, keepNext: keepNext || n + 1 < lines.length }));
};

const line = (text: string, options: IParagraphOptions, run: IRunOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    children: text
      .split('\t')
      .flatMap((piece, n) => [...(n > 0 ? [new TextRun({ children: ['\t'] })] : []), new TextRun({ text: piece, ...run })]),
  });
