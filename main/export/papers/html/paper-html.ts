import type { Printout } from '@shared/ipc/contract.ts';
import type { PrintedPaper, PrintedPart } from '@shared/exam/printed/paper.ts';
import { columnWidth, isSealed, layouts, partBox, scoreRows, teacherMark, type PaperFile } from '../page-layout.ts';
import { sheetHtml } from './answer-sheet.ts';
import { itemHtml } from './items.ts';
import { paperStyle } from './style.ts';
import { emphasised, escape, titleHtml } from './text.ts';

/** Printouts of a paper as one complete HTML document to print: page numbers, seal line, questions that do not part from their options. */
export function paperHtml(paper: PrintedPaper, { size, printouts }: PaperFile): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escape(paper.title)}</title><style>${paperStyle(size, paper.sealFields)}</style></head>
<body>
${printouts.map((printout) => `<main${isSealed(printout) ? ' class="sealed"' : ''}>${makers[printout](paper, columnWidth(layouts[size], isSealed(printout)))}</main>`).join('\n')}
</body>
</html>
`;
}

const makers = {
  candidate: (paper, width) => `${head(paper, '', width)}${paper.parts.map((part) => partHtml(part, false)).join('\n')}`,
  teacher: (paper, width) => `${head(paper, teacherMark, width)}${paper.parts.map((part) => partHtml(part, true)).join('\n')}`,
  answers: (paper, width) => `${titleHtml(paper.title, width)}<h1>参考答案</h1>${paper.parts.map(answersHtml).join('\n')}`,
  sheet: sheetHtml,
} as const satisfies Record<Printout, (paper: PrintedPaper, width: number) => string>;

function head(paper: PrintedPaper, mark: string, width: number): string {
  return `${titleHtml(paper.title, width)}
<p class="subtitle">${escape(paper.subtitle)}</p>${mark && `<p class="subtitle">${escape(mark)}</p>`}
${scores(paper.scoreColumns)}
<section class="notes"><b>注意事项</b><ol>${paper.notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ol></section>
`;
}

function scores(columns: readonly string[]): string {
  const empty = columns.map(() => '<td></td>').join('');
  const rows = scoreRows.map((row) => `<tr><th>${row}</th>${empty}</tr>`).join('');
  return `<table class="scores"><tr><th>题号</th>${columns.map((column) => `<th>${column}</th>`).join('')}</tr>${rows}</table>`;
}

function partHtml(part: PrintedPart, answered: boolean): string {
  const box = `<table><tr>${partBox.map((name) => `<th>${name}</th>`).join('')}</tr><tr>${partBox.map(() => '<td></td>').join('')}</tr></table>`;
  return `<div class="part">${box}<h2>${escape(part.heading)}</h2></div>\n${part.items.map((item) => itemHtml(item, answered)).join('\n')}`;
}

/** Letters and marks run on; longer answers take lines of their own. */
function answersHtml(part: PrintedPart): string {
  const answers = part.items.map((item) => `<span>${item.label}${emphasised(item.answer)}</span>`).join('');
  return `<h2>${escape(part.title)}</h2><div class="key">${answers}</div>`;
}
