import { Refusal } from '../refusal.ts';
import type { Opened, Reader } from './reader.ts';

/** Electron's net.fetch in the program, so that the system's proxy and certificates are honoured; Node's in the command line. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** Reads a repository that any static web server or object store serves. */
export function httpReader(base: string, fetch: Fetch): Reader {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    label: base,
    resumes: true,
    async open(file, from, signal) {
      const response = await ask(fetch, new URL(file, root).href, from, signal, base);
      // Object stores answer 403 for what does not exist (spec 5.3.3 ends the search for newer roots there).
      if (response.status === 404 || response.status === 403) return nothing(response);
      if (response.status === 416) throw new Refusal('truncated', file, `the server has fewer than ${from} bytes`);
      if (!response.ok || !response.body) throw unreachable(base, `${file}: HTTP ${response.status}`);
      requireAsStored(response.headers, file, base);
      return { ...extentOf(response, from, base), body: chunksOf(response.body), date: dateOf(response.headers) };
    },
  };
}

/** A stream's own reader takes half the time of its iterator. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** An answer whose body nobody reads would keep its connection busy. */
async function nothing({ body }: Response): Promise<null> {
  await body?.cancel();
  return null;
}

/**
 * Redirects are followed as fetch does, to other servers too: object stores and content networks answer so, no cookie or
 * password is sent along, and whatever comes is measured by what was signed.
 */
async function ask(fetch: Fetch, url: string, from: number, signal: AbortSignal, base: string): Promise<Response> {
  // identity: our files are compressed already, and what is hashed must be what was sent.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (from > 0) headers.range = `bytes=${from}-`;
  try {
    return await fetch(url, { headers, signal, cache: 'no-store' });
  } catch (error) {
    if (signal.aborted) throw new Refusal('cancelled', base, 'cancelled by the person', error);
    throw new Refusal('source-unreachable', base, `asking for ${url}`, error);
  }
}

/** The log-in page of a hotel or a gateway answers 200 for every address; no file of a repository is a web page. */
function requireAsStored(headers: Headers, file: string, base: string): void {
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) throw unreachable(base, `${file}: a web page came instead of it`);
  const encoding = headers.get('content-encoding') ?? 'identity';
  // fetch would unpack it, and the signed bytes would be lost.
  if (encoding !== 'identity') throw unreachable(base, `${file}: the server packs it once more (Content-Encoding: ${encoding})`);
}

/** 206 must begin where we asked; any 200 begins at 0, whatever was asked. */
function extentOf({ status, headers }: Response, from: number, base: string): Pick<Opened, 'from' | 'total'> {
  if (status !== 206) return { from: 0, total: numberIn(headers.get('content-length')) };
  const [, start, total] = /^bytes (\d+)-\d*\/(\d+|\*)/.exec(headers.get('content-range') ?? '') ?? [];
  if (Number(start) !== from) throw unreachable(base, `asked for byte ${from}, got ${start}`);
  return { from, total: numberIn(total) };
}

const numberIn = (text: string | null | undefined): number | null => (text && /^\d+$/.test(text) ? Number(text) : null);

function dateOf(headers: Headers): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date;
}

const unreachable = (base: string, reason: string): Refusal => new Refusal('source-unreachable', base, reason);
