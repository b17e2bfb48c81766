import { limits } from '../../limits.ts';
import { ArchiveFault, openArchive, type Archive } from '../archive/archive.ts';
import { storedZip, type StoredPart } from './stored-zip.ts';
import { TooManyRows } from './xlsx/too-many-rows.ts';

/** Pictures, macros, pivot tables and their likes hold no questions. Without the relations of the sheets nobody asks for them. */
const needless =
  /^xl\/(?:media|embeddings|drawings|charts|printerSettings|pivotCache|pivotTables|queryTables|tables|comments|threadedComments|persons|ctrlProps|activeX|worksheets\/_rels)\b|vbaProject\.bin$|calcChain\.bin$|^(?:Thumbnails|Pictures|Object |customXml|docProps)/i;

/**
 * The parts of a workbook (xlsb, ods) that a reader of cells needs, in a zip without compression: they are unpacked once,
 * under the caps of an archive. Throws ArchiveFault and TooManyRows.
 */
export async function unpackWorkbook(bytes: Buffer): Promise<Buffer> {
  const archive = await openArchive(bytes);
  const parts: StoredPart[] = [];
  for (const name of archive.names.filter((one) => /\.(?:xml|rels|bin)$|^mimetype$/i.test(one) && !needless.test(one))) {
    parts.push({ name, content: await contentOf(archive, name) });
  }
  return storedZip(parts);
}

async function contentOf(archive: Archive, name: string): Promise<Buffer> {
  const content = await archive.read(name);
  if (!content) throw new ArchiveFault('damaged', `缺少 ${name}`);
  if (content.includes('<!DOCTYPE')) throw new ArchiveFault('damaged', `${name} 含有不允许的声明`);
  if (name === 'content.xml' && count(content, '<table:table-row') > limits.importRows) throw new TooManyRows();
  return content;
}

function count(content: Buffer, mark: string): number {
  let found = 0;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + mark.length)) found += 1;
  return found;
}
