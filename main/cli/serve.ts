import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { done, usage, type CliResult } from './command.ts';
import { untilInterrupted } from './where.ts';

const line = 'sanxun serve --repo DIR [--port N] [--minutes N]';
const options = { repo: { type: 'string' }, port: { type: 'string', default: '0' }, minutes: { type: 'string', default: '60' } } as const;

/** `serve`: offers a folder to this machine, for trying sync. Ends at Ctrl+C or after some minutes. */
export async function serve(args: readonly string[]): Promise<CliResult> {
  const { values } = parseArgs({ args: [...args], options });
  const { repo = usage(line, '缺少 --repo') } = values;
  const minutes = numberIn(values.minutes, 24 * 60);
  const server = await serveFolder(repo, numberIn(values.port, 65_535));
  const url = urlOf(server);
  console.error(`${path.resolve(repo)} → ${url}（${minutes} 分钟后停止；Ctrl+C 立即停止）`);
  console.log(JSON.stringify({ url }));
  await sleep(minutes * 60_000, null, { signal: untilInterrupted() }).catch(() => undefined);
  server.close();
  server.closeAllConnections();
  return done(null, []);
}

function numberIn(text: string, most: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 && number <= most ? number : usage(line, `不是有效的数字：${text}`);
}

/** A static server with ranges, reachable from this machine only. Port 0 takes a free one. */
export async function serveFolder(directory: string, port: number): Promise<Server> {
  const root = path.resolve(directory);
  const server = createServer((request, response) => void answer(root, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/`;
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const file = fileFor(root, request.url ?? '/');
    const entry = file === null ? null : await stat(file).catch(() => null);
    if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
    else if (file === null || !entry?.isFile()) response.writeHead(404).end();
    else await send({ file, size: entry.size }, request, response);
  } catch {
    response.destroy(); // the other side went away while we sent
  }
}

/** Null for what lies outside the folder. */
function fileFor(root: string, url: string): string | null {
  const file = path.join(root, decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname));
  return file.startsWith(root + path.sep) ? file : null;
}

interface Served {
  readonly file: string;
  readonly size: number;
}

async function send({ file, size }: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  if (range && start > end) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const part = range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {};
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...part,
  });
  if (request.method === 'HEAD' || size === 0) response.end();
  else await pipeline(createReadStream(file, { start, end }), response);
}
