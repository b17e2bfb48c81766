import { foldText, sameText } from '../../bank/text.ts';

/**
 * A zero among Chinese digits, as it is typed: 二〇二六 is also written 二○二六, 二O二六, 二0二六 and 二零二六. Not the zero of an
 * Arabic figure: 0.5, -0, 1/0.
 */
const zeros = /(?<=[一二三四五六七八九])[〇○◯零0o]+(?![.:/]?\d)|(?<![\d-]|\d[.:/])[〇○◯零0o]+(?=[一二三四五六七八九])/gu;

/** The form in which what stands in a blank is compared: that of foldText, and one sign for the zero among Chinese digits. Folding twice changes nothing. */
export const foldWritten = (text: string): string => foldText(text).replace(zeros, (found) => '〇'.repeat(found.length));

/** Whether what was written into a blank is one of its accepted alternatives. Nothing written is never right. */
export const isAccepted = (written: string, accepted: readonly string[]): boolean =>
  accepted.some((wanted) => sameText(written, wanted) || (foldText(wanted) !== '' && foldWritten(written) === foldWritten(wanted)));
