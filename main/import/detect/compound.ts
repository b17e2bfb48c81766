import { rootStreams } from '../archive/compound.ts';
import { refusedAs, type Kind } from './kind.ts';

/** Tells the programs that write compound files apart by the streams in their root. `name` only says what a password hides. */
export function compoundKind(bytes: Buffer, name: string): Kind {
  const streams = rootStreams(bytes);
  if (!streams) return refusedAs('file-unreadable', '文件已损坏（旧版 Office 文件的目录不完整）。');
  if (streams.has('EncryptedPackage')) return encrypted(name);
  if (streams.has('WordDocument')) return { kind: 'doc' };
  if (streams.has('Workbook') || streams.has('Book')) return { kind: 'workbook', format: 'xls' };
  if (streams.has('PowerPoint Document'))
    return refusedAs('format-unknown', '这是演示文稿，请把其中的试题另存为 .docx 或 .xlsx 后再导入。');
  return refusedAs('format-unknown', '这是旧版的 Office 文件，但不是表格或文档；请另存为 .xlsx 或 .docx 后再导入。');
}

function encrypted(name: string): Kind {
  return /\.(?:docx?|wps)$/i.test(name)
    ? refusedAs('file-encrypted', '文档有打开密码，请去掉密码后再导入。', 'docx')
    : refusedAs('file-encrypted', '工作簿有打开密码，请去掉密码后再导入。', 'xlsx');
}
