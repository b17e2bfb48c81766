import { createHash } from 'node:crypto';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedFrom, type Dice } from '@shared/exam/random.ts';

/** How a line treats one answer. */
export const faults = [
  'cut',
  'stall',
  'corrupt',
  'truncate',
  'wrong-length',
  'wrong-range',
  'no-range',
  'server-error',
  'web-page',
] as const;
export type Fault = (typeof faults)[number];

/** What breaks a line without damaging or denying anything. */
const breaks: readonly Fault[] = ['cut', 'stall'];

export interface FaultProxyOptions {
  /** Where the good answers come from. */
  readonly upstream: string;
  readonly seed: number;
  /** Which faults happen, each as often as the others. */
  readonly faults: readonly Fault[];
  /** One answer in so many is spoilt. */
  readonly oneIn: number;
  /** Milliseconds between pieces of 4 KiB; 0 = as fast as it goes. */
  readonly pause: number;
}

export interface FaultProxy {
  readonly url: string;
  /** Bytes of file content that went out. */
  readonly sent: number;
  /** Answers that were broken off, and bytes before the break that were asked for again. */
  readonly cuts: number;
  readonly sentTwice: number;
  /** All faults that happened, in their order. */
  readonly happened: readonly Fault[];
  /** From now on answers are spoilt; before, and after `heal`, each is good. */
  spoil(): void;
  heal(): void;
  stop(): Promise<void>;
}

const pieceLength = 4_096;

/** A line to a real server, on the loopback address, that spoils what passes: each answer for a file the same way for the same seed. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const counts = { sent: 0, cuts: 0, sentTwice: 0, happened: [] as Fault[], spoils: false };
  /** File → how far it had come when its line broke, and how often it was asked for. */
  const reached = new Map<string, number>();
  const asked = new Map<string, number>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = request.url ?? '';
    asked.set(file, (asked.get(file) ?? 0) + 1);
    const dice = seedFrom(options.seed, streamOf(`${file} ${asked.get(file)}`));
    const fault = counts.spoils && dice(options.oneIn) === 0 ? (options.faults[dice(options.faults.length)] ?? null) : null;
    if (fault) counts.happened.push(fault);
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    counts.sentTwice += Math.max(0, (reached.get(file) ?? from) - from);
    reached.delete(file);
    const good = await fetchGood(options.upstream, request, fault);
    const spoilt = spoiltBy(fault, good, dice);
    response.writeHead(spoilt.status, spoilt.headers);
    const passed = await send(spoilt.body, response, options.pause, counts);
    if (!breaks.includes(fault ?? 'corrupt')) return void response.end();
    counts.cuts += 1;
    reached.set(file, (good.status === 206 ? from : 0) + passed);
    if (fault === 'cut') response.destroy();
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await listen(server);
  return {
    url: urlOf(server),
    get sent() {
      return counts.sent;
    },
    get cuts() {
      return counts.cuts;
    },
    get sentTwice() {
      return counts.sentTwice;
    },
    happened: counts.happened,
    spoil() {
      counts.spoils = true;
    },
    heal() {
      counts.spoils = false;
    },
    stop: () => close(server),
  };
}

/** Answers come in any order where files come at the same time: each has dice of its own. */
const streamOf = (answer: string): number => createHash('sha256').update(answer).digest().readUInt32LE();

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

function fetchGood(upstream: string, request: IncomingMessage, fault: Fault | null): Promise<Answer> {
  const { range } = request.headers;
  const headers = range && fault !== 'no-range' ? { range } : {};
  return new Promise((resolve, reject) => {
    get(new URL(request.url ?? '/', upstream), { headers }, (good) => {
      const chunks: Buffer[] = [];
      good.on('data', (chunk: Buffer) => chunks.push(chunk));
      good.on('error', reject);
      good.on('end', () => resolve({ status: good.statusCode ?? 500, headers: headersOf(good), body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    ['content-type', 'content-length', 'content-range', 'date'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

function spoiltBy(fault: Fault | null, good: Answer, dice: Dice): Answer {
  const { headers, body } = good;
  const some = body.subarray(0, dice(body.length + 1));
  switch (fault) {
    case 'cut':
    case 'stall':
      return { ...good, body: some };
    case 'corrupt':
      return { ...good, body: flipped(body, dice) };
    case 'truncate':
      return { ...good, headers: without(headers, 'content-length'), body: some };
    case 'wrong-length':
      return { ...good, headers: { ...headers, 'content-length': String(some.length) }, body: some };
    case 'wrong-range':
      return { ...good, headers: { ...headers, 'content-range': `bytes ${dice(1_000)}-999999/${dice(1_000_000)}` } };
    case 'server-error':
      return { status: 503, headers: {}, body: Buffer.alloc(0) };
    case 'web-page':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<!doctype html><title>Log in</title>') };
    case 'no-range':
    case null:
      return good;
  }
}

function without(headers: Readonly<Record<string, string>>, unwanted: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== unwanted));
}

function flipped(body: Buffer, dice: Dice): Buffer {
  const copy = Buffer.from(body);
  if (copy.length > 0) copy[dice(copy.length)]! ^= 1 << dice(8);
  return copy;
}

/** Gives how many bytes went out before the other side hung up. */
async function send(body: Buffer, response: ServerResponse, pause: number, counts: { sent: number }): Promise<number> {
  let passed = 0;
  while (passed < body.length && !response.destroyed) {
    const piece = body.subarray(passed, passed + pieceLength);
    await new Promise((resolve) => response.write(piece, resolve));
    passed += piece.length;
    counts.sent += piece.length;
    if (pause > 0) await sleep(pause);
  }
  return passed;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
