import path from 'node:path';
import type { Archive } from '../../archive/archive.ts';
import { WordRefusal } from '../refusal.ts';
import { walkXml } from './xml.ts';

/** The parts of a Word document that are read. */
export interface WordPackage {
  readonly document: Buffer;
  readonly styles: Buffer | null;
  readonly numbering: Buffer | null;
  /** Parts that the document takes in as a whole (w:altChunk), by the id of their relationship. */
  readonly chunks: ReadonlyMap<string, Buffer>;
}

interface Relationship {
  readonly id: string;
  /** Last word of its type: 'styles', 'numbering', 'aFChunk'. */
  readonly type: string;
  readonly target: string;
}

/** Finds the parts by their relationships (ECMA-376 part 2, 6.5), and by their usual names where those are missing. */
export async function readPackage(archive: Archive): Promise<WordPackage> {
  const main = (await relationshipsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const document = await archive.read(main);
  if (!document) throw new WordRefusal('file-unreadable', '压缩包中没有 Word 正文，请用 Word 或 WPS 打开后另存为 .docx 再导入。');
  const relationships = await relationshipsOf(archive, main);
  const partOf = (type: string): Promise<Buffer | null> =>
    archive.read(
      relationships.find((relationship) => relationship.type === type)?.target ?? path.posix.join(path.posix.dirname(main), `${type}.xml`),
    );
  return { document, styles: await partOf('styles'), numbering: await partOf('numbering'), chunks: await chunksOf(archive, relationships) };
}

async function chunksOf(archive: Archive, relationships: readonly Relationship[]): Promise<ReadonlyMap<string, Buffer>> {
  const chunks = new Map<string, Buffer>();
  for (const { id, type, target } of relationships) {
    const part = type === 'aFChunk' ? await archive.read(target) : null;
    if (part) chunks.set(id, part);
  }
  return chunks;
}

/** Relationships of a part ('' for the package), those to outside left out. */
async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = path.posix.dirname(part);
  const bytes = await archive.read(path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`));
  const found: Relationship[] = [];
  if (!bytes) return found;
  walkXml('.rels', bytes, {
    open: (name, attribute) => {
      const isInside = name.endsWith('Relationship') && attribute('TargetMode') !== 'External';
      if (isInside)
        found.push({ id: attribute('Id'), type: path.posix.basename(attribute('Type')), target: resolve(folder, attribute('Target')) });
      return true;
    },
  });
  return found;
}

const resolve = (folder: string, target: string): string =>
  path.posix.join(target.startsWith('/') ? '' : folder, target.replaceAll('\\', '/')).replace(/^\/+/, '');
