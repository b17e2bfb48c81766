import type { Encoding } from '@shared/bank/encodings.ts';
import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceRow } from '@shared/ipc/contract.ts';
import { openContent, type Body } from './content.ts';

export interface SourceSheet {
  readonly sheet: string | null;
  /** Those with content, ascending. */
  readonly rows: readonly SourceRow[];
}

/** The rows of a file as they stand there, numbered as the places of its questions are; none for packages of several files. */
export async function readSource(bytes: Buffer, name: string, encoding: Encoding | null): Promise<readonly SourceSheet[] | FileRefusal> {
  const content = await openContent(bytes, name, encoding);
  return 'refusal' in content ? content.refusal : sheetsOf(content.body);
}

function sheetsOf(body: Body): readonly SourceSheet[] {
  switch (body.kind) {
    case 'grids':
      return body.grids;
    case 'lines':
      return [{ sheet: null, rows: body.text.lines.map(({ row, label, text, cells }) => ({ row, cells: cells ?? [label + text] })) }];
    case 'standard':
      return [{ sheet: null, rows: linesOf(body.text ?? '') }];
  }
}

const linesOf = (text: string): SourceRow[] =>
  text.split(/\r\n|\r|\n/).flatMap((line, place) => (line.trim() === '' ? [] : [{ row: place + 1, cells: [line] }]));
