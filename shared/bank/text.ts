const dashes = /[\u2010-\u2015\u2212~]/g;
const ratios = /[\u2236]/g;
const fractions = /\u2044/g;
/** Punctuation and white space, but not what changes a figure: the point of 1.5, the sign of -5, 3:1, 1/3 and 5%. */
const ignorable = /(?!%)(?!(?<=\d)[.:/](?=\d))(?!-(?=\d))[\p{P}\p{Z}\s\p{Cf}]/gu;

/**
 * The form in which two written answers are compared: one width, one case, no spaces, no punctuation.
 * Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(dashes, '-').replace(ratios, ':').replace(fractions, '/');
  return plain.replace(/\s/gu, '').replace(ignorable, '').normalize('NFKC');
}

/** Whether what a person wrote is the wanted answer. Nothing written is never right; where the answer is punctuation alone, it is compared as it stands. */
export function sameText(written: string, wanted: string): boolean {
  const folded = foldText(wanted);
  if (folded === '') return written.normalize('NFKC').trim() === wanted.normalize('NFKC').trim() && wanted.trim() !== '';
  return foldText(written) === folded;
}

const traditional = '題選項確單複類難說據節號幹斷內編碼點識標籤釋詳參問來備對錯';
const plain = '题选项确单复类难说据节号干断内编码点识标签释详参问来备对错';

/** The characters of titles and names of types in their simplified form; others stand as they are. */
export const simplified = (text: string): string =>
  text.replace(
    /[題選項確單複類難說據節號幹斷內編碼點識標籤釋詳參問來備對錯]/g,
    (character) => plain[traditional.indexOf(character)] ?? character,
  );
