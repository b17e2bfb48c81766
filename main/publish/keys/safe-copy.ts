import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportOutcome } from '@shared/ipc/contract.ts';
import type { KeyRole } from '@shared/ipc/publisher.ts';
import { fail, type Result } from '@shared/model/failure.ts';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { exportFiles, type FilesExport, type Rendered } from '../../export/export-files.ts';
import { refuse } from '../problem.ts';
import { readKeyFolder, requireApart, writeRegister } from './folder.ts';
import { roleNames } from './keys.ts';
import type { RootChain } from '../../mirror/root-chain.ts';
import { onlineIds, readRoots, rootIds } from './newest-root.ts';
import { holds, usableKeys, type KeyRoom } from './room.ts';
import { seal } from './sealing.ts';
import { shortId, type SecretKey } from './signing-key.ts';

export interface KeyExport extends Pick<FilesExport, 'signal' | 'progress'> {
  readonly role: KeyRole;
  /** It seals the copies, whatever passphrase the keys have here. */
  readonly passphrase: string;
  /** Absolute path of the place that the person chose. */
  readonly folder: string;
  /** Milliseconds since 1970; names the folder. */
  readonly now: number;
}

/**
 * Writes the keys of a role for the safe: a sealed file of each, so that several people can keep one each, and a text that
 * says what they are. Ok means that every file was read back from the medium and opened. Throws PublishRefusal.
 */
export async function exportKeys(
  room: KeyRoom,
  { role, passphrase, folder, now, signal, progress }: KeyExport,
): Promise<Result<ExportOutcome>> {
  const roots = room.repository === null ? null : await readRoots(room.repository);
  const keys = namedBy(roots, role, usableKeys(await readKeyFolder(room.directory), role, room.unlocked));
  if (keys.length === 0) refuse('keys-missing', `本机没有${roleNames[role]}。`);
  const name = `三训${roleNames[role]} ${localDay(now)}`;
  if (room.repository !== null) await requireApart(path.join(folder, name), room.repository);
  const files = await render(role, keys, passphrase, describe({ role, keys, now, fingerprint: roots?.fingerprint ?? '' }));
  const outcome = await exportFiles({ folder, name, render: () => Promise.resolve(files), signal, progress });
  if (!outcome.ok) return outcome;
  for (const key of keys) {
    const file = path.join(folder, name, fileOf(role, key));
    if (!(await holds(await readFile(file, 'utf8'), passphrase, [key]))) return fail('verify-mismatch', path.basename(file));
  }
  await remember(room, keys, now);
  return outcome;
}

async function render(role: KeyRole, keys: readonly SecretKey[], passphrase: string, text: string): Promise<readonly Rendered[]> {
  const files: Rendered[] = [];
  for (const key of keys) files.push({ name: fileOf(role, key), bytes: Buffer.from(await seal(role, [key], passphrase)) });
  return [...files, { name: '说明.txt', bytes: Buffer.from(text) }];
}

/** Only now may they leave this computer. */
async function remember({ directory }: KeyRoom, keys: readonly SecretKey[], now: number): Promise<void> {
  const { register } = await readKeyFolder(directory);
  const exported = { ...register.exported, ...Object.fromEntries(keys.map((key) => [key.public.keyID, now])) };
  await writeRegister(directory, { ...register, exported });
}

/** Keys that the newest root no longer names, or does not name yet, are not worth a place in the safe. */
function namedBy(roots: RootChain | null, role: KeyRole, keys: readonly SecretKey[]): readonly SecretKey[] {
  if (roots === null) return keys;
  const named = role === 'root' ? rootIds(roots.newest) : onlineIds(roots.newest);
  return keys.filter((key) => named.includes(key.public.keyID));
}

const fileOf = (role: KeyRole, key: SecretKey): string => `${role}-${shortId(key.public.keyID)}.age`;

/** 2026-09-01, by the clock on the wall. */
const localDay = (now: number): string => new Date(now).toLocaleDateString('sv-SE');

interface Described {
  readonly role: KeyRole;
  readonly keys: readonly SecretKey[];
  readonly now: number;
  readonly fingerprint: string;
}

/** For whoever opens the safe in some years: UTF-8 with a byte order mark and CRLF, so that every Notepad reads it. */
function describe({ role, keys, now, fingerprint }: Described): string {
  const lines = [
    `三训${roleNames[role]}备份`,
    '',
    `导出日期：${localDay(now)}`,
    ...(fingerprint === '' ? [] : [`发布单位指纹：${shortFingerprint(fingerprint)}`, fingerprint]),
    '',
    ...keys.flatMap((key) => [`文件：${fileOf(role, key)}`, `密钥编号：${key.public.keyID}`, '']),
    '用途：',
    role === 'root' ? '  根密钥用来更换发布密钥和根密钥本身，平时不用，请锁在保险柜里。' : '  发布密钥用来签发每一次发布的数据包。',
    '保管：',
    '  口令不要写在本介质上；口令和本介质分开保管。口令忘记后，任何人都无法打开这些文件。',
    '  至少保存两份，每年检查一次能否打开。',
    '取用：',
    '  在“三训”的“发布”中选择“导入密钥”，选定 .age 文件并输入口令。',
    '  没有“三训”时，可用通用工具 age 打开：age -d 文件名（得到 PEM 格式的 Ed25519 私钥）。',
    '核对：',
    '  “校验清单.txt”列出每个文件的 SHA-256。',
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
