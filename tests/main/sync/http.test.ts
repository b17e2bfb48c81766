import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { serveFolder, urlOf } from '../../../main/cli/serve.ts';
import { directly } from '../../../main/sync/sources/direct/directly.ts';
import { httpReader } from '../../../main/sync/sources/http-reader.ts';
import { readCapped, watched } from '../../../main/sync/sources/reader.ts';
import { openCellar, openShelf, wholeOf } from './transfer/support.ts';
import { day, failureOf, noon, numbers, openBranch, openBureau, question, valueOf } from './support.ts';

vi.mock(import('../../../main/limits.ts'), async (load) => {
  const { limits } = await load();
  return { limits: { ...limits, firstRetry: 1 } as unknown as typeof limits };
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** How a server misbehaves with one file. */
interface Manners {
  /** Bytes after which the line is cut. */
  readonly cut?: number;
  /** Bytes after which nothing more comes, the line staying open. */
  readonly stall?: number;
  readonly ignoresRange?: boolean;
  /** Sends for ever. */
  readonly endless?: RegExp;
  /** Said in place of the true ones. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Says nothing for ever. */
  readonly silent?: RegExp;
  readonly status?: number;
}

interface Line {
  readonly url: string;
  manners: Manners;
  readonly requests: string[];
  sent: number;
}

async function serve(root: string): Promise<Line> {
  const line: Line = { url: '', manners: {}, requests: [], sent: 0 };
  const server = createServer((request, response) => void answer(root, line, request, response));
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(line, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

async function answer(root: string, line: Line, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { manners } = line;
  const url = request.url ?? '';
  line.requests.push(`${url} ${request.headers.range ?? ''}`.trim());
  if (manners.status) return void response.writeHead(manners.status, manners.headers).end();
  if (manners.silent?.test(url)) return;
  if (manners.endless?.test(url)) return sendForEver(response);
  const whole = await readFile(path.join(root, url)).catch(() => null);
  if (!whole) return void response.writeHead(404).end();
  const from = manners.ignoresRange ? 0 : Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const bytes = whole.subarray(from);
  const range = from > 0 ? { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length, ...range, ...manners.headers });
  const most = manners.cut ?? manners.stall ?? bytes.length;
  const piece = bytes.length > most ? bytes.subarray(0, most) : bytes;
  line.sent += piece.length;
  if (piece === bytes) return void response.end(bytes);
  response.write(piece, () => manners.cut && setTimeout(() => request.socket.destroy(), 5));
}

function sendForEver(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(Buffer.alloc(65_536, 32)), 1);
  response.on('close', () => clearInterval(timer));
}

/** Questions that do not compress, so that blocks are large. */
const noise = (count: number) =>
  numbers(count).map((number) => ({
    ...question(number),
    explanation: Array.from({ length: 300 }, (_, place) =>
      String.fromCodePoint(0x4e00 + ((number * 7919 + place * 104_729) % 20_000)),
    ).join(''),
  }));

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

describe('a web server', () => {
  test('gives the same as the folder, and nothing twice', async () => {
    const bureau = await openBureau();
    await bureau.publish(noise(600));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    const findings = valueOf(await branch.sync(source));
    expect(findings.packages).toMatchObject([{ added: 600 }]);
    await branch.packages.settle([findings.packages[0]!.staged]);
    expect(findings.transferredBytes).toBeLessThanOrEqual(line.sent);
    line.requests.length = 0;
    await branch.update(source);
    expect(line.requests).toEqual(['/metadata/2.root.json', '/metadata/timestamp.json']);
  });

  test('a line that is cut again and again is taken up where it broke', async () => {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish(noise(500));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    line.manners = { cut: 60_000 };
    const size = manifest.blocks[0]!.length;
    expect(size).toBeGreaterThan(200_000);
    expect(valueOf(await branch.sync(source)).transferredBytes).toBeLessThan(size * 1.05);
    expect(line.requests.filter((request) => request.includes('bytes=')).length).toBeGreaterThan(2);
  });

  test('an interrupted download goes on after the program was started again', async () => {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish(noise(500));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    line.manners = { stall: 150_000 };
    const controller = new AbortController();
    const part = path.join(branch.directory, 'blocks', `${manifest.blocks[0]!.sha256}.part`);
    const watch = setInterval(() => void (sizeOf(part) >= 150_000 && controller.abort()), 5);
    expect(failureOf(await branch.sync(source, controller.signal)).kind).toBe('cancelled');
    clearInterval(watch);
    line.manners = {};
    const restarted = await openBranch({ directory: branch.directory });
    expect(valueOf(await restarted.sync(source)).transferredBytes).toBeLessThan(manifest.blocks[0]!.length - 140_000);
  });

  test('a server without ranges and with a bad line: refused in the end, nothing half installed', async () => {
    const bureau = await openBureau();
    await bureau.publish(noise(500));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    line.manners = { cut: 60_000, ignoresRange: true };
    expect((await branch.refusal(source)).kind).toBe('source-unreachable');
    line.manners = { ignoresRange: true };
    expect(await branch.update(source)).toHaveLength(1);
  });

  test.each([
    ['timestamp', /timestamp/],
    ['a block', /b0001/],
    ['the manifest', /manifest/],
  ])('%s that never ends is dropped at its cap', async (_name, endless) => {
    const bureau = await openBureau();
    await bureau.publish(noise(50));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    line.manners = { endless };
    expect((await branch.refusal(source)).kind).toBe('too-large');
    line.manners = {};
    expect(await branch.update(source)).toHaveLength(1);
  });

  test('cancelling does not wait for a server that says nothing', async () => {
    const bureau = await openBureau();
    await bureau.publish(noise(50));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    line.manners = { silent: /b0001/ };
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const began = performance.now();
    expect(failureOf(await branch.sync(source, controller.signal)).kind).toBe('cancelled');
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test.each([
    [500, 'source-unreachable'],
    [503, 'source-unreachable'],
    [404, 'source-empty'],
    [403, 'source-empty'],
  ])('HTTP %i is %s', async (status, kind) => {
    const bureau = await openBureau();
    await bureau.publish(noise(5));
    const line = await serve(bureau.repository);
    const branch = await openBranch();
    const source = await branch.trust(line.url);
    line.manners = { status };
    expect((await branch.refusal(source)).kind).toBe(kind);
    expect(failureOf(await branch.packages.probe({ kind: 'http', url: line.url })).kind).toBe(kind);
  });

  test('nobody answers', async () => {
    const branch = await openBranch();
    const failure = failureOf(await branch.packages.probe({ kind: 'http', url: 'http://127.0.0.1:1/' }));
    expect(failure).toEqual({ kind: 'source-unreachable', subject: 'http://127.0.0.1:1/' });
  });
});

describe.each([
  ['by fetch', fetch],
  ['directly', directly(fetch, async () => true)],
])('what a server says of a file, asked %s', (_how, get) => {
  const { signal } = new AbortController();
  const reader = (line: Line) => httpReader(line.url, get);

  test('where it begins, how long it is, and what its clock says', async () => {
    const shelf = await openShelf(1_000);
    const line = await serve(shelf.folder);
    const { file } = shelf.wanted[0]!.expected;
    line.manners = { headers: { date: 'Tue, 01 Sep 2026 04:00:00 GMT' } };
    const { body: _whole, ...whole } = (await reader(line).open(file, 0, signal))!;
    expect(whole).toEqual({ from: 0, total: 1_000, date: noon });
    const { body: _rest, ...rest } = (await reader(line).open(file, 400, signal))!;
    expect(rest).toEqual({ from: 400, total: 1_000, date: noon });
    expect(await reader(line).open('targets/none', 0, signal)).toBeNull();
    const wire = { bytes: 0, date: null };
    await readCapped(watched(reader(line), wire), file, 1_000, signal);
    expect(wire).toEqual({ bytes: 1_000, date: noon });
  });

  test.each([
    ['a web page: the log-in page of a gateway', { 'content-type': 'text/html; charset=utf-8' }, 'source-unreachable'],
    ['a file packed in a way that nobody knows', { 'content-encoding': 'compress' }, 'source-unreachable'],
    ['another beginning', { 'content-range': 'bytes 300-999/1000' }, 'source-unreachable'],
    ['another length', { 'content-range': 'bytes 400-999/900' }, 'truncated'],
    ['a greater length', { 'content-range': 'bytes 400-999/2000' }, 'too-large'],
  ])('%s is refused, and what came before stays good', async (_name, headers, kind) => {
    const shelf = await openShelf(1_000);
    const line = await serve(shelf.folder);
    const cellar = await openCellar();
    const part = path.join(cellar.directory, `${shelf.wanted[0]!.sha256}.part`);
    await writeFile(part, shelf.contents[0]!.subarray(0, 400));
    line.manners = { headers };
    expect(await cellar.fetch(shelf, [reader(line)])).toBe(kind);
    expect(await readFile(part)).toEqual(shelf.contents[0]!.subarray(0, 400));
    line.manners = {};
    line.sent = 0;
    expect(await cellar.fetch(shelf, [reader(line)])).toBeNull();
    expect([line.sent, await cellar.held()]).toEqual([600, wholeOf(shelf)]);
  });

  test('that it has less than lies here already', async () => {
    const shelf = await openShelf(1_000);
    const line = await serve(shelf.folder);
    line.manners = { status: 416 };
    expect(await (await openCellar()).fetch(shelf, [reader(line)])).toBe('truncated');
  });

  test('that it lies elsewhere: followed', async () => {
    const shelf = await openShelf(1_000);
    const store = await serve(shelf.folder);
    const line = await serve(shelf.folder);
    line.manners = { status: 302, headers: { location: `${store.url}/${shelf.wanted[0]!.expected.file}` } };
    const cellar = await openCellar();
    expect(await cellar.fetch(shelf, [reader(line)])).toBeNull();
    expect([await cellar.held(), line.sent]).toEqual([wholeOf(shelf), 0]);
  });

  test('a web page without a length, in place of every file, poisons nothing for good', async () => {
    const shelf = await openShelf(5_000);
    const cellar = await openCellar();
    const page = createServer((_request, response) => void response.writeHead(200).end('<!doctype html>log in'.repeat(20)));
    servers.push(page);
    await new Promise<void>((resolve) => {
      page.listen(0, '127.0.0.1', resolve);
    });
    expect(await cellar.fetch(shelf, [httpReader(urlOf(page), get)])).toBe('source-unreachable');
    expect(await cellar.fetch(shelf, [reader(await serve(shelf.folder))])).toBeNull();
    expect(await cellar.held()).toEqual(wholeOf(shelf));
  });
});

describe('serve', () => {
  test('answers this machine with whole files, ranges and nothing outside the folder', async () => {
    const bureau = await openBureau();
    await bureau.publish(noise(600), noon - day);
    const server = await serveFolder(bureau.repository, 0);
    servers.push(server);
    const url = urlOf(server);
    const root = await readFile(path.join(bureau.repository, 'metadata/1.root.json'), 'utf8');
    expect(await (await fetch(`${url}metadata/1.root.json`)).text()).toBe(root);
    const part = await fetch(`${url}metadata/1.root.json`, { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 10-19/${root.length}`,
      root.slice(10, 20),
    ]);
    expect((await fetch(`${url}metadata/1.root.json`, { headers: { range: 'bytes=999999-' } })).status).toBe(416);
    expect((await fetch(`${url}%2e%2e%2fkeys%2froot.pem`)).status).toBe(404);
    expect((await fetch(`${url}metadata`)).status).toBe(404);
    expect((await fetch(`${url}metadata/timestamp.json`, { method: 'DELETE' })).status).toBe(405);
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
    const branch = await openBranch();
    expect(await branch.update(await branch.trust(url))).toMatchObject([{ added: 600 }]);
  });
});
