import { readStartCode } from '@shared/exam/quarterly/start-code.ts';
import type { SealedPapers } from '@shared/model/examining.ts';
import { sealedPapersSchema } from '@shared/model/schemas/examining.ts';
import { openWithPassphrase, sealWithPassphrase } from '../age-files.ts';

/**
 * Seals papers under a start code: an age file in base64, opened by the code as it is printed (`age -d`). Null where the
 * code has fewer than 60 bits or is none. What was sealed is opened again before it counts.
 */
export async function sealPapers(papers: SealedPapers, startCode: string): Promise<string | null> {
  const code = readStartCode(startCode);
  if (code === null) return null;
  const sealed = Buffer.from(await sealWithPassphrase(JSON.stringify(papers), code)).toString('base64');
  if ((await openPapers(sealed, code)) === null) throw new Error('papers that were sealed just now do not open');
  return sealed;
}

/** What `sealPapers` sealed; null where the code is wrong, or the file is damaged: nobody can tell these apart. */
export async function openPapers(sealed: string, startCode: string): Promise<SealedPapers | null> {
  const code = readStartCode(startCode);
  const text = code === null ? null : await openWithPassphrase(Buffer.from(sealed, 'base64'), code);
  return text === null ? null : parse(text);
}

function parse(text: string): SealedPapers | null {
  try {
    return sealedPapersSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
