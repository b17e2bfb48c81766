import type { ExportOutcome, PaperExportRequest, Printout } from '@shared/ipc/contract.ts';
import { printPaper } from '@shared/exam/printed/paper.ts';
import type { Result } from '@shared/model/failure.ts';
import { exportFiles, type FilesExport, type Rendered } from '../export-files.ts';
import { distinctFileNames } from '../file-name.ts';
import { paperDocx } from './docx/paper-docx.ts';
import { paperHtml } from './html/paper-html.ts';

export interface PapersExport extends PaperExportRequest, Pick<FilesExport, 'signal' | 'progress'> {
  /** Absolute path of the chosen place. */
  readonly place: string;
  readonly pdf: (html: string) => Promise<Uint8Array>;
}

/** 试卷, 教师卷, 参考答案 and 答题卡 stand behind the title in the name of a file. */
const suffixes = { candidate: '试卷', teacher: '教师卷', answers: '参考答案', sheet: '答题卡' } as const satisfies Record<Printout, string>;

/**
 * Writes every printout of every paper (A and B in one go) in every format into a folder of the chosen place and proves
 * them; failures as in exportFiles. Phase read counts what has been rendered.
 */
export async function exportPapers({ place, folder, signal, progress, ...request }: PapersExport): Promise<Result<ExportOutcome>> {
  return exportFiles({ folder: place, name: folder, signal, progress, render: () => render(request, signal, progress) });
}

type RenderRequest = Pick<PapersExport, 'papers' | 'size' | 'printouts' | 'formats' | 'pdf'>;

/** One after another: each PDF is a window of its own. */
async function render(request: RenderRequest, signal: AbortSignal, progress: FilesExport['progress']): Promise<Rendered[] | null> {
  const planned = plan(request);
  const files: Rendered[] = [];
  for (const [done, { name, make }] of planned.entries()) {
    if (signal.aborted) return null;
    progress({ phase: 'read', done, total: planned.length });
    files.push({ name, bytes: await make() });
  }
  return signal.aborted ? null : files;
}

interface PlannedFile {
  readonly name: string;
  readonly make: () => Promise<Uint8Array>;
}

function plan({ papers, size, printouts, formats, pdf }: RenderRequest): PlannedFile[] {
  const wanted = papers.flatMap(({ variant, paper }) => {
    const printed = printPaper(paper, variant);
    return printouts.map((printout) => ({
      printed,
      printout,
      title: `${printed.title.replace(/试卷(?=（[A-Z]卷）$|$)/, '')}－${suffixes[printout]}`,
    }));
  });
  const names = distinctFileNames(wanted.map(({ title }) => title));
  return wanted.flatMap(({ printed, printout }, n) =>
    formats.map((format): PlannedFile => {
      const file = { size, printouts: [printout] } as const;
      const make = async (): Promise<Uint8Array> => (format === 'docx' ? paperDocx(printed, file) : pdf(paperHtml(printed, file)));
      return { name: `${names[n]}.${format}`, make };
    }),
  );
}
