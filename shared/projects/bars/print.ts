import type { PaperSize } from '../../ipc/exam.ts';
import { projectBars } from '../../messages/zh/projects/bars.ts';
import type { PlanDocument } from '../../model/plan-file.ts';
import type { HolidayYear } from '../../model/policy.ts';
import { checkedNonce, escapeHtml } from '../../reports/escape.ts';
import { planFoot, planHead } from '../../reports/plan-head.ts';
import { legalCalendar } from '../schedule/calendar.ts';
import { linksOf } from './links.ts';
import { pageDrawing, printBars, printPatterns, type PrintDrawing } from './print-drawing.ts';
import { timeHead } from './print-head.ts';
import { barsWidth, heights, printPages, printRows, type PrintRow } from './print-pages.ts';
import { printStyle, rowClass } from './print-style.ts';
import { rangeOf, roomAround } from './range.ts';
import { scaleToFit, type UnitLengths } from './scale.ts';

/** Millimetres of a day from which its unit can be read on paper. */
const lengths: UnitLengths = { day: 4, week: 1.1, month: 0.3, quarter: 0.12 };

/**
 * 推进计划横道图 as a complete printable HTML document: nodes on the left, their bars on the right, the time line on every page.
 * Long plans go over several pages; a long time is pressed into one width. Black on white, no script, nothing from outside.
 */
export function barsHtml(plan: PlanDocument, size: PaperSize, { nonce }: { readonly nonce: string }): string {
  const head = planHead(plan);
  const drawing = drawingOf(plan, size);
  const pages = printPages(drawing.rows, size, head.length);
  const title = '书记项目推进计划横道图';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${checkedNonce(nonce)}'">
<title>${title}</title>
<style nonce="${nonce}">${printStyle(size, drawing.rows)}</style>
</head>
<body>
${printPatterns}
${pages
  .map(
    (page, n) => `<section class="page">
${n === 0 ? `<h1>${title}</h1>${head.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}` : ''}
${sheet(page, drawing)}
${legend}
${n + 1 === pages.length ? `<p class="foot">${planFoot}</p>` : ''}
</section>`,
  )
  .join('\n')}
</body>
</html>
`;
}

function drawingOf({ nodes, baseline, holidays, today }: PlanDocument, size: PaperSize): PrintDrawing {
  const sorted = nodes.toSorted((one, other) => one.order - other.order);
  const rows = printRows(sorted, size);
  const width = barsWidth(size);
  const scale = scaleToFit(roomAround(rangeOf(sorted, baseline, today), 2, today), width, lengths);
  const approved = new Map(baseline.map((node) => [node.id, node]));
  const bars = printBars(rows, scale.first, today, approved);
  return { scale, width, rows, bars, links: linksOf(sorted), calendar: legalCalendar(yearsOf(holidays)), today };
}

/** Exceptions day by day as the tables of their years. */
function yearsOf(holidays: PlanDocument['holidays']): HolidayYear[] {
  const byYear = Map.groupBy(holidays, ({ day }) => Number(day.slice(0, 4)));
  return [...byYear].map(([year, days]) => ({
    year,
    off: days.filter(({ work }) => !work).map(({ day }) => day),
    work: days.filter(({ work }) => work).map(({ day }) => day),
    basis: '',
  }));
}

const sheet = (page: readonly PrintRow[], drawing: PrintDrawing): string => `<div class="sheet"><div class="left">${leftHead}
${page.map(leftRow).join('\n')}</div><div>${timeHead(drawing)}${pageDrawing(page, drawing)}</div></div>`;

const cell = (name: string, text: string): string => `<div class="${name}"><span>${escapeHtml(text)}</span></div>`;

const leftHead = `<div class="row top">${cell('number', '序号')}${cell('phase', '阶段')}${cell('title', '节点')}${cell('owner', '责任人')}${cell('dates', '计划起止')}${cell('progress', '进度%')}</div>`;

const leftRow = ({ node, row, height }: PrintRow): string =>
  `<div class="row ${rowClass(height)}">${cell('number', String(row + 1))}${cell('phase', node.phase)}${cell('title', node.title)}${cell('owner', node.owner)}${cell('dates', `${node.plannedStart}\n${node.plannedFinish}`)}${cell('progress', String(node.progress))}</div>`;

const sample = (drawn: string): string => `<svg width="10mm" height="5mm" viewBox="0 0 10 5">${drawn}</svg>`;
const samples: readonly [text: string, drawn: string][] = [
  [projectBars.legend.plan, '<rect class="plan" x="0.5" y="0.7" width="9" height="3.6"/>'],
  [projectBars.legend.progress, '<rect x="0.5" y="1.5" width="9" height="2"/>'],
  [projectBars.legend.overdue, '<rect class="plan overdue" x="0.5" y="0.7" width="9" height="3.6"/>'],
  [projectBars.legend.actual, '<rect class="actual" x="0.5" y="2" width="9" height="0.9"/>'],
  [projectBars.legend.approved, '<rect class="approved" x="0.5" y="2" width="9" height="1"/>'],
  [projectBars.legend.milestone, '<path class="plan" d="M2.9 2.5l2.1 -2.1l2.1 2.1l-2.1 2.1z"/>'],
  [projectBars.legend.off, `<rect class="off" x="0.5" y="0" width="9" height="${heights.legend}"/>`],
  [projectBars.legend.today, '<path class="today" d="M5 0v5"/>'],
];
const legend = `<div class="legend">${samples.map(([text, drawn]) => `<span>${sample(drawn)}${text}</span>`).join('')}</div>`;
