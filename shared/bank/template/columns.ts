import type { MappedColumn } from '../../model/bank.ts';
import { columnsFrom, type Columns } from '../columns.ts';
import { letterOf } from '../options.ts';

/** A column of our template for question banks. */
export interface TemplateColumn {
  readonly title: string;
  readonly holds: MappedColumn;
}

/** Options that the empty template has room for. */
export const usualOptions = 6;

/** The columns of the template, in order, with room for so many options. */
export function templateColumns(options: number): readonly TemplateColumn[] {
  return [
    { title: '序号', holds: 'number' },
    { title: '板块*', holds: 'section' },
    { title: '题型*', holds: 'type' },
    { title: '题干*', holds: 'stem' },
    ...Array.from({ length: options }, (_, place) => ({ title: `选项${letterOf(place)}`, holds: `option:${place}` as const })),
    { title: '正确答案*', holds: 'answer' },
    { title: '解析', holds: 'explanation' },
    { title: '依据（文件及条款）', holds: 'basis' },
    { title: '知识点', holds: 'topic' },
    { title: '难度（易/中/难）', holds: 'difficulty' },
    { title: '分值', holds: 'score' },
    { title: '选项可乱序（是/否）', holds: 'shuffle' },
    { title: '题目编码', holds: 'id' },
    { title: '材料题编码（父题）', holds: 'parent' },
    { title: '填空顺序', holds: 'blankOrder' },
  ];
}

/** The columns as the reader meets them; 12 options are the most a question has. */
export const widestTemplate = templateColumns(12);
export const widestColumns: Columns = columnsFrom(widestTemplate.map(({ holds }) => holds));
