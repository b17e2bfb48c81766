import { zstdDecompressSync } from 'node:zlib';
import type { FileRefusal } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { openArchive, type Archive } from '../../archive/archive.ts';
import { limits } from '../../../limits.ts';
import { closeItems, placeAt } from '../items.ts';
import { faultRefusal } from '../packed.ts';
import { CollectionFault, notesIn } from './collection.ts';
import { readNote } from './note.ts';

/** Reads the notes of an Anki package (.apkg, .colpkg) of any version. Rows are the numbers of the notes in the order in which they were made. */
export async function readApkg(bytes: Buffer, options: ReadOptions): Promise<Reading | FileRefusal> {
  try {
    const collection = await collectionIn(await openArchive(bytes));
    if ('code' in collection) return collection;
    const notes = await notesIn(collection);
    return closeItems(notes.map((note, at) => ({ place: placeAt(at + 1), outcome: readNote(note, options) })));
  } catch (fault) {
    if (fault instanceof CollectionFault) return { code: 'file-unreadable', message: `Anki 牌组已损坏（${fault.message}）。` };
    return faultRefusal(fault);
  }
}

/** New packages hold the notes in anki21b and a stub for old programs in anki2. */
async function collectionIn(archive: Archive): Promise<Buffer | FileRefusal> {
  const packed = await archive.read('collection.anki21b');
  if (packed) return unpack(packed);
  return (
    (await archive.read('collection.anki21')) ??
    (await archive.read('collection.anki2')) ?? { code: 'format-unknown', message: '压缩包里没有 Anki 牌组。' }
  );
}

function unpack(packed: Buffer): Buffer | FileRefusal {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: limits.ankiCollection });
  } catch (fault) {
    const large = fault instanceof RangeError || (fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE');
    if (large) return { code: 'file-too-large', message: `Anki 牌组解压后超过 ${limits.ankiCollection / 1e6} MB，不予打开。` };
    return { code: 'file-unreadable', message: 'Anki 牌组已损坏（不能解压）。' };
  }
}
