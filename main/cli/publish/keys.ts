import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keyRoles, type KeyRole, type KeysState, type KeyState, type Rotation } from '@shared/ipc/publisher.ts';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { publisherResult } from '../../publish/failure.ts';
import { readRoots } from '../../publish/keys/newest-root.ts';
import { protectKeys } from '../../publish/keys/protect.ts';
import type { KeyRoom } from '../../publish/keys/room.ts';
import { rotate } from '../../publish/keys/rotation.ts';
import { exportKeys } from '../../publish/keys/safe-copy.ts';
import { keysState } from '../../publish/keys/state.ts';
import { importKeys, removeRootKeys } from '../../publish/keys/take-in.ts';
import { openRepository } from '../../publish/repository/repository.ts';
import { done, usage, type CliResult } from '../command.ts';
import { refusedBy } from '../failure-text.ts';
import { passphraseFrom } from './passphrase.ts';
import { unlockedForCommand } from './unlock.ts';
import { collectingLog, untilInterrupted } from '../where.ts';

const line = `sanxun keys status      --keys DIR --repo DIR
       sanxun keys protect     --keys DIR --role root|online [--open]
       sanxun keys export      --keys DIR --role root|online --to DIR [--repo DIR]
       sanxun keys import      --keys DIR --file FILE.age [--repo DIR]
       sanxun keys remove-root --keys DIR --repo DIR
       sanxun keys rotate      --keys DIR --repo DIR --online | --renew | --sign-again | --root KEYS --threshold N
  口令 passphrase: SANXUN_PASSPHRASE，新口令 new SANXUN_NEW_PASSPHRASE，备份的口令 of copies SANXUN_EXPORT_PASSPHRASE`;

const options = {
  keys: { type: 'string' },
  repo: { type: 'string' },
  role: { type: 'string' },
  open: { type: 'boolean', default: false },
  to: { type: 'string' },
  file: { type: 'string' },
  online: { type: 'boolean', default: false },
  renew: { type: 'boolean', default: false },
  'sign-again': { type: 'boolean', default: false },
  root: { type: 'string' },
  threshold: { type: 'string', default: '1' },
} as const;

type Values = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options }).values;
}

/** One of the commands on keys: what it does, with its sealed keys opened as far as the passphrase goes. */
type Work = (room: KeyRoom, values: Values) => Promise<CliResult>;

const command =
  (work: Work) =>
  async (args: readonly string[]): Promise<CliResult> => {
    const values = parse(args);
    const { keys = usage(line, '缺少 --keys') } = values;
    const { messages, log } = collectingLog();
    const result = await publisherResult(log, path.basename(keys), async () => {
      const room = { directory: path.resolve(keys), repository: values.repo ?? null, unlocked: await unlockedForCommand(keys) };
      return work(room, values);
    });
    return result.ok ? result.value : refusedBy(result.failure, messages);
  };

export const keysStatus = command(async (room, values) => {
  const { repository } = withRepository(room, values);
  const state = await keysState(room, await openRepository(repository));
  const fingerprint = (await readRoots(repository))?.fingerprint ?? '';
  return done({ ok: true, fingerprint, ...state }, [
    `发布单位指纹 Fingerprint: ${shortFingerprint(fingerprint)}`,
    ...linesOf('根密钥 Root', state.root.keys),
    `  签名需要 threshold ${state.root.threshold}，有效期到 expires ${state.rootExpires}`,
    ...linesOf('发布密钥 Online', state.online),
    `  签名有效期到 expires ${state.expires}`,
  ]);
});

export const keysProtect = command(async (room, values) => {
  const role = roleIn(values);
  const current = process.env.SANXUN_PASSPHRASE ?? null;
  const fresh = values.open ? null : await passphraseFrom(['SANXUN_NEW_PASSPHRASE', 'SANXUN_PASSPHRASE'], '新口令 New passphrase', line);
  await protectKeys(room, role, fresh, current);
  return done({ ok: true, role, sealed: fresh !== null }, [fresh === null ? '口令保护已取消。' : '密钥已用口令保护。']);
});

export const keysExport = command(async (room, values) => {
  const { to = usage(line, '缺少 --to') } = values;
  const passphrase = await passphraseFrom(['SANXUN_EXPORT_PASSPHRASE', 'SANXUN_PASSPHRASE'], '备份的口令 Passphrase of the copy', line);
  const how = { signal: untilInterrupted(), progress: () => undefined };
  const exported = await exportKeys(room, { role: roleIn(values), passphrase, folder: path.resolve(to), now: Date.now(), ...how });
  if (!exported.ok) return refusedBy(exported.failure, []);
  return done({ ok: true, ...exported.value }, [`已导出并核对：${exported.value.folderLabel}`]);
});

export const keysImport = command(async (room, values) => {
  const { file = usage(line, '缺少 --file') } = values;
  const passphrase = await passphraseFrom(['SANXUN_PASSPHRASE'], '口令 Passphrase', line);
  const role = await importKeys(room, await readFile(file, 'utf8'), passphrase);
  return done({ ok: true, role }, [`已导入${role === 'root' ? '根密钥' : '发布密钥'}。`]);
});

export const keysRemoveRoot = command(async (room, values) => {
  await removeRootKeys(withRepository(room, values));
  return done({ ok: true }, ['根密钥已从本机移除。']);
});

export const keysRotate = command(async (room, values) => {
  const outcome = await rotate(withRepository(room, values), rotationIn(values), Date.now());
  return done({ ok: true, ...outcome }, [`已签发；根文件是第 ${outcome.version} 版，指纹不变。Signed; root version ${outcome.version}.`]);
});

const withRepository = (room: KeyRoom, { repo = usage(line, '缺少 --repo') }: Values) => ({ ...room, repository: repo });

function roleIn({ role }: Values): KeyRole {
  return keyRoles.find((known) => known === role) ?? usage(line, '--role 要写 root 或 online');
}

function rotationIn({ online, renew, 'sign-again': signAgain, root, threshold }: Values): Rotation {
  if ([online, renew, signAgain, root !== undefined].filter(Boolean).length !== 1)
    usage(line, '--online、--renew、--sign-again、--root 写一个');
  if (online) return { kind: 'online' };
  if (renew) return { kind: 'renew' };
  if (signAgain) return { kind: 'sign-again' };
  const [keys, needed] = [Number(root), Number(threshold)];
  const sound = Number.isInteger(keys) && Number.isInteger(needed) && needed >= 1 && needed <= keys && keys <= 9;
  return sound ? { kind: 'root', keys, threshold: needed } : usage(line, '--root 写 1 到 9 把，--threshold 不超过它');
}

const places = { open: '本机 here', sealed: '本机，有口令 here, sealed', elsewhere: '不在本机 elsewhere' } as const satisfies Record<
  KeysState['online'][number]['here'],
  string
>;

const linesOf = (title: string, keys: readonly KeyState[]): readonly string[] =>
  keys.map(({ id, here }) => `${title} ${id}：${places[here]}`);
