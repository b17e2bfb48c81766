import { projectBars as words } from '../../messages/zh/projects/bars.ts';
import { escapeHtml } from '../../reports/escape.ts';
import { headLines, type HeadCell } from './heads.ts';
import { heights } from './print-pages.ts';
import type { PrintDrawing } from './print-drawing.ts';

/** Least widths in millimetres at which a cell has words. */
const least = { year: 9, month: 7, quarter: 10, week: 6, day: 3.4 } as const;
const leastUpperMonth = 16;
/** The line below the time line; drawn, since a border would press the scale away from that of the bars. */
const edge = 0.3;

/** The time line above the bars of every page. */
export function timeHead({ scale, width, calendar }: PrintDrawing): string {
  const { upper, lower } = headLines(scale);
  const half = heights.timeHead / 2;
  const place = ({ from, to }: HeadCell) => ({ x: from * scale.dayLength, length: (to - from) * scale.dayLength });
  const cells = [
    ...upper.map((cell) => {
      const { x, length } = place(cell);
      const text = upperText(cell);
      const told = calendar.knows(Number(cell.day.slice(0, 4))) ? text : words.noHolidays(text);
      const fits = length >= (cell.unit === 'year' ? least.year : leastUpperMonth);
      return cellDrawing(x, 0, heights.timeHead, half / 2, !fits ? '' : length >= 42 ? told : text);
    }),
    ...lower.map((cell) => {
      const { x, length } = place(cell);
      return cellDrawing(x, half, heights.timeHead, half * 1.5, length >= least[cell.unit] ? lowerText(cell) : '');
    }),
  ];
  return `<svg class="time" width="${width}mm" height="${heights.timeHead}mm" viewBox="0 0 ${width} ${heights.timeHead}"><path class="line" d="M0 ${half}H${width}"/><path class="edge" d="M0 ${heights.timeHead - edge / 2}H${width}"/>${cells.join('')}</svg>`;
}

function cellDrawing(x: number, top: number, bottom: number, middle: number, text: string): string {
  const at = Math.round(x * 100) / 100;
  return `<path class="line" d="M${at} ${top}V${bottom}"/>${text === '' ? '' : `<text x="${at + 0.7}" y="${middle}">${escapeHtml(text)}</text>`}`;
}

const monthOf = (day: string): number => Number(day.slice(5, 7));

function upperText({ unit, day }: HeadCell): string {
  const year = Number(day.slice(0, 4));
  return unit === 'year' ? words.upper.year(year) : words.upper.month(year, monthOf(day));
}

const lowerText = ({ unit, day }: HeadCell): string => (unit === 'year' ? '' : words.lower[unit](monthOf(day), Number(day.slice(8))));
