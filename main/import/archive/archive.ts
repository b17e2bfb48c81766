import { crc32 } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { limits } from '../../limits.ts';

/** A zip whose directory was found good. */
export interface Archive {
  /** Names of the parts as the archive spells them. */
  readonly names: readonly string[];
  /** Content of a part, looked up without regard to case as OPC asks (ECMA-376 part 2, 6.2.2), or null where there is none. Throws ArchiveFault. */
  readonly read: (name: string) => Promise<Buffer | null>;
  /** The same in pieces as they are unpacked, for parts that need not be in memory as a whole. */
  readonly pieces: (name: string) => AsyncIterable<Buffer> | null;
}

/** Why an archive is not opened: a clause that the reader completes to a sentence for its kind of file. */
export class ArchiveFault extends Error {
  readonly kind: 'too-large' | 'damaged' | 'encrypted';

  constructor(kind: ArchiveFault['kind'], reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.kind = kind;
  }
}

/**
 * Opens a zip under the caps of limits.ts: first what its directory declares (number of parts, sizes, ratio), then each
 * part as it is read, whose stream is cut where it grows beyond the declared size. Throws ArchiveFault.
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await orDamaged(() => fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }));
  if (zip.entryCount > limits.importParts) throw new ArchiveFault('too-large', `含 ${zip.entryCount} 个部分`);
  const entries = new Map<string, Entry>();
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  });
  checkSizes([...entries.values()]);
  return {
    names: Array.from(entries.values(), ({ fileName }) => fileName),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry ? readEntry(zip, entry) : null;
    },
    pieces: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry ? piecesOf(zip, entry) : null;
    },
  };
}

function checkSizes(entries: readonly Entry[]): void {
  const unpacked = total(entries.map(({ uncompressedSize }) => uncompressedSize));
  const packed = total(entries.map(({ compressedSize }) => compressedSize));
  if (unpacked > limits.importUnpacked) throw new ArchiveFault('too-large', `解压后有 ${Math.round(unpacked / 1e6)} MB`);
  if (unpacked > packed * limits.importRatio) throw new ArchiveFault('too-large', `压缩比超过 ${limits.importRatio} 倍`);
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new ArchiveFault('encrypted', `${entry.fileName} 已加密`);
  const content = await orDamaged(async () => buffer(await zip.openReadStreamPromise(entry)));
  if (crc32(content) !== entry.crc32) throw new ArchiveFault('damaged', `${entry.fileName} 的校验值不符`);
  return content;
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new ArchiveFault('encrypted', `${entry.fileName} 已加密`);
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
  const unpacked: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let sum = 0;
  for (;;) {
    const piece = await orDamaged(() => unpacked.next());
    if (piece.done) break;
    sum = crc32(piece.value, sum);
    yield piece.value;
  }
  if (sum !== entry.crc32) throw new ArchiveFault('damaged', `${entry.fileName} 的校验值不符`);
}

async function orDamaged<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    throw new ArchiveFault('damaged', '压缩包不完整', { cause: error }); // what yauzl and zlib say helps no clerk
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
