import type { Encoding } from '@shared/bank/encodings.ts';
import { isCompound } from '../archive/compound.ts';
import { compoundKind } from './compound.ts';
import type { Kind } from './kind.ts';
import { signedKind } from './signature.ts';
import { textKind } from './text.ts';
import { isZip, zipKind } from './zip.ts';

/** What a file is, from its content; the name only decides what the content leaves open. `encoding` is for texts; null finds it out. */
export async function detect(bytes: Buffer, name: string, encoding: Encoding | null): Promise<Kind> {
  if (isCompound(bytes)) return compoundKind(bytes, name);
  if (isZip(bytes)) return zipKind(bytes);
  return signedKind(bytes) ?? textKind(bytes, name, encoding);
}
