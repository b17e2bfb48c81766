import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { Key, Signature } from '@tufjs/models';
import { codeOf, writeDurably } from '../../files.ts';
import { refuse } from '../problem.ts';

/** A key that signs one kind of role. */
export interface SigningKey {
  readonly public: Key;
  readonly sign: (bytes: Buffer) => Signature;
}

/** The root key names all others and can stay in a drawer; the online key signs every publication. */
export interface Keys {
  readonly root: SigningKey;
  readonly online: SigningKey;
}

const files = { root: 'root.pem', online: 'online.pem' } as const;

/**
 * The keys in a folder of their own. They are made at the first use, unless the repository exists already: then its
 * keys are elsewhere. Throws PublishRefusal.
 */
export async function openKeys(directory: string, repository: string, repositoryExists: boolean): Promise<Keys> {
  await requireApart(directory, repository);
  const names = await namesIn(directory);
  const present = Object.values(files).filter((name) => names.includes(name));
  if (present.length === 0 && !repositoryExists) await makeKeys(directory);
  else if (present.length < 2) refuse('keys-missing', `密钥文件夹里没有这个仓库的密钥：${directory}（应有 root.pem 和 online.pem）。`);
  await requirePrivate(directory);
  return { root: await readKey(directory, files.root), online: await readKey(directory, files.online) };
}

/** Who copies the repository to a stick must not copy the keys with it. */
async function requireApart(keys: string, repository: string): Promise<void> {
  const [one, other] = await Promise.all([resolved(keys), resolved(repository)]);
  if (isInside(one, other) || isInside(other, one)) {
    refuse('keys-inside-repository', '密钥文件夹和发布文件夹不能互相包含：发布文件夹会被拷贝出去，密钥必须单独保管。');
  }
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

async function makeKeys(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  for (const name of Object.values(files)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const file = path.join(directory, name);
    await writeDurably(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await chmod(file, 0o600);
  }
}

/** Only the owner may read. Windows keeps rights in lists that Node does not show; there the folder's owner is trusted. */
async function requirePrivate(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const file of [directory, ...Object.values(files).map((name) => path.join(directory, name))]) {
    const mode = (await stat(file)).mode & 0o777;
    if ((mode & 0o077) !== 0) {
      refuse('keys-too-open', `密钥的权限太宽，其他用户可以读取：${file}（${mode.toString(8)}）。请运行 chmod go-rwx 收紧后再试。`);
    }
  }
}

async function readKey(directory: string, name: string): Promise<SigningKey> {
  try {
    return signingKey(createPrivateKey(await readFile(path.join(directory, name))));
  } catch (error) {
    return refuse('keys-missing', `密钥文件读不出来：${path.join(directory, name)}。`, error);
  }
}

function signingKey(secret: KeyObject): SigningKey {
  // The last 32 bytes of the DER form are the key itself.
  const hex = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const json = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } };
  const keyID = createHash('sha256').update(canonicalize(json)).digest('hex');
  return {
    public: Key.fromJSON(keyID, json),
    sign: (bytes) => new Signature({ keyID, sig: sign(null, bytes, secret).toString('hex') }),
  };
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
