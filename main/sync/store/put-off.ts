import { z } from 'zod';
import { packageName } from '@shared/model/schemas/content.ts';
import { readJson, writeDurably } from '../../files.ts';
import type { Offer } from './precedence.ts';

/** A version that is not offered by itself again, nor any older one of its publisher. Newer ones are; by hand all are. */
export interface PutOffVersion {
  readonly publisher: string;
  readonly name: string;
  readonly version: number;
  /** As it was called; '' where older versions of the program put it off. */
  readonly title: string;
}

export const putOffSchema = z.array(
  z.object({ publisher: z.string(), name: packageName, version: z.int().min(1), title: z.string().default('') }),
) satisfies z.ZodType<readonly PutOffVersion[]>;

/** What was put off, or rolled back from. A list that cannot be read is empty: something is offered once more. */
export async function readPutOff(file: string): Promise<readonly PutOffVersion[]> {
  const parsed = putOffSchema.safeParse(await readJson(file).catch(() => null));
  return parsed.success ? parsed.data : [];
}

export const writePutOff = (file: string, list: readonly PutOffVersion[]): Promise<void> =>
  writeDurably(file, `${JSON.stringify(list, null, 2)}\n`);

type Version = Pick<Offer, 'publisher' | 'manifest'>;

export const isPutOff = (list: readonly PutOffVersion[], offer: Version): boolean =>
  list.some((entry) => isOf(entry, offer) && offer.manifest.version <= entry.version);

/** The list with a version on it, in the place of an older one. */
export const withPutOff = (list: readonly PutOffVersion[], offer: Version): readonly PutOffVersion[] =>
  isPutOff(list, offer) ? list : [...withoutPutOff(list, offer), entryOf(offer)];

/** The list without anything of this package. */
export const withoutPutOff = (list: readonly PutOffVersion[], offer: Version): readonly PutOffVersion[] =>
  list.filter((entry) => !isOf(entry, offer));

const entryOf = ({ publisher, manifest: { name, version, title } }: Version): PutOffVersion => ({ publisher, name, version, title });

const isOf = (entry: PutOffVersion, { publisher, manifest }: Version): boolean =>
  entry.publisher === publisher && entry.name === manifest.name;
