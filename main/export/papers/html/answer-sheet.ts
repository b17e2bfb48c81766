import { answerSheet, type AnswerPlace, type AnswerSheet, type SheetPart } from '@shared/exam/printed/answer-sheet.ts';
import type { PrintedPaper } from '@shared/exam/printed/paper.ts';
import { ruledLines } from './items.ts';
import { escape, titleHtml } from './text.ts';

export function sheetHtml(paper: PrintedPaper, width: number): string {
  const sheet = answerSheet(paper);
  return `${titleHtml(sheet.title, width)}${identity(sheet)}${sheet.parts.map(part).join('\n')}`;
}

/** Who sits: fields to write into, and the grid of the staff number. */
function identity({ fields, digits, rules }: AnswerSheet): string {
  const cells = (content: string): string => `<td>${content}</td>`.repeat(digits);
  const rows = Array.from({ length: 10 }, (_, digit) => `<tr>${cells(`<i>${digit}</i>`)}</tr>`).join('');
  const lines = fields.map((field) => `<p class="field">${escape(field)}<u></u></p>`).join('');
  const told = rules.map((rule) => `<li>${escape(rule)}</li>`).join('');
  return `<section class="identity"><div>${lines}<p class="field">缺考标记（监考人填涂）&nbsp;<i></i></p></div>
<table class="digits"><tr><th colspan="${digits}">工号</th></tr><tr>${cells('')}</tr>${rows}</table></section>
<section class="notes"><ol>${told}</ol></section>`;
}

/** Bubbles stand in blocks of five, as a reader's eye or machine expects; what is written has lines of its own. */
function part({ title, places }: SheetPart): string {
  const bubbles = places.filter((place) => place.kind === 'bubbles');
  const fives = Array.from({ length: Math.ceil(bubbles.length / 5) }, (_, n) => bubbles.slice(n * 5, n * 5 + 5));
  const marked = fives.map((five) => `<div class="five">${five.map(bubbleLine).join('')}</div>`).join('');
  const written = places.map(writtenPlace).join('');
  return `<h2>${escape(title)}</h2>${marked && `<div class="bubbles">${marked}</div>`}${written}`;
}

const bubbleLine = ({ label, choices }: Extract<AnswerPlace, { kind: 'bubbles' }>): string =>
  `<p><b>${escape(label)}</b>${choices.map((choice) => `<i>${choice}</i>`).join('')}</p>`;

/** Half a character of 小四 an underscore, in millimetres. */
const underscore = 2.12;

function writtenPlace(place: AnswerPlace): string {
  if (place.kind === 'bubbles') return '';
  const lines =
    place.kind === 'lines'
      ? ruledLines(place.lines)
      : place.widths.map((width) => `<u style="width:${width * underscore}mm"></u>`).join('');
  return `<div class="written"><span>${escape(place.label)}</span><div${place.kind === 'blanks' ? ' class="blanks"' : ''}>${lines}</div></div>`;
}
