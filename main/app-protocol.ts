import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

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

/** Serves the built renderer, and nothing outside its folder, under `app://sanxun/`. */
export function serveApp(directory: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = fileOf(directory, url);
    if (!file) return new Response('not found', { status: 404 });
    try {
      return page(file, await readFile(file));
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}

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
