import { ArchiveFault, type Archive } from '../../archive/archive.ts';
import { prefixed, readXml } from './xml.ts';

/** The parts of a workbook (ECMA-376 part 1, 12.3). */
export interface Book {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Names of parts, or null where the workbook has none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904. */
  readonly date1904: boolean;
}

/** Finds the parts by their relations; programs call them as they like. Throws ArchiveFault. */
export async function openBook(archive: Archive): Promise<Book> {
  const root = await relationsOf(archive, '');
  const main = root.find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  const relations = await relationsOf(archive, main);
  const sheets: { name: string; part: string }[] = [];
  let date1904 = false;
  const read = await readXml(archive, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const part = relations.find(({ id }) => id === prefixed(attributes, 'id'))?.part;
      if (part !== undefined) sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  if (!read) throw missing(main);
  const related = (kind: string): string | null => relations.find(({ type }) => type.endsWith(`/${kind}`))?.part ?? null;
  return { sheets, sharedStrings: related('sharedStrings'), styles: related('styles'), date1904 };
}

/** A part that has to be there is not. */
export const missing = (part: string): ArchiveFault => new ArchiveFault('damaged', `缺少 ${part}`);

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** The relations of a part, or of the package for ''. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const relations: Relation[] = [];
  await readXml(archive, name, {
    open: (element, { Id = '', Type = '', Target = '' }) => {
      if (element === 'Relationship') relations.push({ id: Id, type: Type, part: resolve(folder, Target) });
    },
  });
  return relations;
}

/** A target is meant from the folder of its part, or from the root where it begins with a slash. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? path.split('/') : [...folder.split('/'), ...path.split('/')];
  const found: string[] = [];
  for (const step of steps) {
    if (step === '..') found.pop();
    else if (step !== '' && step !== '.') found.push(step);
  }
  return found.join('/');
}
