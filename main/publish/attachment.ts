import path from 'node:path';
import { safeFileName } from '../export/file-name.ts';
import { refuse } from './problem.ts';
import type { Attachment } from './repository/large-files.ts';

/** Media types by ending; what is not listed here is saved, not played. */
const types: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.vtt': 'text/vtt',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file as an attachment under its own name, which has to be one that every system takes. Throws PublishRefusal. */
export function attachmentOf(file: string): Attachment {
  const name = path.basename(file).normalize('NFC');
  if (safeFileName(name) !== name)
    refuse('file-refused', `附件“${name}”的文件名在别的系统上不能用或太长，请改为“${safeFileName(name)}”再发布。`);
  return { path: file, name, type: types[path.extname(name).toLowerCase()] ?? 'application/octet-stream' };
}
