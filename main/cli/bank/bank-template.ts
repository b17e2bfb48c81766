import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileFailure, writeDurably } from '../../files.ts';
import { bankTemplate } from '../../import/workbook/template.ts';
import { done, refused, usage, type CliResult } from '../command.ts';

export const bankTemplateUsage = 'sanxun bank template --out FILE.xlsx';

/** Writes our template for question banks. */
export async function bankTemplateCommand(args: readonly string[]): Promise<CliResult> {
  const file = parse(args);
  try {
    await writeDurably(file, await bankTemplate());
    return done({ file }, [`已写入 ${file}`]);
  } catch (error) {
    return refused({ failure: fileFailure(error, path.basename(file)) }, [`写不了 ${file}`]);
  }
}

function parse(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  return values.out?.endsWith('.xlsx') ? values.out : usage(bankTemplateUsage, '--out 要给出 .xlsx 文件名。');
}
