/**
 * A text as the parts of a workbook or document can hold it (XML 1.0, 2.2): U+FFFE, U+FFFF and halves of characters make
 * Excel and Word call the file damaged. The libraries see to control characters themselves.
 */
export const xmlText = (text: string): string => text.toWellFormed().replace(/[\ufffe\uffff]/g, '');
