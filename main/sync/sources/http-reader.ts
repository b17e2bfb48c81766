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
      if (response.status === 404 || response.status === 403) return null;
      if (response.status === 416) throw new Refusal('truncated', file, `the server has fewer than ${from} bytes`);
      if (!response.ok || !response.body) throw new Refusal('source-unreachable', base, `${file}: HTTP ${response.status}`);
      return openedAt(response, response.body, from, base);
    },
  };
}

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

/** 206 must begin where we asked; any 200 begins at 0, whatever was asked. */
function openedAt(response: Response, body: ReadableStream<Uint8Array>, from: number, base: string): Opened {
  if (response.status !== 206) return { from: 0, body };
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (Number(start) !== from) throw new Refusal('source-unreachable', base, `asked for byte ${from}, got ${start}`);
  return { from, body };
}
