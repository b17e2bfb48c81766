import { supersededDocuments, type SupersededDocument } from './documents.ts';

/** Where a text rests on a superseded edition. */
export interface SupersededMention {
  readonly document: SupersededDocument;
  /** The year that the text names; null where the title alone says it. */
  readonly year: number | null;
}

/** Superseded documents that a text names: by a title that is out of force, or by a title with the year of an old edition beside it. */
export function supersededIn(text: string): SupersededMention[] {
  if (!/条例|章程|准则|细则/.test(text)) return [];
  const plain = folded(text);
  return patterns.flatMap(({ document, title, edition }): SupersededMention[] => {
    if (!edition) return plain.includes(title) ? [{ document, year: null }] : [];
    const found = edition.exec(plain);
    return found ? [{ document, year: Number(found[1] ?? found[2]) }] : [];
  });
}

const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** 2018年修订的《…》 · 《…》(2018年) · 《…》2018年修订 · 《…》自2018年…起施行. What is behind the title as （试行） is another document. */
const patterns = supersededDocuments.map((document) => {
  const title = folded(document.title);
  const years = document.years.join('|');
  const name = `《?${title}(?!\\(试行)》?`;
  const pattern = `(?<!\\d)(${years})年[^《》。;0-9]{0,10}${name}|${name}[^《》。;0-9]{0,6}(${years})(?!\\d)`;
  return { document, title, edition: years === '' ? null : new RegExp(pattern) };
});
