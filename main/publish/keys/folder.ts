import { chmod, mkdir, readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { keyRoles, type KeyRole } from '@shared/ipc/publisher.ts';
import { codeOf, readJson, syncDirectory, writeDurably } from '../../files.ts';
import { refuse } from '../problem.ts';
import { keysIn, shortId, type SecretKey } from './signing-key.ts';

/** What lies in the folder of the keys: `root.pem`, further ones `root-<id>.pem`, sealed ones all in `root.age`; the same of `online`. */
export interface KeyFolder {
  readonly directory: string;
  readonly roles: Readonly<Record<KeyRole, RoleFiles>>;
  readonly register: Register;
}

export interface RoleFiles {
  readonly open: readonly { readonly file: string; readonly key: SecretKey }[];
  /** Armored age text; null where no key of this role is sealed. */
  readonly sealed: string | null;
}

const ids = z.array(z.string());
const registerSchema = z.object({
  /** Ids of the keys in each sealed file: without its passphrase nobody else could say. */
  sealed: z.object({ root: ids, online: ids }),
  /** When a key was exported for the safe and read back, by its id; milliseconds since 1970. */
  exported: z.record(z.string(), z.number()),
});

/** What is known of the keys without any secret: `keys.json` beside them. */
export type Register = Readonly<z.infer<typeof registerSchema>>;

const registerName = 'keys.json';
const emptyRegister: Register = { sealed: { root: [], online: [] }, exported: {} };
const keyFile = /^(root|online)(-[0-9a-f]{16})?\.pem$/;

/** Reads the folder; one that does not exist is empty. Throws PublishRefusal keys-too-open, keys-missing. */
export async function readKeyFolder(directory: string): Promise<KeyFolder> {
  const names = await namesIn(directory);
  const secrets = names.filter((name) => keyFile.test(name) || keyRoles.some((role) => name === sealedName(role)));
  if (secrets.length > 0) await requirePrivate(directory, secrets);
  const read = async (role: KeyRole): Promise<RoleFiles> => ({
    open: await Promise.all(names.filter((name) => keyFile.exec(name)?.[1] === role).map((file) => readOpen(directory, file))),
    sealed: names.includes(sealedName(role)) ? await readFile(path.join(directory, sealedName(role)), 'utf8') : null,
  });
  const register = registerSchema.safeParse(await readJson(path.join(directory, registerName)).catch(() => null));
  return { directory, roles: { root: await read('root'), online: await read('online') }, register: register.data ?? emptyRegister };
}

/** Who copies the repository to a stick must not copy the keys with it. Throws PublishRefusal. */
export async function requireApart(keys: string, repository: string): Promise<void> {
  if (await overlap(keys, repository)) {
    refuse('keys-inside-repository', '密钥文件夹和发布文件夹不能互相包含：发布文件夹会被拷贝出去，密钥必须单独保管。');
  }
}

/** Puts a key into the folder as it is, for the owner only. */
export async function writeOpen(directory: string, role: KeyRole, key: SecretKey): Promise<void> {
  const first = `${role}.pem`;
  const name = (await namesIn(directory)).includes(first) ? `${role}-${shortId(key.public.keyID)}.pem` : first;
  await writeSecret(directory, name, key.pem);
}

/** Puts the sealed keys of a role in the place of those before. */
export async function writeSealed(directory: string, role: KeyRole, text: string): Promise<void> {
  await writeSecret(directory, sealedName(role), text);
}

export async function writeRegister(directory: string, register: Register): Promise<void> {
  await writeDurably(path.join(directory, registerName), `${JSON.stringify(register, null, 2)}\n`);
}

export async function removeFiles(directory: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(path.join(directory, name), { force: true });
  if (names.length > 0) await syncDirectory(directory);
}

export const sealedName = (role: KeyRole): string => `${role}.age`;

async function writeSecret(directory: string, name: string, text: string): Promise<void> {
  const existed = (await namesIn(directory)).length > 0;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (!existed) await chmod(directory, 0o700);
  await writeDurably(path.join(directory, name), text, 0o600);
}

async function readOpen(directory: string, file: string): Promise<RoleFiles['open'][number]> {
  try {
    const [key] = keysIn(await readFile(path.join(directory, file), 'utf8'));
    if (key) return { file, key };
  } catch (error) {
    return refuse('keys-missing', `密钥文件读不出来：${path.join(directory, file)}。`, error);
  }
  return refuse('keys-missing', `密钥文件读不出来：${path.join(directory, file)}。`);
}

/** Only the owner may read. Windows keeps rights in lists that Node does not show; there the folder's owner is trusted. */
async function requirePrivate(directory: string, names: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  for (const file of [directory, ...names.map((name) => path.join(directory, name))]) {
    const mode = (await stat(file)).mode & 0o777;
    if ((mode & 0o077) !== 0) {
      refuse('keys-too-open', `密钥的权限太宽，其他用户可以读取：${file}（${mode.toString(8)}）。请运行 chmod go-rwx 收紧后再试。`);
    }
  }
}

/** Whether two folders, which may not exist yet, are the same one or lie in each other. */
export async function overlap(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([resolved(one), resolved(other)]);
  return isInside(first, second) || isInside(second, first);
}

/** The real path of a folder that may not exist yet. */
async function resolved(directory: string): Promise<string> {
  const absolute = path.resolve(directory);
  try {
    return await realpath(absolute);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return path.join(await resolved(path.dirname(absolute)), path.basename(absolute));
  }
}

function isInside(parent: string, child: string): boolean {
  const relative = path.relative(parent, child);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
