import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, readJson, syncDirectory, writeDurably } from '../../files.ts';
import { recordSchema, type InstalledRecord } from './installed.ts';
import { putOffSchema, type PutOffVersion } from './put-off.ts';

/** Records that take effect together, and the list of what is put off as it is then; null where it stays as it is. */
export interface Settlement {
  readonly records: readonly InstalledRecord[];
  readonly putOff: readonly PutOffVersion[] | null;
}

const settlementSchema = z.object({ records: z.array(recordSchema), putOff: putOffSchema.nullable() });

export interface Settling {
  /** A settlement that counts although not all of its files are written; null where there is none. */
  pending(): Settlement | null;
  /** All or none: resolves when the settlement counts, throws the system's error when it does not. */
  settle(settlement: Settlement): Promise<void>;
}

/**
 * Several files changed as one. The settlement is first written to a file of its own; from then on it counts. It is
 * applied, again at the next start if the program dies meanwhile, and its file removed. `apply` may be repeated.
 */
export async function openSettling(file: string, apply: (settlement: Settlement) => Promise<void>): Promise<Settling> {
  let pending = await readSettlement(file);

  async function finish(): Promise<void> {
    if (!pending) return;
    await apply(pending);
    await rm(file, { force: true });
    await syncDirectory(path.dirname(file));
    pending = null;
  }

  await laterWhereDiskRefuses(finish);
  return {
    pending: () => pending,
    async settle(settlement) {
      await finish();
      if (isOneFile(settlement)) return apply(settlement);
      await writeDurably(file, JSON.stringify(settlement));
      pending = settlement;
      await laterWhereDiskRefuses(finish);
    },
  };
}

/** One file is all or none by itself. */
const isOneFile = ({ records, putOff }: Settlement): boolean => records.length + (putOff ? 1 : 0) === 1;

/** A file that is damaged was never finished, because it is renamed into its place: nothing counts by it. */
async function readSettlement(file: string): Promise<Settlement | null> {
  const parsed = settlementSchema.safeParse(await readJson(file).catch(() => null));
  return parsed.success ? parsed.data : null;
}

/** What counts already is written now or at the next occasion; a full disk only puts it off. */
async function laterWhereDiskRefuses(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}
