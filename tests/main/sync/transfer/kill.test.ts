import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { serveFolder, urlOf } from '../../../../main/cli/serve.ts';
import { seedFrom } from '../../../../shared/exam/random.ts';
import type { Order } from '../../../support/downloader.ts';
import { startFaultProxy, type FaultProxy } from '../../../support/fault-proxy.ts';
import { hashOf, openCellar, openShelf } from './support.ts';

/** The long form, with `SANXUN_RUNS`, kills fifty times in a package of 250 MB: so a twentieth may come twice. */
const long = Boolean(process.env.SANXUN_RUNS);
const kills = long ? 50 : 4;
const lengths = long ? Array.from({ length: 40 }, () => 6_250_000) : [800_000, 800_000, 800_000, 800_000, 800_000];
/** What may come twice at each kill: 64 KiB of each of four files. */
const twiceAtMost = 4 * 65_536;
const support = path.resolve(import.meta.dirname, '../../../support');

function download(order: Order): ChildProcess {
  const alias = pathToFileURL(path.join(support, 'source-alias.mjs')).href;
  return spawn(process.execPath, ['--import', alias, path.join(support, 'downloader.ts'), JSON.stringify(order)], { stdio: 'ignore' });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
  });

/** Kills the process as soon as so many bytes went out in all. */
async function killAt(bytes: number, child: ChildProcess, proxy: FaultProxy): Promise<void> {
  const end = ended(child);
  while (proxy.sent < bytes && child.exitCode === null) await sleep(1);
  child.kill('SIGKILL');
  await end;
}

test(`a download that is killed ${kills} times ends whole, and little of it came twice`, { timeout: 600_000 }, async () => {
  const shelf = await openShelf(...lengths);
  const size = shelf.contents.reduce((sum, { length }) => sum + length, 0);
  const server = await serveFolder(shelf.folder, 0);
  const proxy = await startFaultProxy({ upstream: urlOf(server), seed: 1, faults: [], oneIn: 1, pause: 15 });
  const cellar = await openCellar();
  const order = { url: proxy.url, directory: cellar.directory, wanted: shelf.wanted };
  try {
    const dice = seedFrom(1);
    const share = size / (kills + 1);
    for (let kill = 0; kill < kills; kill += 1) {
      await killAt((kill + 0.5) * share + dice(Math.floor(share / 2)), download(order), proxy);
    }
    expect(await ended(download(order))).toBe(0);
    const held = [...(await cellar.held())];
    expect(held.map(([name]) => name).toSorted()).toEqual(shelf.wanted.map(({ sha256 }) => sha256).toSorted());
    for (const [name, bytes] of held) expect(hashOf(bytes)).toBe(name);
    const twice = proxy.sent - size;
    if (long) console.log({ kills, size, twice, ratio: proxy.sent / size });
    expect(twice).toBeGreaterThanOrEqual(0);
    expect(twice).toBeLessThanOrEqual(long ? size / 20 : kills * twiceAtMost);
  } finally {
    await proxy.stop();
    server.close();
  }
});
