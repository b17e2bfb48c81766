// The peer of xlsx-check: opens a workbook with the library and does nothing with it.
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const workbook = read(readFileSync(process.argv[2]), { type: 'buffer', dense: true });
console.log(workbook.SheetNames.length);
