import type { Indicator } from '../model/project.ts';

/** How one figure differs from another. */
export interface FigureChange {
  readonly from: number;
  readonly to: number;
  readonly direction: 'up' | 'down' | 'same';
  /** Of the first figure, never negative, one digit after the point; null where the first is zero, of which nothing is a share. */
  readonly percent: number | null;
  /** Whether it is a change for the better; null where there is none. */
  readonly better: boolean | null;
}

/** From one figure to another; null where one is not known. */
export function figureChange(from: number | null, to: number | null, better: Indicator['better']): FigureChange | null {
  if (from === null || to === null) return null;
  const direction = to > from ? 'up' : to < from ? 'down' : 'same';
  return {
    from,
    to,
    direction,
    percent: from === 0 ? null : tenths((100 * Math.abs(to - from)) / Math.abs(from)),
    better: direction === 'same' ? null : direction === (better === 'lower' ? 'down' : 'up'),
  };
}

/** From the baseline to what was reached. */
export const effectOf = ({ baseline, actual, better }: Indicator): FigureChange | null => figureChange(baseline, actual, better);

/** From the same period last year to what was reached. */
export const yearChange = ({ lastYear, actual, better }: Indicator): FigureChange | null => figureChange(lastYear, actual, better);

/** Whether the target is reached; null where it or the actual figure is not known. */
export function targetReached({ target, actual, better }: Indicator): boolean | null {
  if (target === null || actual === null) return null;
  return better === 'lower' ? actual <= target : actual >= target;
}

/** Half of a tenth is rounded up as by hand, though it may lie a hair lower in binary. */
const tenths = (value: number): number => Math.round(value * 10 + 1e-7) / 10;

/** A figure as people write it, full-width digits and thousands marks too: null where the text is empty, 'unreadable' where it is none. */
export function parseFigure(text: string): number | null | 'unreadable' {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const digits = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) return 'unreadable';
  const figure = Number(digits);
  return Math.abs(figure) <= 1e15 ? figure : 'unreadable';
}
