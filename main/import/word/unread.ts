import type { FileRefusal } from '@shared/bank/imported.ts';

const refusal = (kind: string): FileRefusal => ({
  code: 'format-unknown',
  message: `这是${kind}，请用 Word 或 WPS 打开后另存为 .docx 再导入。`,
});

/** Formats of word processors that are known by their beginning and are not read. */
const unread: readonly { readonly sign: RegExp; readonly refusal: FileRefusal }[] = [
  { sign: /^\s*\{\\rtf/, refusal: refusal(' RTF 文档') },
];

/** The refusal of a document that no reader opens, whatever its name says; null for all others. */
export function unreadDocument(bytes: Buffer): FileRefusal | null {
  const start = bytes.toString('latin1', 0, 1_000);
  return unread.find(({ sign }) => sign.test(start))?.refusal ?? null;
}
