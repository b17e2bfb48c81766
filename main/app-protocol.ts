import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { serveFile } from './file-response.ts';
import type { ServedFile } from './sync/store/served-file.ts';

/** The page's origin. It names the database on disk: it never changes, or every record is orphaned. */
export const origin = 'app://sanxun';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** The content policy of every page: our own scripts only, no inline, no eval; styles by file or by nonce. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** Gives a large file of an installed package by its SHA-256; null for anything else. */
export type OpenFile = (sha256: string) => Promise<ServedFile | null>;

/**
 * Serves the built renderer, and nothing outside its folder, under `app://sanxun/`; large files of installed packages
 * under `app://sanxun/files/<sha256>`.
 */
export function serveApp(directory: string, openFile: OpenFile): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const [, sha256] = `${url.protocol}//${url.host}` === origin ? (/^\/files\/([0-9a-f]{64})$/.exec(url.pathname) ?? []) : [];
    if (sha256) return serveFile(await openFile(sha256), request.headers.get('range'));
    const file = fileOf(directory, url);
    if (!file) return notFound();
    try {
      return page(file, await readFile(file));
    } catch {
      return notFound();
    }
  });
}

const notFound = (): Response => new Response('not found', { status: 404 });

/** The file behind an address, or null where it would leave the folder. */
export function fileOf(directory: string, url: URL): string | null {
  if (`${url.protocol}//${url.host}` !== origin || !isDecodable(url.pathname)) return null;
  const relative = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname).slice(1);
  const file = path.resolve(directory, relative);
  return file.startsWith(path.resolve(directory) + path.sep) ? file : null;
}

function isDecodable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

function page(file: string, body: Buffer): Response {
  const headers = { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' };
  if (!file.endsWith('.html')) return new Response(new Uint8Array(body), { headers });
  const nonce = randomBytes(16).toString('base64');
  return new Response(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), {
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce), 'cache-control': 'no-store' },
  });
}
