import {
  convertMillimetersToTwip as twips,
  Document,
  Header,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Printout } from '@shared/ipc/contract.ts';
import type { PrintedPaper } from '@shared/exam/printed/paper.ts';
import { fonts, pageFoot, sizes } from '../../docx-text.ts';
import { columnWidth, isSealed, layouts, margins, teacherMark, type PageLayout, type PaperFile } from '../page-layout.ts';
import { answerParagraphs } from './answers.ts';
import { fontTable } from './font-table.ts';
import { paperHead, partHead } from './head.ts';
import { itemParagraphs } from './items.ts';
import { sealHeader } from './seal.ts';
import { sheetBlocks } from './answer-sheet.ts';

/** Printouts of a paper as one Word file, a section each: page numbers, seal line, questions that do not part from their options. */
export async function paperDocx(paper: PrintedPaper, { size, printouts }: PaperFile): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: '三训',
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: printouts.map((printout) => section(paper, layouts[size], printout)),
  });
  return Packer.toBuffer(document, undefined, [fontTable]);
}

function section(paper: PrintedPaper, layout: PageLayout, printout: Printout): ISectionOptions {
  const sealed = isSealed(printout);
  const foot = pageFoot();
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: pageOf(layout, sealed),
      titlePage: sealed && layout.sealOn === 'first',
      ...(layout.columns > 1 ? { column: { count: layout.columns, space: twips(layout.gap) } } : {}),
    },
    headers: sealed ? sealHeaders(paper, layout) : { default: emptyHeader() },
    footers: { default: foot, first: foot },
    children: makers[printout](paper, columnWidth(layout, sealed)),
  };
}

/** Word turns width and height of a page that lies on its side. */
function pageOf({ width, height, columns }: PageLayout, sealed: boolean) {
  const margin = twips(margins.plain);
  const lies = columns > 1;
  return {
    size: {
      width: twips(lies ? height : width),
      height: twips(lies ? width : height),
      orientation: lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: margin,
      right: margin,
      bottom: margin,
      left: sealed ? twips(margins.sealed) : margin,
      header: twips(margins.foot),
      footer: twips(margins.foot),
    },
  };
}

/** A section without a header would take over that of the section before it, and with it the seal line. */
const emptyHeader = (): Header => new Header({ children: [new Paragraph('')] });

const sealHeaders = ({ sealFields }: PrintedPaper, { sealOn }: PageLayout) =>
  sealOn === 'first' ? { first: sealHeader(sealFields), default: emptyHeader() } : { default: sealHeader(sealFields) };

const makers = {
  candidate: (paper, width) => questions(paper, { answered: false, width }),
  teacher: (paper, width) => questions(paper, { answered: true, width }),
  answers: answerParagraphs,
  sheet: sheetBlocks,
} as const satisfies Record<Printout, (paper: PrintedPaper, width: number) => FileChild[]>;

const questions = (paper: PrintedPaper, print: { readonly answered: boolean; readonly width: number }): FileChild[] => [
  ...paperHead(paper, print.answered ? teacherMark : '', print.width),
  ...paper.parts.flatMap((part) => [...partHead(part, print.width), ...part.items.flatMap((item) => itemParagraphs(item, print))]),
];
