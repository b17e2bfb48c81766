import { randomBytes } from 'node:crypto';
import type { ExportOutcome, PaperSize, ProjectFile } from '@shared/ipc/contract.ts';
import type { Form } from '@shared/model/form.ts';
import type { Result } from '@shared/model/failure.ts';
import type { PlanDocument } from '@shared/model/plan-file.ts';
import { never } from '@shared/never.ts';
import { exportFiles, type FilesExport, type Rendered } from '../export/export-files.ts';
import { distinctFileNames } from '../export/file-name.ts';

export interface ProjectFilesExport extends Omit<FilesExport, 'render'> {
  readonly files: readonly ProjectFile[];
  readonly pdf: (html: string) => Promise<Uint8Array>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Writes plans and forms into a folder of the chosen place and proves them; failures as in exportFiles. Phase read counts what has been made. */
export async function exportProjectFiles({ files, pdf, now, ...request }: ProjectFilesExport): Promise<Result<ExportOutcome>> {
  return exportFiles({ ...request, render: () => render(files, { pdf, now }, request) });
}

type Means = Pick<ProjectFilesExport, 'pdf' | 'now'>;
type Pdf = Means['pdf'];

async function render(
  files: readonly ProjectFile[],
  means: Means,
  { signal, progress }: Pick<FilesExport, 'signal' | 'progress'>,
): Promise<Rendered[] | null> {
  const all = files.map((file) => plannedFile(file, means));
  const names = distinctFileNames(all.map(({ title }) => title));
  const parts = all.flatMap((file, place) => file.parts.map(({ ending, make }) => ({ name: `${names[place]}.${ending}`, make })));
  const made: Rendered[] = [];
  for (const [done, { name, make }] of parts.entries()) {
    if (signal.aborted) return null;
    progress({ phase: 'read', done, total: parts.length });
    made.push({ name, bytes: await make() });
  }
  return signal.aborted ? null : made;
}

interface PlannedFile {
  readonly title: string;
  readonly parts: readonly { readonly ending: string; readonly make: () => Promise<Uint8Array> }[];
}

/** What each kind of file needs loads only where it is wanted. */
function plannedFile(file: ProjectFile, { pdf, now }: Means): PlannedFile {
  switch (file.kind) {
    case 'xlsx':
      return planned(file.plan, '推进计划表', 'xlsx', async () => (await import('./xlsx/plan-workbook.ts')).writePlanWorkbook(file.plan));
    case 'mspdi':
      return planned(file.plan, '推进计划', 'xml', async () => (await import('./mspdi/write-mspdi.ts')).writeMspdi(file.plan));
    case 'icalendar':
      return planned(file.plan, '节点日历', 'ics', async () => (await import('./icalendar.ts')).writeCalendar(file.plan, now));
    case 'bars':
      return planned(file.plan, '时间条', 'pdf', () => barsPdf(file.plan, file.size, pdf));
    case 'form':
      return { title: file.form.fileName, parts: file.formats.map((ending) => ({ ending, make: () => formFile(file.form, ending, pdf) })) };
    default:
      return never(file);
  }
}

const planned = ({ project, today }: PlanDocument, kind: string, ending: string, make: () => Promise<Uint8Array>): PlannedFile => ({
  title: `${project.title}－${kind}－${today}`,
  parts: [{ ending, make }],
});

const nonce = (): string => randomBytes(16).toString('base64');

async function barsPdf(plan: PlanDocument, size: PaperSize, pdf: Pdf): Promise<Uint8Array> {
  const { barsHtml } = await import('@shared/projects/bars/print.ts');
  return pdf(barsHtml(plan, size, { nonce: nonce() }));
}

async function formFile(form: Form, format: 'docx' | 'pdf', pdf: Pdf): Promise<Uint8Array> {
  if (format === 'docx') return (await import('../export/forms/form-docx.ts')).formDocx(form);
  return pdf((await import('../export/forms/form-html.ts')).formHtml(form, { nonce: nonce() }));
}
