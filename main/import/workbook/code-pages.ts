import { TextDecoder } from 'node:util';
import { set_cptable } from '@e965/xlsx';

/** Names of the code pages of Windows and the Mac as TextDecoder knows them; GBK is a part of GB18030. */
const names: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  10008: 'gb18030',
  65001: 'utf-8',
};

/** Gives the workbook library the code pages that texts of Excel 5 and 95 are in, from the tables that the engine has anyway. */
export function learnCodePages(): void {
  const decoders = new Map<number, TextDecoder>();
  const decode = (page: number, bytes: Iterable<number>): string => {
    const decoder = decoders.get(page) ?? new TextDecoder(names[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'gb18030'));
    decoders.set(page, decoder);
    return decoder.decode(Uint8Array.from(bytes));
  };
  set_cptable({ utils: { decode } });
}
