import { SSF } from '@e965/xlsx';
import type { Archive } from '../../archive/archive.ts';
import { eastAsianDates } from '../dates.ts';
import { readXml } from './xml.ts';

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
  return new Map([...Object.entries(table).map(([id, code]) => [Number(id), code] as const), ...eastAsianDates]);
}
