import type { BankExportFormat, CollectedItem, ExportOutcome } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { exportFiles, type FilesExport } from '../export/export-files.ts';
import { safeFileName } from '../export/file-name.ts';

export interface BankExport extends Omit<FilesExport, 'name' | 'render'> {
  readonly title: string;
  readonly format: BankExportFormat;
  readonly items: readonly CollectedItem[];
}

interface Format {
  /** Stands behind the title in the names of folder and file. */
  readonly suffix: string;
  readonly ending: string;
  readonly make: (title: string, items: readonly CollectedItem[]) => Promise<Uint8Array | string>;
}

/** The libraries that write a format are loaded when it is asked for. */
const formats = {
  template: {
    suffix: '题库表',
    ending: 'xlsx',
    make: async (_title, items) => (await import('../export/bank-template.ts')).bankWorkbook(questionsOf(items)),
  },
  errors: {
    suffix: '错误表',
    ending: 'xlsx',
    make: async (_title, items) => (await import('../export/bank-errors.ts')).errorWorkbook(items),
  },
  gift: {
    suffix: 'GIFT',
    ending: 'gift',
    make: async (_title, items) => (await import('@shared/bank/standards/gift.ts')).giftOf(questionsOf(items).map(bare)),
  },
  moodle: {
    suffix: 'Moodle',
    ending: 'xml',
    make: async (_title, items) => (await import('@shared/bank/standards/moodle.ts')).moodleOf(questionsOf(items).map(bare)),
  },
  booklet: {
    suffix: '学习手册',
    ending: 'docx',
    make: (title, items) => booklet(title, items, false),
  },
  'booklet-with-answers': {
    suffix: '学习手册（附答案）',
    ending: 'docx',
    make: (title, items) => booklet(title, items, true),
  },
} as const satisfies Record<BankExportFormat, Format>;

/** Of a longer title so many characters stand in the names, so that what follows is not cut off: two exports would share a name. */
const longestTitle = 50;

/** Writes the collected questions in one format into a folder of the chosen place and proves them; failures as in exportFiles. */
export async function exportBank({ title, format, items, ...request }: BankExport): Promise<Result<ExportOutcome>> {
  const { suffix, ending, make }: Format = formats[format];
  const name = `${[...title].slice(0, longestTitle).join('')}－${suffix}`;
  return exportFiles({
    ...request,
    name,
    render: async () => {
      const made = await make(title, items);
      const bytes = typeof made === 'string' ? Buffer.from(made) : made;
      return request.signal.aborted ? null : [{ name: `${safeFileName(name)}.${ending}`, bytes }];
    },
  });
}

async function booklet(title: string, items: readonly CollectedItem[], answers: boolean): Promise<Uint8Array> {
  const { bankBooklet } = await import('../export/bank-booklet.ts');
  const remarks = new Map(items.flatMap(({ question, remark }) => (question && remark !== undefined ? [[question.id, remark]] : [])));
  return bankBooklet({ title, questions: questionsOf(items).map(bare), answers, remarks });
}

interface Scored {
  readonly question: Question;
  readonly score: number | null;
}

const questionsOf = (items: readonly CollectedItem[]): Scored[] =>
  items.flatMap(({ question, score }) => (question ? [{ question, score }] : []));

const bare = ({ question }: Scored): Question => question;
