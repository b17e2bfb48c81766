import type { PrintedItem } from '@shared/exam/printed/item.ts';
import { escape, emphasised } from './text.ts';

/** A question with its options; `answered` puts the answer, why and the clause behind it, in place of the lines to write on. */
export function itemHtml(item: PrintedItem, answered: boolean): string {
  const options = item.options.map((option) => `<span>${emphasised(option)}</span>`).join('');
  return [
    `<section class="item"><p class="stem">${item.label}${emphasised(item.stem)}</p>`,
    options && `<div class="options per${item.optionsPerLine}">${options}</div>`,
    answered ? '' : ruledLines(item.lines),
    ...item.parts.map((part) => itemHtml(part, answered)),
    answered ? notes(item) : '',
    '</section>',
  ].join('');
}

export const ruledLines = (count: number): string => '<div class="rule"></div>'.repeat(count);

/** Each part of a case has its answer; the case only says why. */
function notes({ answer, explanation, basis, parts }: PrintedItem): string {
  const told = [
    ['答案', parts.length > 0 ? '' : answer],
    ['解析', explanation],
    ['依据', basis],
  ] as const;
  const lines = told.flatMap(([name, text]) => (text === '' ? [] : `<p><b>${name}：</b>${escape(text)}</p>`));
  return lines.length === 0 ? '' : `<div class="note">${lines.join('')}</div>`;
}
