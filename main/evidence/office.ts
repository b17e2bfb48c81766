import { openArchive, type Archive } from '../import/archive/archive.ts';
import { limits } from '../limits.ts';

/** What the main part of a document without macros is called in its list of contents (ECMA-376 part 1, annex A). */
const mainParts = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
} as const;
export type OfficeEnding = keyof typeof mainParts;

/** Parts that run, or hold what runs: macros, macro sheets, ActiveX, and objects of other programs. */
const dangerous = /vbaproject|vbadata|macrosheets\/|activex\/|embeddings\/oleobject|\.(exe|dll|js|vbs|bat|cmd|ps1|hta|lnk|scr|com|msi)$/i;

/** Whether a file is a document of this kind that runs nothing and fetches nothing when it is opened. */
export async function isHarmlessOffice(bytes: Buffer, ending: OfficeEnding): Promise<boolean> {
  const archive = await openArchive(bytes).catch(() => null);
  if (!archive || archive.names.some((name) => dangerous.test(name))) return false;
  const contents = await textOf(archive, '[Content_Types].xml');
  if (contents === null || !contents.includes(mainParts[ending]) || /macroenabled/i.test(contents)) return false;
  for (const name of archive.names.filter((part) => part.toLowerCase().endsWith('.rels'))) {
    const links = await textOf(archive, name);
    if (links === null || fetches(links)) return false;
  }
  return true;
}

/**
 * A link outward is harmless where a person has to click it; a template, a frame or a picture from elsewhere is fetched at once.
 * Signs that are written as numbers, or words of its own making, could hide one.
 */
function fetches(links: string): boolean {
  if (links.includes('&#') || /<!(DOCTYPE|ENTITY)/i.test(links)) return true;
  const clicked = links
    .match(/<(?:\w+:)?Relationship\b[^>]*>/g)
    ?.filter((link) => outward.test(link) && /Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(link));
  return (links.match(new RegExp(outward, 'gi'))?.length ?? 0) !== (clicked?.length ?? 0);
}

const outward = /TargetMode\s*=\s*["']\s*External/i;

/** Null where it is not there, cannot be read, is no UTF-8, or is longer than any such part is. */
async function textOf(archive: Archive, name: string): Promise<string | null> {
  try {
    const pieces = archive.pieces(name);
    if (!pieces) return null;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const piece of pieces) {
      length += piece.length;
      if (length > limits.evidencePart) return null;
      chunks.push(piece);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null; // whatever is wrong with it, nobody knows what it does
  }
}
