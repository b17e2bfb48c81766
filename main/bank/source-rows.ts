import type { FileRefusal, SourcePlace } from '@shared/bank/imported.ts';
import type { SourceRow } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { readSourcePages } from '../import/index.ts';
import type { ReaderHost } from '../import/reader-process/host.ts';
import type { SourcePage } from '../import/reader-process/messages.ts';
import type { KeptFile, KeptFiles } from './kept-files.ts';

/** How many files' rows are kept in memory: those that a person looks at by turns. */
const filesAtOnce = 2;
/** Rows of one answer. */
const rowsAtOnce = 1_000;

/** The rows of a kept file as they stand there. The file is read at the first question about it and held while it is looked at. */
export function createSourceRows(kept: () => Promise<KeptFiles>, host: ReaderHost) {
  const held = new Map<string, Promise<readonly SourcePage[] | FileRefusal>>();

  function pagesOf(file: KeptFile): Promise<readonly SourcePage[] | FileRefusal> {
    const pages = held.get(file.sha256) ?? readSourcePages(file.path, file.encoding, { name: file.name, host });
    held.delete(file.sha256);
    held.set(file.sha256, pages); // the one used last stands last
    for (const [oldest] of held) if (held.size > filesAtOnce) held.delete(oldest);
    return pages;
  }

  return {
    async rows(sha256: string, place: SourcePlace): Promise<Result<readonly SourceRow[]>> {
      const file = await (await kept()).find(sha256);
      if (!file) return fail('place-gone');
      const pages = await pagesOf(file);
      if (!('code' in pages)) return succeed(rowsAt(pages, place));
      held.delete(sha256);
      return fail('not-understood', file.name);
    },
    /** Forgets the rows of a file, which may be read in another encoding next. */
    forget: (sha256: string): void => void held.delete(sha256),
  };
}

function rowsAt(pages: readonly SourcePage[], { sheet, row, lastRow }: SourcePlace): SourceRow[] {
  const touched = pages.filter((page) => page.sheet === sheet && page.first <= lastRow && page.last >= row);
  return touched
    .flatMap(({ json }) => JSON.parse(Buffer.from(json).toString()) as SourceRow[]) // our own reader wrote it
    .filter((one) => one.row >= row && one.row <= lastRow)
    .slice(0, rowsAtOnce);
}
