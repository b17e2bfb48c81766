import { Bytes } from './bytes.ts';
import { places, type WordFile } from './file.ts';
import { codes, modificationsOf, type Modification } from './sprms.ts';

/** A stretch of the main stream whose characters or paragraphs have the same properties. Offsets are bytes of the stream. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  /** Style of a paragraph; 0 for characters. */
  readonly style: number;
  readonly modifications: readonly Modification[];
}

const pageLength = 512;
const pageMask = 0x3f_ffff;

/** Character properties by place (PlcBteChpx and its pages, MS-DOC 2.8.5, 2.9.33). */
export const characterRuns = (file: WordFile): readonly PropertyRun[] =>
  pagesOf(file, places.characterPages).flatMap((page) =>
    runsOf(page, (count, index) => {
      const at = page.u8((count + 1) * 4 + index) * 2;
      const list = at === 0 ? new Bytes(Buffer.alloc(0)) : page.slice(at + 1, page.u8(at));
      return { style: 0, modifications: modificationsOf(list) };
    }),
  );

/** Paragraph properties by place (PlcBtePapx and its pages, MS-DOC 2.8.6, 2.9.175). */
export const paragraphRuns = (file: WordFile): readonly PropertyRun[] =>
  pagesOf(file, places.paragraphPages).flatMap((page) =>
    runsOf(page, (count, index) => {
      const at = page.u8((count + 1) * 4 + index * 13) * 2;
      if (at === 0) return { style: 0, modifications: [] };
      const short = page.u8(at);
      const list = short === 0 ? page.slice(at + 2, page.u8(at + 1) * 2) : page.slice(at + 1, short * 2 - 1);
      return { style: list.u16(0), modifications: withThoseElsewhere(file, modificationsOf(list.slice(2, list.length - 2))) };
    }),
  );

/** Long properties (those of table rows) lie in the data stream (sprmPHugePapx). */
function withThoseElsewhere({ data }: WordFile, modifications: readonly Modification[]): readonly Modification[] {
  return modifications.flatMap((modification) => {
    if (modification.code !== codes.elsewhere) return [modification];
    const at = modification.operand.u32(0);
    return modificationsOf(data.slice(at + 2, data.u16(at)));
  });
}

function pagesOf(file: WordFile, place: number): Bytes[] {
  const plc = file.structure(place);
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  return Array.from({ length: count }, (_, index) => {
    const page = plc.u32((count + 1) * 4 + index * 4) & pageMask;
    return file.main.slice(page * pageLength, pageLength);
  });
}

function runsOf(page: Bytes, read: (count: number, index: number) => Pick<PropertyRun, 'style' | 'modifications'>): PropertyRun[] {
  const count = page.u8(pageLength - 1);
  return Array.from({ length: count }, (_, index) => ({ from: page.u32(index * 4), to: page.u32(index * 4 + 4), ...read(count, index) }));
}

const none: PropertyRun = { from: 0, to: 0, style: 0, modifications: [] };

/** Finds the run at a place; runs are sorted once. */
export function runFinder(runs: readonly PropertyRun[]): (place: number) => PropertyRun {
  const sorted = runs.toSorted((one, other) => one.from - other.from);
  return (place) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.from ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low - 1];
    const next = sorted[low]?.from ?? Number.MAX_SAFE_INTEGER;
    return found && place < found.to ? found : { ...none, from: place, to: next };
  };
}
