import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OpenedBundle } from '@shared/ipc/projects.ts';
import type { FailureKind } from '@shared/model/failure.ts';
import { fileFailure } from '../files.ts';
import { limits } from '../limits.ts';
import { readContents, type Contents } from './contents.ts';
import { openEnvelope, type Unopened } from './envelope.ts';

/** Opens a bundle of a branch, see `openBundle`. Further failures: those of reading a file. */
export async function openBundleFile(file: string, identities: readonly string[]): Promise<OpenedBundle> {
  const name = path.basename(file);
  const refused = (kind: FailureKind): OpenedBundle => ({ file: name, ok: false, failure: { kind, subject: name } });
  try {
    const found = await stat(file);
    if (!found.isFile()) return refused('not-understood'); // a pipe or a device has no end
    if (found.size > limits.bundleFile) return refused('too-large');
    const opened = await openBundle(await readFile(file), identities);
    return typeof opened === 'string' ? refused(opened) : { file: name, ok: true, ...opened };
  } catch (error) {
    const failure = fileFailure(error, name);
    if (failure.kind === 'write-failed') throw error;
    return { file: name, ok: false, failure };
  }
}

/**
 * Opens the bytes of a bundle with the bureau's identities. It counts whole or not at all: one byte of seal, signature or
 * contents that does not hold refuses it. What one cannot understand because it is newer is counted and left out.
 */
export async function openBundle(bytes: Buffer, identities: readonly string[]): Promise<Contents | Unopened> {
  const signal = AbortSignal.timeout(limits.bundleTime);
  const contents = await openEnvelope(bytes, identities);
  return typeof contents === 'string' ? contents : readContents(contents, signal);
}
