import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { limits } from '../../limits.ts';

/**
 * A delta, target `<name>/d<from>-<to>.zst`: one line of JSON (the header), then two zstd frames.
 *
 *     {"format":1,"from":3,"to":4,"dictionary":"bank/b0002.json.gz","patches":866}⏎ <patches> <new bytes>
 *
 * The first frame, as long as the header says, unpacks to the patches as JSON: one for each block of `to` that `from` does
 * not have as it is. The second one unpacks to all new bytes, in the order in which the patches take them. Its dictionary is
 * the unpacked text of a block of `from`: it knows the words of the bank, so that a new question costs little. Blocks are
 * told by their target names.
 */
export interface Delta {
  readonly from: number;
  readonly to: number;
  readonly patches: readonly Patch[];
  /** New bytes of all patches, one after the other. */
  readonly fresh: Buffer;
}

/** How the unpacked text of a block of `to` is made. */
export interface Patch {
  readonly target: string;
  /** The block of `from` that is copied from; null where everything is new. */
  readonly base: string | null;
  /**
   * Triples: go so many bytes on in the base (or back), copy so many bytes from there, then take so many new ones. The
   * place in the base is behind what was copied last.
   */
  readonly steps: readonly number[];
}

export type DeltaHeader = z.infer<typeof headerSchema>;

const version = z.int().min(1);
const target = z.string().max(100);
const headerSchema = z.object({ format: z.literal(1), from: version, to: version, dictionary: target.nullable(), patches: version });
const patchesSchema = z.array(z.object({ target, base: target.nullable(), steps: z.array(z.int()) })) satisfies z.ZodType<readonly Patch[]>;

/** A header is one short line; the patches are so long at most that they may be parsed without harm. Bytes. */
const longestHeader = 1_000;
const longestPatches = 8_000_000;
/** Largest window of a frame, as a power of two: 64 MB, which a hostile one could make us set aside. */
const largestWindow = 26;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** `dictionary` is the target name and the unpacked text of a block of `from`. Null where no reader would take so many patches. */
export async function writeDelta(
  { from, to, patches, fresh }: Delta,
  dictionary: { readonly target: string; readonly text: Buffer } | null,
): Promise<Buffer | null> {
  const text = Buffer.from(JSON.stringify(patches));
  if (text.length > longestPatches) return null;
  const [first, second] = [await packFrame(text, null), await packFrame(fresh, dictionary?.text ?? null)];
  const header = { format: 1, from, to, dictionary: dictionary?.target ?? null, patches: first.length } satisfies DeltaHeader;
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), first, second]);
}

/** The header of a delta, or null where it is none that we understand. */
export function readHeader(bytes: Buffer): DeltaHeader | null {
  const end = bytes.subarray(0, longestHeader).indexOf('\n');
  return end < 0 ? null : (headerSchema.safeParse(parse(bytes.subarray(0, end))).data ?? null);
}

/**
 * Unpacks a delta with the text of its dictionary, its new bytes up to `cap`; null where it is damaged or too long, or the
 * dictionary another one.
 */
export async function readDelta(bytes: Buffer, header: DeltaHeader, dictionary: Buffer | null, cap: number): Promise<Delta | null> {
  const frames = bytes.subarray(bytes.indexOf('\n') + 1);
  const text = await unpackFrame(frames.subarray(0, header.patches), null, longestPatches);
  const patches = text && patchesSchema.safeParse(parse(text)).data;
  const fresh = patches && (await unpackFrame(frames.subarray(header.patches), dictionary, cap));
  return patches && fresh ? { from: header.from, to: header.to, patches, fresh } : null;
}

const packFrame = async (content: Buffer, dictionary: Buffer | null): Promise<Buffer> =>
  compress(content, {
    ...(dictionary && { dictionary }),
    pledgedSrcSize: content.length,
    params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_checksumFlag]: 0 },
  });

async function unpackFrame(frame: Buffer, dictionary: Buffer | null, cap: number): Promise<Buffer | null> {
  const params = { [constants.ZSTD_d_windowLogMax]: largestWindow };
  try {
    return await decompress(frame, { ...(dictionary && { dictionary }), maxOutputLength: cap, params });
  } catch {
    return null; // whatever is wrong with it: the blocks are fetched whole
  }
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Makes the text of a block; null where the steps lead outside of the base or of the new bytes, or the text becomes too long. */
export function applyPatch(steps: readonly number[], base: Buffer, fresh: Buffer): Buffer | null {
  const length = lengthOf(steps, base, fresh);
  if (length === null) return null;
  const text = Buffer.allocUnsafe(length);
  let [at, used, written] = [0, 0, 0];
  for (let step = 0; step < steps.length; step += 3) {
    const { copy, take, start } = stepAt(steps, step, at);
    written += base.copy(text, written, start, start + copy);
    written += fresh.copy(text, written, used, used + take);
    at = start + copy;
    used += take;
  }
  return text;
}

/** Length of what the steps make, each of them checked; nothing has been set aside for it yet. */
function lengthOf(steps: readonly number[], base: Buffer, fresh: Buffer): number | null {
  let [at, used, length] = [0, 0, 0];
  for (let step = 0; step < steps.length; step += 3) {
    const { copy, take, start } = stepAt(steps, step, at);
    at = start + copy;
    used += take;
    length += copy + take;
    if (copy < 0 || take < 0 || start < 0 || at > base.length || used > fresh.length || length > limits.blockUnpacked) return null;
  }
  return length;
}

/** A triple that is not whole is wrong: its missing numbers count as negative. */
const stepAt = (steps: readonly number[], step: number, at: number) => ({
  start: at + (steps[step] ?? -1),
  copy: steps[step + 1] ?? -1,
  take: steps[step + 2] ?? -1,
});

/** How many new bytes a patch takes. */
export const freshLength = (steps: readonly number[]): number =>
  steps.reduce((sum, step, place) => (place % 3 === 2 ? sum + step : sum), 0);
