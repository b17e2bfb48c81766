import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import { xmlText } from './xml-text.ts';

/** Chinese fonts by what they set; Latin letters and digits are Times New Roman (GB/T 9704). */
const font = (eastAsia: string): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});
export const fonts = {
  title: font('方正小标宋简体'),
  heading: font('黑体'),
  body: font('宋体'),
  note: font('楷体_GB2312'),
  subtitle: font('仿宋_GB2312'),
} as const;

/** Half points: 二号, 小四, 五号. */
export const sizes = { title: 44, body: 24, small: 21 } as const;

/** One paragraph. Tabs stay, and what the text emphasises is bold. */
export const line = (text: string, options: IParagraphOptions, run: IRunOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    children: text.split('\t').flatMap((piece, n) => [...(n > 0 ? [new TextRun({ children: ['\t'] })] : []), ...runs(piece, run)]),
  });

const runs = (text: string, run: IRunOptions): TextRun[] =>
  stretchesOf(xmlText(text)).map((stretch) => new TextRun({ text: stretch.text, ...run, ...(stretch.strong ? { bold: true } : {}) }));

/** 第 1 页 共 4 页, in the middle of the foot. */
export function pageFoot(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  const foot = new TextRun({ children, size: sizes.small, font: fonts.body });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [foot] })] });
}

/** A4 with the same margin all around, in millimetres. */
export function pageOf(marginMm: number) {
  const margin = convertMillimetersToTwip(marginMm);
  return {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  };
}
