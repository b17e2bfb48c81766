import { Refusal } from '../refusal.ts';
import type { Opened, Reader } from './reader.ts';

/** Electron's net.fetch in the program, so that the system's proxy and certificates are honoured; Node's in the command line. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** What a server says. `Response` is one. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body | null;
}

export interface Body {
  /** What a read gives is good until the next one. */
  getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> };
  cancel(): Promise<void>;
}

interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly cache: 'no-store';
}

/** How a file is asked for: `fetch`, or what stands before it. */
export type Get = (url: string, options: GetOptions) => Promise<Answer>;

/** Reads a repository that any static web server or object store serves. */
export function httpReader(base: string, get: Get): Reader {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    label: base,
    resumes: true,
    async open(file, from, signal) {
      const response = await askWhole(get, new URL(file, root).href, from, signal, base);
      // Object stores answer 403 for what does not exist (spec 5.3.3 ends the search for newer roots there).
      if ([403, 404, 410].includes(response.status)) return nothing(response);
      if (response.status === 416) throw new Refusal('truncated', file, `the server has fewer than ${from} bytes`);
      if (!isGood(response.status) || !response.body) throw unreachable(base, `${file}: HTTP ${response.status}`);
      requireFile(response.headers, file, base);
      return { ...extentOf(response, from, base), body: chunksOf(response.body), date: dateOf(response.headers) };
    },
  };
}

/** A stream's own reader takes half the time of its iterator. */
async function* chunksOf(body: Body): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done && next.value; next = await reader.read()) yield next.value;
}

const isGood = (status: number): boolean => status >= 200 && status < 300;

/** An answer whose body nobody reads would keep its connection busy. */
async function nothing({ body }: Answer): Promise<null> {
  await body?.cancel();
  return null;
}

/** Part of what a server packs on the way is a part of the packed bytes: of such files only the whole can be had. */
async function askWhole(get: Get, url: string, from: number, signal: AbortSignal, base: string): Promise<Answer> {
  const response = await ask(get, url, from, signal, base);
  if (response.status !== 206 || encodingOf(response.headers) === 'identity') return response;
  await response.body?.cancel();
  return ask(get, url, 0, signal, base);
}

/**
 * Redirects are followed as fetch does, to other servers too: object stores and content networks answer so, no cookie or
 * password is sent along, and whatever comes is measured by what was signed.
 */
async function ask(get: Get, url: string, from: number, signal: AbortSignal, base: string): Promise<Answer> {
  // identity: our files are compressed already, and what is hashed must be what was sent.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (from > 0) headers.range = `bytes=${from}-`;
  try {
    return await get(url, { headers, signal, cache: 'no-store' });
  } catch (error) {
    if (signal.aborted) throw new Refusal('cancelled', base, 'cancelled by the person', error);
    throw new Refusal('source-unreachable', base, `asking for ${url}`, error);
  }
}

/** The log-in page of a hotel or a gateway answers 200 for every address, and few files of a repository are web pages. */
function requireFile(headers: Headers, file: string, base: string): void {
  const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '');
  if (isPage && !/^targets\/.*\.html?$/i.test(file)) throw unreachable(base, `${file}: a web page came instead of it`);
  const encoding = encodingOf(headers);
  // fetch unpacks it on the way. Where the server means the packing of the file itself, the signed bytes would be lost.
  const isUnpacked = ['gzip', 'x-gzip', 'deflate', 'br'].includes(encoding) && !/\.(?:gz|br|zst)$/.test(file);
  if (encoding !== 'identity' && !isUnpacked) throw unreachable(base, `${file}: the server sends it as Content-Encoding: ${encoding}`);
}

const encodingOf = (headers: Headers): string => headers.get('content-encoding')?.toLowerCase() || 'identity';

/** 206 must begin where we asked; any 200 begins at 0, whatever was asked. */
function extentOf({ status, headers }: Answer, from: number, base: string): Pick<Opened, 'from' | 'total'> {
  // The length of what was packed on the way says nothing about the file.
  if (status !== 206) return { from: 0, total: encodingOf(headers) === 'identity' ? numberIn(headers.get('content-length')) : null };
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
