import path from 'node:path';
import { splitAddress } from '../address.ts';
import type { Fetch } from '../sync/sources/http-reader.ts';
import { Refusal } from '../sync/refusal.ts';
import type { Depot } from './depot.ts';
import { openLine, refusalOf, type Answer } from './line.ts';

export interface WebdavPlace {
  /** Address of the folder that becomes the repository. */
  readonly url: string;
  /** Both '' where the server asks for none. */
  readonly user: string;
  readonly password: string;
}

/** Answers to requests that bring nothing back are read up to so many bytes. */
const shortAnswer = 100_000;

/** A folder on a WebDAV server (RFC 4918): nginx with its dav module, Apache, and others. */
export function webdavDepot({ url, user, password }: WebdavPlace, fetch: Fetch): Depot {
  const given = splitAddress(url);
  const base = new URL(given.url.endsWith('/') ? given.url : `${given.url}/`);
  const [name, secret] = [given.user || user, given.password || password];
  const label = base.href;
  const line = openLine(label, fetch);
  const folders = new Map<string, Promise<Answer>>();
  const authorization: Readonly<Record<string, string>> =
    name === '' ? {} : { authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` };

  function ask(
    method: string,
    file: string,
    signal: AbortSignal,
    { body = null, headers = {}, cap = shortAnswer }: Asked = {},
  ): Promise<Answer> {
    const all = { 'accept-encoding': 'identity', ...authorization, ...headers };
    return line.send(() => Promise.resolve({ method, url: new URL(file, base).href, headers: all, body }), cap, signal);
  }

  async function found(method: 'GET' | 'HEAD', file: string, cap: number, signal: AbortSignal): Promise<Answer | null> {
    const answer = await ask(method, file, signal, { cap });
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw refusalOf(answer, file, label);
    return answer;
  }

  async function write(file: string, body: Buffer, signal: AbortSignal): Promise<void> {
    await makeFolder(path.posix.dirname(file), signal);
    const answer = await ask('PUT', file, signal, { body });
    if (!isTaken(answer)) throw refusalOf(answer, file, label);
  }

  /**
   * Makes the folder of a file, once: nginx answers 500 to a file whose folder is missing. RFC 4918 9.3: 405 says that it
   * is there already. What else goes wrong shows at the PUT: some servers make folders by themselves.
   */
  async function makeFolder(folder: string, signal: AbortSignal): Promise<void> {
    const isBase = folder === '.';
    if (!isBase) await makeFolder(path.posix.dirname(folder), signal);
    const making = folders.get(folder) ?? ask('MKCOL', isBase ? '' : `${folder}/`, signal);
    folders.set(folder, making);
    await making;
  }

  async function find(file: string, signal: AbortSignal): Promise<number | null> {
    const answer = await found('HEAD', file, shortAnswer, signal);
    return answer && Number(answer.headers.get('content-length') ?? Number.NaN);
  }

  async function read(file: string, cap: number, signal: AbortSignal): Promise<Buffer | null> {
    return (await found('GET', file, cap, signal))?.body ?? null;
  }

  async function prove(file: string, bytes: Buffer, signal: AbortSignal): Promise<void> {
    const there = await read(file, bytes.length + shortAnswer, signal);
    if (!there?.equals(bytes)) throw new Refusal('verify-mismatch', file, `${there?.length ?? 0} of ${bytes.length} bytes came back`);
  }

  return {
    label,
    find,
    read,
    prepare: () => Promise.resolve(),
    async put(file, bytes, signal) {
      await write(file, bytes, signal);
      // A server that says no length has to show the whole file.
      const length = await find(file, signal);
      if (length !== bytes.length) await prove(file, bytes, signal);
    },
    /** A temporary name and MOVE, where the server can. */
    async putLast(file, bytes, signal) {
      const temporary = `${file}.new`;
      await write(temporary, bytes, signal);
      await prove(temporary, bytes, signal);
      const moved = await ask('MOVE', temporary, signal, { headers: { destination: new URL(file, base).href, overwrite: 'T' } });
      if (!isTaken(moved)) {
        await write(file, bytes, signal);
        await ask('DELETE', temporary, signal);
      }
      await prove(file, bytes, signal);
    },
  };
}

interface Asked {
  readonly body?: Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cap?: number;
}

const isTaken = ({ status }: Answer): boolean => [200, 201, 204].includes(status);
