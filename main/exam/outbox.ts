import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { OutboxEntry } from '@shared/ipc/exam.ts';
import { hashBytes, readJson, writeDurably } from '../files.ts';

/** A sealed record as this computer keeps it until the bureau has it, and afterwards. */
export interface KeptRecord extends OutboxEntry {
  readonly unitName: string;
  /** Hash of the record's last entry: the same record is sealed once. */
  readonly head: string;
  /** The key that it is sealed to. */
  readonly recipient: string;
  /** An age file, base64. */
  readonly sealed: string;
}

const keptSchema = z.object({
  attemptId: z.string(),
  examTitle: z.string(),
  personName: z.string(),
  unitName: z.string(),
  receipt: z.string(),
  sealedAt: z.number(),
  exportedAt: z.number().nullable(),
  head: z.string(),
  recipient: z.string(),
  sealed: z.string(),
}) satisfies z.ZodType<KeptRecord>;

export interface Outbox {
  /** Newest first. One that cannot be read is left out: it is sealed again from the journal. */
  list(): Promise<readonly KeptRecord[]>;
  find(attemptId: string): Promise<KeptRecord | null>;
  /** Durable when it returns; takes the place of the one of the same attempt. */
  put(record: KeptRecord): Promise<void>;
}

/** The sealed records of this computer (待上报), one file each in `outbox/`. */
export function openOutbox(directory: string): Outbox {
  const folder = path.join(directory, 'outbox');
  const fileOf = (attemptId: string): string => path.join(folder, `${hashBytes(attemptId).slice(0, 32)}.json`);
  const read = async (file: string): Promise<KeptRecord | null> => {
    const parsed = keptSchema.safeParse(await readJson(file).catch(() => null));
    return parsed.success ? parsed.data : null;
  };
  return {
    async list() {
      await mkdir(folder, { recursive: true });
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      const records = await Promise.all(names.map((name) => read(path.join(folder, name))));
      return records.filter((record) => record !== null).toSorted((one, other) => other.sealedAt - one.sealedAt);
    },
    find: (attemptId) => read(fileOf(attemptId)),
    async put(record) {
      await mkdir(folder, { recursive: true });
      await writeDurably(fileOf(record.attemptId), `${JSON.stringify(record)}\n`, 0o600);
    },
  };
}

/** What the screens may know of it. */
export const asEntry = ({ attemptId, examTitle, personName, receipt, sealedAt, exportedAt }: KeptRecord): OutboxEntry => ({
  attemptId,
  examTitle,
  personName,
  receipt,
  sealedAt,
  exportedAt,
});
