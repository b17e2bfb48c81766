import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBlockStore } from '../../main/sync/store/block-store.ts';
import { directly, withoutProxy } from '../../main/sync/sources/direct/directly.ts';
import { httpReader } from '../../main/sync/sources/http-reader.ts';
import { watched } from '../../main/sync/sources/reader.ts';
import { fetchBlocks, type Wanted } from '../../main/sync/transfer/fetch-blocks.ts';
import { limits } from '../../main/limits.ts';
import { serve } from '../support/cli.ts';
import { freePort } from '../support/free-port.ts';
import type { Order } from '../support/downloader.ts';
import { hasNginx, nginxBinary } from '../support/nginx.ts';
import { figure, median, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const rounds = 5;
/** 0.8 of curl's rate, as time against time. */
const goal = 1.25;
const support = path.resolve(import.meta.dirname, '../support');

/** Files of one kind on a shelf of the server. */
interface Shelf {
  readonly folder: string;
  readonly count: number;
  readonly length: number;
}

const video: Shelf = { folder: 'video', count: 63, length: 8_000_000 };
const bank: Shelf = { folder: 'bank', count: 400, length: 100_000 };

/** What is downloaded, and over which line. */
interface Case {
  readonly name: string;
  readonly wanted: readonly Wanted[];
  /** Address of the line. */
  readonly url: string;
  /** How curl fetches it: as people do, one file after the other, unless the line has a limit for each connection. */
  readonly peer: CurlForm;
  readonly note: string;
}

type CurlForm = 'sequential' | 'parallel';

const curlForms = {
  sequential: { options: [], words: 'curl, the same files into a folder, one after the other' },
  parallel: {
    options: ['--parallel', '--parallel-max', String(limits.parallelHttp)],
    words: `curl --parallel --parallel-max ${limits.parallelHttp}, the same files into a folder`,
  },
} as const satisfies Record<CurlForm, { readonly options: readonly string[]; readonly words: string }>;

/** Our download — resumable, hashed, synced to the disk — against curl fetching the same files into a folder; then its memory. */
export async function downloadFigures({ folder }: Workshop): Promise<Figure[]> {
  const home = path.join(folder, 'download');
  const pieces = stock(home, video);
  const blocks = stock(home, bank);
  const server = await startServer(home);
  const from = `from ${server.name} on the loopback address`;
  const line = server.gigabit;
  const cases: Case[] = [
    { name: 'download', wanted: pieces, url: server.url, peer: 'sequential', note: `a lecture video: 63 pieces of 8 MB ${from}` },
    {
      name: 'download-blocks',
      wanted: blocks,
      url: server.url,
      peer: 'sequential',
      note: `a bank of 200,000 questions: 400 blocks of 100 kB ${from}`,
    },
  ];
  if (line)
    cases.push({
      name: 'download-gigabit',
      wanted: pieces.slice(0, 24),
      url: line,
      peer: 'parallel',
      note: `24 of the pieces ${from}, over a line of 1 Gbit/s`,
    });
  try {
    const figures: Figure[] = [];
    for (const one of cases) figures.push(await race(one, home));
    return [...figures, await memory(pieces, server.url, home)];
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Puts files that do not compress into the folder that is served. */
function stock(home: string, { folder, count, length }: Shelf): readonly Wanted[] {
  mkdirSync(path.join(home, 'served', 'targets', folder), { recursive: true });
  return Array.from({ length: count }, () => {
    const bytes = randomBytes(length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = `targets/${folder}/${sha256}.piece`;
    writeFileSync(path.join(home, 'served', file), bytes);
    return { sha256, expected: { file, length, hashes: { sha256 } } };
  });
}

interface LocalServer {
  readonly name: string;
  readonly url: string;
  /** The same over a line of 1 Gbit/s; null where the server cannot do that. */
  readonly gigabit: string | null;
  readonly stop: () => Promise<void>;
}

async function startServer(home: string): Promise<LocalServer> {
  const port = await freePort();
  const served = path.join(home, 'served');
  if (!hasNginx) return { name: 'sanxun serve', gigabit: null, ...(await serve(served, port)) };
  const file = path.join(home, 'nginx.conf');
  const rooms = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((room) => `${room}_temp_path ${home}/${room};`).join(' ');
  // Each of the files that come at the same time has a connection of its own.
  const share = Math.floor(125_000_000 / limits.parallelHttp);
  const places = `root ${served}; location /gigabit/ { alias ${served}/; limit_rate ${share}; }`;
  const http = `access_log off; sendfile on; keepalive_requests 100000; ${rooms} server { listen 127.0.0.1:${port}; ${places} }`;
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    file,
    `daemon off; ${user} worker_processes 1; pid ${home}/nginx.pid; error_log ${home}/error.log; events {} http { ${http} }`,
  );
  const child = spawn(nginxBinary, ['-e', path.join(home, 'error.log'), '-c', file], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { name: 'nginx', url, gigabit: `${url}/gigabit`, stop };
}

async function race(one: Case, home: string): Promise<Figure> {
  const times = { ours: [] as number[], sequential: [] as number[], parallel: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const sequential = await timed(home, (into) => fetchByCurl(one, 'sequential', into));
    const ours = await timed(home, (into) => fetchOurselves(one, into));
    const parallel = await timed(home, (into) => fetchByCurl(one, 'parallel', into));
    if (round === 0) continue; // warms the server's disk cache, and our code
    times.ours.push(ours);
    times.sequential.push(sequential);
    times.parallel.push(parallel);
    const told = [ours, sequential, parallel].map((took) => `${Math.round(took)} ms`);
    console.error(`${one.name}, round ${round} of ${rounds}: ${told[0]}, curl ${told[1]}, curl --parallel ${told[2]}`);
  }
  const other = one.peer === 'sequential' ? 'parallel' : 'sequential';
  return figure({
    group: 'download',
    name: one.name,
    value: median(times.ours),
    unit: 'ms',
    peer: curlForms[one.peer].words,
    peerValue: median(times[one.peer]),
    goal,
    note: `${one.note}, hashed and synced to the disk; ${rounds} interleaved rounds; goal = 0.8 of curl's rate; ${Math.round(median(times[other]))} ms with ${curlForms[other].words}`,
  });
}

async function timed(home: string, work: (into: string) => Promise<void>): Promise<number> {
  const into = path.join(home, 'into');
  mkdirSync(into);
  const began = performance.now();
  await work(into);
  const took = performance.now() - began;
  rmSync(into, { recursive: true });
  return took;
}

async function fetchOurselves({ wanted, url }: Case, into: string): Promise<void> {
  const store = await openBlockStore(into);
  const readers = [watched(httpReader(url, directly(fetch, withoutProxy(process.env))), { bytes: 0, date: null })];
  const { signal } = new AbortController();
  await fetchBlocks(wanted, { store, readers, parallel: limits.parallelHttp, onBytes: () => undefined, signal });
}

async function fetchByCurl({ wanted, url }: Case, form: CurlForm, into: string): Promise<void> {
  const list = path.join(into, 'list');
  writeFileSync(list, wanted.map(({ expected, sha256 }) => `url="${url}/${expected.file}"\noutput="${into}/${sha256}"\n`).join(''));
  await run('curl', ['--silent', '--no-progress-meter', '--fail', ...curlForms[form].options, '--config', list]);
}

/** The most memory that a process of its own held while it downloaded little and much. */
async function memory(wanted: readonly Wanted[], url: string, home: string): Promise<Figure> {
  const peaks: { little: number[]; much: number[] } = { little: [], much: [] };
  for (let round = 0; round < 3; round += 1) {
    peaks.little.push(await peakOf(wanted.slice(0, 7), url, home));
    peaks.much.push(await peakOf(wanted, url, home));
  }
  return figure({
    group: 'memory-stream',
    name: 'memory-stream',
    value: median(peaks.much),
    unit: 'MB',
    peer: 'the same process downloading 56 MB',
    peerValue: median(peaks.little),
    goal: 1.3,
    note: 'peak resident memory of a fresh process that downloads 504 MB in pieces of 8 MB; 3 interleaved rounds',
  });
}

async function peakOf(wanted: readonly Wanted[], url: string, home: string): Promise<number> {
  const directory = path.join(home, 'into');
  mkdirSync(directory);
  const order: Order = { url, directory, wanted };
  const printed = await run(process.execPath, [
    '--import',
    path.join(support, 'source-alias.mjs'),
    path.join(support, 'downloader.ts'),
    JSON.stringify(order),
  ]);
  rmSync(directory, { recursive: true });
  return (JSON.parse(printed) as { peakMegabytes: number }).peakMegabytes;
}

function run(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`${command} ended with ${code}`))));
  });
}
