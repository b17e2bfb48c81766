import type { FileRefusal } from '@shared/bank/imported.ts';
import { readLines } from '@shared/bank/lines/read-lines.ts';
import { headersOf } from '@shared/bank/read-grids.ts';
import { readSheets } from '@shared/bank/read-sheets.ts';
import type { Reading, ReadOptions } from '@shared/bank/reading.ts';
import { limits } from '../limits.ts';
import { openContent, type Body } from './content.ts';
import { refusedWhole, type FileReading, type ReadingOptions } from './file-reading.ts';

/**
 * The questions of a file whose bytes are here already. This is what a reader process runs: only small and harmless files
 * may be read in any other one. A file that cannot be read comes back with one problem of row 0; a throw is a bug.
 */
export async function readQuestions(bytes: Buffer, name: string, { section, encoding, columns }: ReadingOptions): Promise<FileReading> {
  const content = await openContent(bytes, name, encoding);
  if ('refusal' in content) return refusedWhole(name, content.format, content.refusal);
  const { format, body } = content;
  const reading = await readBody(body, { section, longestCell: limits.importCell, columns });
  if ('code' in reading) return refusedWhole(name, format, reading);
  const headers = body.kind === 'grids' ? headersOf(body.grids, columns) : [];
  return withQuestions({ file: name, format, ...reading, encoding: content.encoding, headers, fault: '' });
}

interface BodyOptions extends ReadOptions {
  readonly columns: ReadingOptions['columns'];
}

async function readBody(body: Body, { columns, ...options }: BodyOptions): Promise<Reading | FileRefusal> {
  switch (body.kind) {
    case 'grids': {
      const reading = readSheets(body.grids, { ...options, columns });
      return { ...reading, problems: [...body.problems, ...reading.problems] };
    }
    case 'lines':
      return readLines(body.text, options);
    case 'standard':
      return body.read(options);
  }
}

/** A file that was read but holds nothing like a question is refused as a whole, and says so. */
function withQuestions(file: FileReading): FileReading {
  if (file.questions.length > 0 || file.accounted.refused > 0) return file;
  const problem = { sheet: null, row: 0, severity: 'error', code: 'no-questions', message: '文件中没有找到试题。' } as const;
  return { ...file, problems: [problem, ...file.problems] };
}
