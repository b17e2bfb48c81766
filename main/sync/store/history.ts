import { z } from 'zod';
import { historyEvents, type HistoryEntry } from '@shared/ipc/packages.ts';
import { failureKinds } from '@shared/model/failure.ts';
import { readJson, writeDurably } from '../../files.ts';
import { limits } from '../../limits.ts';
import { queue } from '../queue.ts';

/** What happened to packages and sources on this computer, kept in one file of bounded length. */
export interface History {
  /** Adds a line. A refusal that only repeats the newest one on the same thing renews its time. */
  add(entry: Omit<HistoryEntry, 'at'>): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly HistoryEntry[]>;
  /** Refusals that came since somebody looked. */
  newRefusals(): Promise<number>;
  /** Somebody looked. */
  seen(): Promise<void>;
}

interface Kept {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  readonly newRefusals: number;
}

const keptSchema = z.object({
  entries: z.array(
    z.object({
      at: z.number(),
      event: z.enum(historyEvents),
      subject: z.string(),
      version: z.number().nullable(),
      source: z.string(),
      publisher: z.string(),
      failure: z.object({ kind: z.enum(failureKinds), subject: z.string(), at: z.string().exactOptional() }).nullable(),
      reason: z.string(),
    }),
  ),
  newRefusals: z.int().min(0),
}) satisfies z.ZodType<Kept>;

/** Opens the history in a file; one that is damaged is empty. `now` in milliseconds since 1970. */
export async function openHistory(file: string, now: () => number): Promise<History> {
  const parsed = keptSchema.safeParse(await readJson(file).catch(() => null));
  let kept: Kept = parsed.success ? parsed.data : { entries: [], newRefusals: 0 };
  const inTurn = queue();

  /** Memory follows the file, so that what could not be written is not shown as kept. */
  const change = (next: (before: Kept) => Kept): Promise<void> =>
    inTurn(async () => {
      const after = next(kept);
      if (after === kept) return;
      await writeDurably(file, `${JSON.stringify(after)}\n`);
      kept = after;
    });

  return {
    add: (entry) => change((before) => withEntry(before, { at: now(), ...entry })),
    list: async (limit) => kept.entries.toReversed().slice(0, limit),
    newRefusals: async () => kept.newRefusals,
    seen: () => change((before) => (before.newRefusals === 0 ? before : { ...before, newRefusals: 0 })),
  };
}

function withEntry({ entries, newRefusals }: Kept, entry: HistoryEntry): Kept {
  const last = entries.findLastIndex((other) => isSameThing(other, entry));
  const before = entries[last];
  // Checks that run by themselves meet the same refusal again and again.
  if (before && isSameRefusal(before, entry)) return { entries: [...entries.toSpliced(last, 1), entry], newRefusals };
  const kept = [...entries, entry].slice(-limits.historyEntries);
  return { entries: kept, newRefusals: Math.min(newRefusals + (entry.event === 'refused' ? 1 : 0), kept.length) };
}

const isSameThing = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.subject === other.subject && one.source === other.source && one.publisher === other.publisher;

const isSameRefusal = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.event === 'refused' &&
  other.event === 'refused' &&
  one.version === other.version &&
  JSON.stringify(one.failure) === JSON.stringify(other.failure);
