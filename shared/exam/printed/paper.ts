import type { Paper } from '../../model/exam.ts';
import { fullOf } from '../points.ts';
import { chineseNumber } from './chinese-number.ts';
import { printItem, type PrintedItem } from './item.ts';
import { partsOfPaper, type PaperPart } from './parts.ts';

/** A paper as it is laid out in ink: docx and PDF are made from the same one. */
export interface PrintedPaper {
  /** …试卷（A卷） */
  readonly title: string;
  /** The title without the mark of the variant, for other sheets of the same paper. */
  readonly name: string;
  /** 'A', 'B' or ''. */
  readonly variant: string;
  /** Time, full score and form. */
  readonly subtitle: string;
  readonly sealFields: readonly SealField[];
  /** 一, 二, … 总分 */
  readonly scoreColumns: readonly string[];
  readonly notes: readonly string[];
  readonly parts: readonly PrintedPart[];
}

/** A field inside the seal line; its line is `width` characters long. */
export interface SealField {
  readonly name: string;
  readonly width: number;
}

export interface PrintedPart extends Pick<PaperPart, 'title' | 'heading'> {
  readonly items: readonly PrintedItem[];
}

const sealFields: readonly SealField[] = [
  { name: '单位', width: 10 },
  { name: '支部', width: 8 },
  { name: '姓名', width: 6 },
  { name: '工号', width: 6 },
  { name: '专/兼职', width: 4 },
  { name: '考号', width: 5 },
];

/** Numbers run through the whole paper, so that a question of the answer sheet is named by its number alone. */
export function printPaper(paper: Paper, variant = ''): PrintedPaper {
  const parts = partsOfPaper(paper);
  const full = fullOf(paper.items);
  const marked = /[（(]\s*[A-Z]\s*卷\s*[）)]\s*$/;
  const name = paper.title.replace(marked, '');
  return {
    title: variant === '' ? paper.title : `${name}（${variant}卷）`,
    name,
    variant,
    subtitle: `（考试时间：${paper.minutes}分钟　满分：${full}分　形式：闭卷）`,
    sealFields,
    scoreColumns: [...parts.map(({ number }) => number), '总分'],
    notes: [
      '开考前请将密封线内各项填写清楚。',
      '答案直接答在试卷上；发有答题卡的，答在答题卡上。',
      '闭卷考试，字迹要清楚。',
      `本卷共${chineseNumber(parts.length)}大题，满分${full}分，考试时间${paper.minutes}分钟。`,
    ],
    parts: printParts(parts),
  };
}

function printParts(parts: readonly PaperPart[]): PrintedPart[] {
  let number = 0;
  return parts.map(({ title, heading, items }) => ({
    title,
    heading,
    items: items.map((item) => {
      number += 1;
      return printItem(item, `${number}. `);
    }),
  }));
}
