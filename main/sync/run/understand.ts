import type { TargetFile } from '@tufjs/models';
import type { Failure } from '@shared/model/failure.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { reasonOf, Refusal } from '../refusal.ts';
import type { Reader } from '../sources/reader.ts';
import type { InstalledRecord } from '../store/installed.ts';
import { isSignedManifest, readManifest } from '../store/manifests.ts';
import type { Copy } from './copies.ts';
import type { Origin, RunContext } from './run.ts';

export interface ManifestRequest {
  readonly target: TargetFile;
  readonly copy: Copy;
  /** Where the manifest can be had, preferred first. */
  readonly readers: readonly Reader[];
  readonly here: InstalledRecord | null;
}

/**
 * The manifest that a copy lists. What this program cannot read may be meant for a newer one; the packages beside it are
 * none the worse for it. Throws Refusal for everything else.
 */
export async function understand(
  { target, copy, readers, here }: ManifestRequest,
  context: RunContext,
): Promise<PackageManifest | { readonly failure: Failure }> {
  const { origin, refreshed } = copy;
  const held = heldManifest(target, origin, here);
  if (held) return held;
  try {
    return await readFromAny(readers, (reader) => readManifest(refreshed, target, reader, context.signal));
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.kind !== 'not-understood') throw error;
    const { failure } = error;
    context.log('a package that is not understood', error);
    await context.onNotTaken({ failure, reason: reasonOf(error), origin, version: null });
    return { failure };
  }
}

/** The installed manifest where it is the signed one: it need not come through the line again. */
function heldManifest(target: TargetFile, { publisher }: Origin, here: InstalledRecord | null): PackageManifest | null {
  return here?.publisher === publisher.fingerprint && isSignedManifest(target, here.manifest) ? here.manifest : null;
}

/** The first answer of a list of sources; where none has one, the refusal of the first. */
async function readFromAny<T>(readers: readonly Reader[], read: (reader: Reader) => Promise<T>): Promise<T> {
  let first: unknown;
  for (const reader of readers) {
    try {
      return await read(reader);
    } catch (error) {
      first ??= error;
      if (!(error instanceof Refusal) || ['cancelled', 'not-understood'].includes(error.failure.kind)) throw error;
    }
  }
  throw first;
}
