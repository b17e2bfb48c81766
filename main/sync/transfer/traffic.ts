import { z } from 'zod';
import { readJson, writeDurably } from '../../files.ts';
import { queue } from '../queue.ts';
import { Refusal } from '../refusal.ts';
import type { Reader } from '../sources/reader.ts';

/** What came over http in a calendar month of this computer, in bytes of file content. */
export interface Traffic {
  usedThisMonth(): Promise<number>;
  /** Counts bytes. They are on disk after every few megabytes, and after `flush`. */
  add(bytes: number): void;
  /** Puts the count on disk. Throws the system's error. */
  flush(): Promise<void>;
}

/** Bytes by month (`2026-09`). Older ones stay for a while: a clock that was wrong for a day must not forgive a month. */
const countsSchema = z.record(z.string().regex(/^\d{4}-\d\d$/), z.number().int().nonnegative());
const monthsKept = 24;
/** So many bytes may be forgotten when the power fails. */
const writeEvery = 4_000_000;

/** Opens the meter. A file that cannot be read counts as empty: a limit must not keep an office from its packages. */
export async function openTraffic(file: string, now: () => number): Promise<Traffic> {
  const counts = new Map(Object.entries(await readCounts(file)));
  const inTurn = queue();
  let unwritten = 0;
  const write = (): Promise<void> =>
    inTurn(async () => {
      unwritten = 0;
      const kept = [...counts].toSorted(([one], [other]) => one.localeCompare(other)).slice(-monthsKept);
      await writeDurably(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
    });
  return {
    usedThisMonth: async () => counts.get(monthOf(now())) ?? 0,
    add(bytes) {
      const month = monthOf(now());
      counts.set(month, (counts.get(month) ?? 0) + bytes);
      unwritten += bytes;
      if (unwritten >= writeEvery) void writeQuietly(write);
    },
    flush: write,
  };
}

/** A reader whose bytes count, and that stops at the month's limit. Throws Refusal metered then; no limit where it is null. */
export function metered(reader: Reader, traffic: Traffic, limitBytes: number | null): Reader {
  const requireRoom = async (): Promise<void> => {
    if (limitBytes === null || (await traffic.usedThisMonth()) < limitBytes) return;
    throw new Refusal('metered', reader.label, `${limitBytes} bytes have come this month`);
  };
  return {
    ...reader,
    async open(file, from, signal) {
      await requireRoom();
      const opened = await reader.open(file, from, signal);
      return opened && { ...opened, body: counted(opened.body, traffic, requireRoom) };
    },
  };
}

/** What has come is used: the limit is looked at only before the next bytes are asked for. */
async function* counted(body: AsyncIterable<Uint8Array>, traffic: Traffic, requireRoom: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    traffic.add(chunk.length);
    yield chunk;
    await requireRoom();
  }
}

async function readCounts(file: string): Promise<Readonly<Record<string, number>>> {
  const parsed = countsSchema.safeParse(await readJson(file).catch(() => null));
  return parsed.success ? parsed.data : {};
}

/** Counting never stops a transfer: a disk that is full says so where it matters. The next write carries all. */
async function writeQuietly(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch {
    // the count is still in memory
  }
}

function monthOf(now: number): string {
  const date = new Date(now);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}
