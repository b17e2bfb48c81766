import { SSF } from '@e965/xlsx';
import type { Archive } from '../../archive/archive.ts';
import { readXml } from './xml.ts';

/** Dates of East Asian workbooks, which have no format code of their own (18.8.30, ids 27–36 and 50–58). */
const eastAsianDates = [...Array.from({ length: 10 }, (_, place) => 27 + place), ...Array.from({ length: 9 }, (_, place) => 50 + place)];

/** Number format by style of a cell: the attribute `s` is a place in this list (cellXfs, 18.8.10). */
export async function readFormats(archive: Archive, part: string): Promise<string[]> {
  const codes = builtInCodes();
  const styles: number[] = [];
  let inCells = false;
  await readXml(archive, part, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(numFmtId));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles.map((id) => codes.get(id) ?? 'General');
}

function builtInCodes(): Map<number, string> {
  const table = SSF.get_table() as Readonly<Record<string, string>>; // the library types it as any
  const codes = new Map(Object.entries(table).map(([id, code]) => [Number(id), code]));
  for (const id of eastAsianDates) codes.set(id, 'yyyy-mm-dd');
  return codes;
}
