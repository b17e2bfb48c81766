import { letterOf } from '../../bank/options.ts';
import { never } from '../../never.ts';
import type { PrintedItem } from './item.ts';
import type { PrintedPaper } from './paper.ts';

/** 答题卡 of a printed paper. */
export interface AnswerSheet {
  /** …答题卡（A卷） */
  readonly title: string;
  readonly fields: readonly string[];
  /** Columns of the grid that the 工号 is written and marked in. */
  readonly digits: number;
  readonly rules: readonly string[];
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  /** 一、单项选择题 */
  readonly title: string;
  readonly places: readonly AnswerPlace[];
}

/** Where one question, or one part of a case, is answered. `label` is its number on the paper: 7, or 21（2）. */
export type AnswerPlace =
  | { readonly kind: 'bubbles'; readonly label: string; readonly choices: readonly string[] }
  /** Lines for the blanks, each so many underscores long. */
  | { readonly kind: 'blanks'; readonly label: string; readonly widths: readonly number[] }
  | { readonly kind: 'lines'; readonly label: string; readonly lines: number };

const digits = 10;

export function answerSheet(paper: PrintedPaper): AnswerSheet {
  return {
    title: `${paper.name.replace(/试卷$/, '')}答题卡${paper.variant === '' ? '' : `（${paper.variant}卷）`}`,
    fields: paper.sealFields.map(({ name }) => name),
    digits,
    rules: [
      '填写各项；在表格里写上工号，再把每一位对应的数字涂黑。',
      '选择题、判断题用2B铅笔把选中的方框涂满，改动时擦干净。',
      '填空题、简答题用黑色签字笔写在横线上。',
    ],
    parts: paper.parts.map(({ title, items }) => ({ title, places: evenBubbles(items.flatMap((item) => placesOf(item, numberOf(item)))) })),
  };
}

function placesOf(item: PrintedItem, label: string): AnswerPlace[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return [{ kind: 'bubbles', label, choices: letters(item.options.length) }];
    case 'judge':
      return [{ kind: 'bubbles', label, choices: ['√', '×'] }];
    case 'blank':
      return [{ kind: 'blanks', label, widths: item.blanks }];
    case 'short':
      return [{ kind: 'lines', label, lines: item.lines }];
    case 'case':
      return item.parts.flatMap((part) => placesOf(part, label + part.label));
    default:
      return never(item.type);
  }
}

/** '7. ' as 7 */
const numberOf = ({ label }: PrintedItem): string => label.replace(/\.\s*$/, '');

const letters = (count: number): string[] => Array.from({ length: count }, (_, place) => letterOf(place));

/** As many letters for each question as the longest of the part has, and at least four: columns stand straight. */
function evenBubbles(places: readonly AnswerPlace[]): AnswerPlace[] {
  const most = Math.max(4, ...places.map((place) => (place.kind === 'bubbles' ? place.choices.length : 0)));
  return places.map((place) => (place.kind === 'bubbles' && place.choices[0] === 'A' ? { ...place, choices: letters(most) } : place));
}
