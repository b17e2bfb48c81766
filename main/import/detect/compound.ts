import { CFB } from '@e965/xlsx';
import { refusedAs, type Kind } from './kind.ts';

const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Whether a file is a compound file ([MS-CFB] 2.2), as Office wrote before 2007 and still does for files with a password. */
export const isCompound = (bytes: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

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

/** Names of the streams that stand directly in the root; those of embedded objects stand deeper. Null where the directory is damaged. */
function rootStreams(bytes: Buffer): ReadonlySet<string> | null {
  try {
    const { FullPaths } = CFB.read(bytes, { type: 'buffer' }) as { readonly FullPaths: readonly string[] }; // the library types it as any
    const [root = ''] = FullPaths;
    return new Set(
      FullPaths.flatMap((path) => (path.startsWith(root) && !path.slice(root.length).includes('/') ? [path.slice(root.length)] : [])),
    );
  } catch {
    return null; // whatever the library stumbles over, the directory is not whole
  }
}
