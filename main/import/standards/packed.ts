import type { FileRefusal } from '@shared/bank/imported.ts';
import { ArchiveFault } from '../archive/archive.ts';

/** What a fault of an archive means for the file; anything else is thrown on. */
export function faultRefusal(fault: unknown): FileRefusal {
  if (!(fault instanceof ArchiveFault)) throw fault;
  const codes = { 'too-large': 'file-too-large', encrypted: 'file-encrypted', damaged: 'file-unreadable' } as const;
  return { code: codes[fault.kind], message: `压缩包不能打开：${fault.message}。` };
}
