import type { Cell, Report } from '../model/report.ts';
import { checkedNonce, escapeHtml } from './escape.ts';
import { cellWords } from './format.ts';
import { reportStyle } from './style.ts';
import { isTall } from './tall-rows.ts';

export interface ReportHtmlOptions {
  /** Base64 nonce of the one style element; the page's content policy lets nothing else style it. */
  readonly nonce: string;
}

/**
 * A report as a complete printable HTML document: A4, the head of the table repeated on every page, black on white, no
 * script and nothing from outside. Screen preview and PDF are made from the same document.
 */
export function reportHtml(report: Report, { nonce }: ReportHtmlOptions): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${checkedNonce(nonce)}'">
<title>${escapeHtml(report.title)}</title>
<style nonce="${nonce}">${reportStyle(report)}</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
${report.head.map((text) => `<p class="head">${escapeHtml(text)}</p>`).join('\n')}
<table>
<colgroup>${report.columns.map(() => '<col>').join('')}</colgroup>
<thead><tr>${report.columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`).join('')}</tr></thead>
${body(report)}
</table>
</body>
</html>
`;
}

/**
 * The last row stays on one page with the foot: signatures alone on a sheet sign nothing. The total and the foot are no
 * tfoot, which would be repeated on every page.
 */
function body(report: Report): string {
  const tall = report.rows.map((cells) => isTall(report, cells));
  const rows = report.rows.map((cells, place) => row(report, cells, tall[place] ? ' class="tall"' : ''));
  if (rows.length === 0) rows.push(`<tr><td class="none" colspan="${report.columns.length}">（无记录）</td></tr>`);
  if (report.total) rows.push(row(report, report.total, ' class="total"'));
  const foot = report.foot.map((text) => `<tr class="foot"><td colspan="${report.columns.length}">${escapeHtml(text)}</td></tr>`);
  return `<tbody>
${rows.slice(0, -1).join('\n')}
</tbody>
<tbody class="${report.total === null && tall.at(-1) ? 'tall' : 'closing'}">
${[...rows.slice(-1), ...foot].join('\n')}
</tbody>`;
}

function row(report: Report, cells: readonly Cell[], attributes: string): string {
  return `<tr${attributes}>${report.columns.map((column, index) => cell(report, cells[index] ?? null, index, column.kind)).join('')}</tr>`;
}

const classes = { text: '', number: ' class="num"', percent: ' class="num"', date: ' class="date"' } as const;

function cell(report: Report, value: Cell, index: number, kind: keyof typeof classes): string {
  return `<td${classes[kind]}>${escapeHtml(cellWords(report, value, index))}</td>`;
}
