import type { PaperSize, Printout } from '@shared/ipc/contract.ts';

/** What one file holds: printouts of one paper, one behind the other. */
export interface PaperFile {
  readonly size: PaperSize;
  readonly printouts: readonly Printout[];
}

/** Millimetres. */
export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: 1 | 2;
  /** Between the columns. */
  readonly gap: number;
  /** A4: the first page only; A3: every sheet. */
  readonly sealOn: 'first' | 'every';
}

export const layouts = {
  A4: { width: 210, height: 297, columns: 1, gap: 0, sealOn: 'first' },
  A3: { width: 420, height: 297, columns: 2, gap: 16, sealOn: 'every' },
} as const satisfies Record<PaperSize, PageLayout>;

/** Millimetres. With a seal line the left margin holds its band. */
export const margins = { plain: 18, sealed: 35, sealBand: 20, foot: 8 } as const;

/** Whether a printout is handed in by a candidate and so carries the seal line. */
export const isSealed = (printout: Printout): boolean => printout === 'candidate' || printout === 'teacher';

/** Width of a column of text in millimetres. */
export function columnWidth({ width, columns, gap }: PageLayout, sealed: boolean): number {
  const text = width - margins.plain - (sealed ? margins.sealed : margins.plain);
  return (text - gap * (columns - 1)) / columns;
}

/** How many characters of the title, 二号, a column holds. */
export const titleCapacity = (width: number): number => Math.floor(width / (22 * pointMm));

/** A point in millimetres. */
export const pointMm = 25.4 / 72;

/** Stands once in the middle of each of the two halves of the seal line. */
export const sealWarning = '密封线内不要答题';
export const sealCharacters = ['密', '封', '线'] as const;
/** The rows of the score table under its head, and the box before each part. */
export const scoreRows = ['得分', '评卷人', '复核人'] as const;
export const partBox = ['得分', '评卷人'] as const;
export const teacherMark = '教师用卷：每题之后印有答案、解析和依据，考前不得外传';
