import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readJson, renamePatiently, writeDurably } from '../files.ts';

const secretSchema = z.object({
  /** base64 */
  salt: z.string().min(1).max(100),
  hash: z.string().min(1).max(200),
  /** Cost of scrypt, a power of two; a larger one than we write would hold the computer up, or never end. */
  cost: z
    .int()
    .min(2)
    .max(2 ** 18)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
});

const entrySchema = z.object({
  /** Null where somebody has no PIN (any more), but is still to be told of a reset. */
  secret: secretSchema.nullable(),
  /** Wrong tries since the last right one. */
  failures: z.int().min(0),
  /** No try before this instant (ms since 1970), and how long the wait was to be. */
  waitUntil: z.number(),
  waitMs: z.number().min(0),
  /** A reset that the owner has not been told of. */
  reset: z.object({ at: z.number(), by: z.string() }).nullable(),
});

const fileSchema = z.object({ format: z.literal(1), keeper: z.string().nullable(), people: z.record(z.string(), entrySchema) });

export type PinSecret = z.infer<typeof secretSchema>;
export type PinEntry = z.infer<typeof entrySchema>;

/** Everything about PINs on this computer. */
export type Pins = z.infer<typeof fileSchema>;

export const noPin: PinEntry = { secret: null, failures: 0, waitUntil: 0, waitMs: 0, reset: null };

export const pinFileOf = (profile: string): string => path.join(profile, 'people', 'pins.json');

/**
 * What is stored. A damaged file is set aside and told (`onDamage`), and nobody has a PIN then: a PIN keeps people from looking,
 * while an exam that cannot be opened is lost.
 */
export async function readPins(file: string, onDamage: (error: unknown) => void): Promise<Pins> {
  try {
    const stored = await readJson(file);
    return stored === null ? nobody : fileSchema.parse(stored);
  } catch (error) {
    onDamage(error);
    await renamePatiently(file, `${file}.damaged`);
    return nobody;
  }
}

const nobody: Pins = { format: 1, keeper: null, people: {} };

/** Only the owner of the profile may read it. */
export async function writePins(file: string, pins: Pins): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeDurably(file, JSON.stringify(pins), 0o600);
}
