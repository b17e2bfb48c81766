import type { ExportOutcome } from '@shared/ipc/contract.ts';

export const checksumListName = '校验清单.txt';

/** The list that travels beside the files, for people: UTF-8 with a byte order mark and CRLF, so that every Notepad reads it. */
export function checksumList(files: ExportOutcome['files']): Uint8Array {
  const entries = files.flatMap(({ name, bytes, sha256 }) => [`文件：${name}`, `字节：${bytes}`, `SHA-256：${sha256}`, '']);
  const lines = [
    `校验清单（共 ${files.length} 个文件）`,
    '核对方法：在本文件夹的命令行中执行 certutil -hashfile 文件名 SHA256，与下列值比对。',
    '',
    ...entries,
  ];
  return Buffer.from(`\uFEFF${lines.join('\r\n')}`);
}
