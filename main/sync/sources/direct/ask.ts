import type { Answer, Body } from '../http-reader.ts';
import { Connection } from './connection.ts';
import { readHead, type Head } from './head.ts';

/** A connection that nobody used for so long (ms) is closed; servers close theirs after five seconds at the earliest. */
const restAtMost = 4_000;
const headAtMost = 16_384;
const headEnd = '\r\n\r\n';

/** Asks a server over plain http. Null where its answer is not a plain one. Throws the system's errors and the signal's reason. */
export type AskDirectly = (url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Answer | null>;

/** Keeps connections for the next file. */
export function openDirect(): AskDirectly {
  const resting = new Map<string, readonly Connection[]>();

  function connectionTo(url: URL): Connection {
    const open = (resting.get(url.host) ?? []).filter(({ isOpen }) => isOpen);
    resting.set(url.host, open.slice(0, -1));
    const last = open.at(-1);
    last?.wake();
    return last ?? new Connection(url);
  }

  /** The answer's first bytes. One that rested may have been closed by the server just now: then the next one is taken. */
  async function begin(url: URL, request: string, signal: AbortSignal): Promise<Begun> {
    for (;;) {
      const connection = connectionTo(url);
      const stop = (): void => connection.hangUp();
      signal.addEventListener('abort', stop, { once: true });
      try {
        connection.write(request);
        return { connection, bytes: await connection.read(), forget: () => signal.removeEventListener('abort', stop) };
      } catch (error) {
        signal.removeEventListener('abort', stop);
        connection.hangUp();
        signal.throwIfAborted();
        if (!connection.hasRested) throw error;
      }
    }
  }

  return async (url, headers, signal) => {
    signal.throwIfAborted();
    const begun = await begin(url, requestFor(url, headers), signal);
    const { head, rest } = await wholeHead(begun);
    if (!head) {
      begun.connection.hangUp();
      return null;
    }
    return {
      status: head.status,
      headers: head.headers,
      body: bodyOf(begun, head, rest, () => {
        if (!head.keeps) return begun.connection.hangUp();
        begun.connection.rest(restAtMost);
        resting.set(url.host, [...(resting.get(url.host) ?? []), begun.connection]);
      }),
    };
  };
}

interface Begun {
  readonly connection: Connection;
  readonly bytes: Uint8Array;
  /** The signal ends it no longer. */
  readonly forget: () => void;
}

function requestFor({ pathname, search, host }: URL, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host, accept: '*/*', 'user-agent': 'Sanxun', ...headers });
  return [`GET ${pathname}${search} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

/** Null where it is too long or is not understood. */
async function wholeHead({ connection, bytes }: Begun): Promise<{ readonly head: Head | null; readonly rest: Uint8Array }> {
  let seen = Buffer.from(bytes);
  for (;;) {
    const end = seen.subarray(0, headAtMost).indexOf(headEnd);
    if (end >= 0) return { head: readHead(seen.toString('latin1', 0, end)), rest: seen.subarray(end + headEnd.length) };
    if (seen.length > headAtMost) return { head: null, rest: seen };
    seen = Buffer.concat([seen, await connection.read()]);
  }
}

/** As many bytes as the head has announced. */
function bodyOf({ connection, forget }: Begun, { length }: Head, first: Uint8Array, ended: () => void): Body {
  let left = length;
  let waiting = first;
  let open = true;
  const stop = (end: () => void): void => {
    if (open) end();
    open = false;
    forget();
  };
  async function read(): Promise<{ readonly done: boolean; readonly value: Uint8Array | undefined }> {
    if (left === 0) {
      stop(waiting.length > 0 ? () => connection.hangUp() : ended);
      return { done: true, value: undefined };
    }
    const bytes = waiting.length > 0 ? waiting : await connection.read();
    const value = bytes.subarray(0, left);
    waiting = bytes.subarray(value.length);
    left -= value.length;
    return { done: false, value };
  }
  return {
    getReader: () => ({ read }),
    cancel: async () => stop(() => connection.hangUp()),
  };
}
