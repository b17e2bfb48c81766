import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportOutcome } from '@shared/ipc/contract.ts';
import { fail, type Result } from '@shared/model/failure.ts';
import { exportFiles } from '../export/export-files.ts';
import { refuse } from '../publish/problem.ts';
import { sealText, unsealText } from '../publish/keys/sealing.ts';
import { receivingKeyOf, type ReceivingKey, type ReceivingKeys } from './receiving-key.ts';

export interface KeyCopy {
  readonly passphrase: string;
  /** Absolute path of the place that the person chose. */
  readonly folder: string;
  /** Milliseconds since 1970; names the folder. */
  readonly now: number;
}

/**
 * Writes the current receiving key for the safe: sealed by a passphrase, with a text that says what it is. Ok means that it
 * was read back from the medium and opened. Without it, a broken disk makes every answer that is still out unreadable.
 */
export async function exportReceivingKey(keys: ReceivingKeys, { passphrase, folder, now }: KeyCopy): Promise<Result<ExportOutcome>> {
  const key = await keys.current();
  const name = `三训收卷密钥 ${new Date(now).toLocaleDateString('sv-SE')}`;
  const file = `receiving-${shortName(key)}.age`;
  const sealed = await sealText(`${heading}\n# ${key.recipient}\n${key.identity}\n`, passphrase);
  const files = [
    { name: file, bytes: Buffer.from(sealed) },
    { name: '说明.txt', bytes: Buffer.from(described(key, file, now)) },
  ];
  const { signal } = new AbortController();
  const outcome = await exportFiles({ folder, name, render: () => Promise.resolve(files), signal, progress: () => undefined });
  if (!outcome.ok) return outcome;
  const written = await unsealReceivingKey(await readFile(path.join(folder, name, file), 'utf8'), passphrase);
  if (written?.identity !== key.identity) return fail('verify-mismatch', file);
  await keys.exported(key.recipient, now);
  return outcome;
}

/** Takes an exported key in and makes it the current one; gives its recipient. Throws PublishRefusal keys-locked. */
export async function importReceivingKey(keys: ReceivingKeys, sealed: string, passphrase: string): Promise<string> {
  const key = await unsealReceivingKey(sealed, passphrase);
  if (!key) return refuse('keys-locked', '密钥文件打不开：口令不正确，或不是收卷密钥文件。');
  await keys.takeIn(key);
  return key.recipient;
}

/** The key in an exported file; null where the passphrase is wrong, or it is none. */
export async function unsealReceivingKey(sealed: string, passphrase: string): Promise<ReceivingKey | null> {
  const text = await unsealText(sealed, passphrase);
  return text?.startsWith(heading) ? receivingKeyIn(text) : null;
}

/** The first age identity in a text; null where there is none. */
export async function receivingKeyIn(text: string): Promise<ReceivingKey | null> {
  const [identity] = /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/.exec(text) ?? [];
  return identity === undefined ? null : receivingKeyOf(identity).catch(() => null); // its checksum is wrong
}

const heading = '# Sanxun receiving key';

/** `age1` and so many letters: enough to tell keys apart. */
const shortName = ({ recipient }: ReceivingKey): string => recipient.slice(4, 12);

/** For whoever opens the safe in some years: UTF-8 with a byte order mark and CRLF, so that every Notepad reads it. */
function described({ recipient }: ReceivingKey, file: string, now: number): string {
  const lines = [
    '三训收卷密钥备份',
    '',
    `导出日期：${new Date(now).toLocaleDateString('sv-SE')}`,
    `文件：${file}`,
    `收卷公钥：${recipient}`,
    '',
    '用途：',
    '  各支部的考试答卷和上报包用收卷公钥加密，只有用这把密钥才能打开。密钥丢失后，还没有收回的答卷和上报包任何人都打不开。',
    '保管：',
    '  口令不要写在本介质上；口令和本介质分开保管。口令忘记后，任何人都无法打开这个文件。',
    '取用：',
    '  在“三训”的“考务”中选择“导入收卷密钥”，选定 .age 文件并输入口令。',
    '  没有“三训”时，可用通用工具 age 打开：age -d 文件名（得到 AGE-SECRET-KEY 开头的密钥）。',
    '核对：',
    '  “校验清单.txt”列出每个文件的 SHA-256。',
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
