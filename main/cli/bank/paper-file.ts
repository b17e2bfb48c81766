import path from 'node:path';
import { printPaper } from '@shared/exam/printed/paper.ts';
import { paperSizes, printouts, type PaperSize, type Printout } from '@shared/ipc/exam.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { PaperFile } from '../../export/papers/page-layout.ts';
import { writeDurably } from '../../files.ts';
import { usage } from '../command.ts';
import { printHtml } from '../print-html.ts';

export const paperFileUsage = '[--out FILE.docx|FILE.pdf [--size A4|A3] [--printout candidate|teacher|answers|sheet …]]';

/** What `--out`, `--size` and `--printout` say; without a printout the paper with its answers behind it. Ends in a usage error where they say nothing known. */
export function paperFileOf(
  line: string,
  { out, size = 'A4', printout = ['candidate', 'answers'] }: { out?: string; size?: string; printout?: string[] },
): PaperFile {
  const knownSize = paperSizes.find((known): known is PaperSize => known === size.toUpperCase());
  const known = printout.filter((name): name is Printout => printouts.some((each) => each === name));
  if (out !== undefined && !/\.(?:docx|pdf)$/i.test(out)) return usage(line, '--out 要以 .docx 或 .pdf 结尾。');
  if (!knownSize) return usage(line, `--size 要是 ${paperSizes.join(' 或 ')}。`);
  if (known.length < printout.length) return usage(line, `--printout 要是 ${printouts.join('、')} 之一。`);
  return { size: knownSize, printouts: known };
}

/** Writes a paper as a Word file or PDF, by the ending of `out`. The libraries are loaded for it only. */
export async function writePaperFile(paper: Paper, out: string, file: PaperFile): Promise<void> {
  const printed = printPaper(paper);
  if (/\.docx$/i.test(out)) {
    const { paperDocx } = await import('../../export/papers/docx/paper-docx.ts');
    await writeDurably(out, await paperDocx(printed, file));
  } else {
    const { paperHtml } = await import('../../export/papers/html/paper-html.ts');
    await printHtml(paperHtml(printed, file), path.resolve(out));
  }
}
