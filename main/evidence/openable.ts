import { open, readFile, stat } from 'node:fs/promises';
import { safeFileName } from '../export/file-name.ts';
import { limits } from '../limits.ts';
import { isHarmlessOffice, type OfficeEnding } from './office.ts';

/** A name as the file is opened or saved under: safe on every system, in two parts. */
export interface SafeName {
  readonly stem: string;
  /** In small letters, without its dot; '' where there is none. */
  readonly ending: string;
}

/**
 * What a name is once everything is taken away that hides its true ending: signs that turn the direction of writing, dots and
 * spaces behind it, the colon of a second stream.
 */
export function safeNameOf(name: string): SafeName {
  const [, stem = '', ending = ''] = /^(.*)\.([A-Za-z0-9]{1,8})$/s.exec(cleaned(name)) ?? [];
  return ending === '' ? { stem: safeFileName(cleaned(name)), ending: '' } : { stem: safeFileName(stem), ending: ending.toLowerCase() };
}

const cleaned = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '')
    .replace(/[\s.]+$/u, '');

const starts =
  (text: string, at = 0) =>
  (head: Buffer): boolean =>
    head.toString('latin1', at, at + text.length) === text;
const riff =
  (kind: string) =>
  (head: Buffer): boolean =>
    starts('RIFF')(head) && starts(kind, 8)(head);
const both = [starts('\xFF\xFB'), starts('\xFF\xF3'), starts('\xFF\xF2'), starts('ID3')];
const jpeg = starts('\xFF\xD8\xFF');

/** How files begin that other programs show and none runs. Formats with macros, scripts or remote content are not among them. */
const beginnings: Readonly<Record<string, (head: Buffer) => boolean>> = {
  pdf: starts('%PDF-'),
  jpg: jpeg,
  jpeg,
  png: starts('\x89PNG\r\n\x1A\n'),
  gif: (head) => starts('GIF87a')(head) || starts('GIF89a')(head),
  bmp: starts('BM'),
  webp: riff('WEBP'),
  mp4: starts('ftyp', 4),
  m4a: starts('ftyp', 4),
  mp3: (head) => both.some((begins) => begins(head)),
  wav: riff('WAVE'),
  txt: isText,
};

const officeEndings: ReadonlySet<string> = new Set<OfficeEnding>(['docx', 'xlsx', 'pptx']);

/** Whether a stored file may be opened under its ending: on the list, and in truth what the ending says. */
export async function isOpenable(file: string, ending: string): Promise<boolean> {
  if (isOffice(ending)) {
    if ((await stat(file)).size > limits.importFile) return false;
    const bytes = await readFile(file);
    return starts('PK\x03\x04')(bytes) && isHarmlessOffice(bytes, ending);
  }
  const begins = Object.hasOwn(beginnings, ending) ? beginnings[ending] : undefined;
  return begins !== undefined && begins(await headOf(file));
}

const isOffice = (ending: string): ending is OfficeEnding => officeEndings.has(ending);

/** No program for Windows or Linux, and without the zero bytes that texts have only in UTF-16. */
function isText(head: Buffer): boolean {
  if (starts('MZ')(head) || starts('\x7FELF')(head) || starts('#!')(head)) return false;
  return starts('\xFF\xFE')(head) || starts('\xFE\xFF')(head) || !head.includes(0);
}

const headBytes = 65_536;

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
