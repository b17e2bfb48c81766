import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  Packer,
  TabStopType,
  type IRunOptions,
  type Paragraph,
} from 'docx';
import { answerText } from '@shared/bank/answer-text.ts';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import { letterOf } from '@shared/bank/options.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { fonts, line, pageFoot, pageOf, sizes } from './docx-text.ts';

export interface Booklet {
  readonly title: string;
  readonly questions: readonly Question[];
  /** Puts the answer, 解析 and 依据 behind each question. */
  readonly answers: boolean;
  /** By question id, what the reader is told of it besides. */
  readonly remarks: ReadonlyMap<string, string>;
}

const marginMm = 22;
const textWidth = convertMillimetersToTwip(210 - 2 * marginMm);
const indent = convertMillimetersToTwip(6);

/** A bank to read and learn from as a Word file: A4, a heading a section, numbers that start again in each, page numbers. */
export async function bankBooklet({ title, questions, answers, remarks }: Booklet): Promise<Uint8Array> {
  const sections = [...Map.groupBy(questions, ({ section }) => section)];
  const document = new Document({
    title,
    creator: '三训',
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      {
        properties: { page: pageOf(marginMm) },
        footers: { default: pageFoot() },
        children: [
          line(title, { alignment: AlignmentType.CENTER }, { font: fonts.title, size: sizes.title, bold: true }),
          line(`共 ${questions.length} 题`, { alignment: AlignmentType.CENTER, spacing: { after: 200 } }, { size: sizes.small }),
          ...sections.flatMap(([section, members]) => [
            heading(section, members.length),
            ...members.flatMap((one, n) => [...item(one, n, answers), ...remark(remarks.get(one.id))]),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A real heading, so that Word's navigation shows the sections. */
const heading = (section: string, count: number): Paragraph =>
  line(
    `${section || '未分板块'}（${count} 题）`,
    { heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 320, after: 120 } },
    { font: fonts.heading, size: sizes.body + 4, color: '000000', bold: false },
  );

function item(question: Question, place: number, answers: boolean): Paragraph[] {
  const label = `${place + 1}.（${typeNames[question.type]}）`;
  if (question.type !== 'case') return simple(question, label, answers);
  const material = lines(label + question.stem, { keepNext: true, spacing: { before: 120 } });
  const parts = question.parts.flatMap((part, n) => simple(part, `（${n + 1}）`, answers));
  return [...material, ...parts, ...(answers ? notes(question) : [])];
}

const typeNames = {
  single: '单选',
  multiple: '多选',
  judge: '判断',
  blank: '填空',
  short: '简答',
  case: '案例',
} as const satisfies Record<Question['type'], string>;

/** A question does not part from its options, nor these from the answer. */
function simple(question: SimpleQuestion, label: string, answers: boolean): Paragraph[] {
  const options = 'options' in question ? optionLines(question.options, answers) : [];
  const stem = lines(label + question.stem, { keepNext: options.length > 0 || answers, spacing: { before: 120 } });
  return [
    ...stem,
    ...options,
    ...(answers ? [...lines(`答案：${answerText(question)}`, { indent: { left: indent } }, note), ...notes(question)] : []),
  ];
}

/** As many on a line as the longest allows. */
function optionLines(options: readonly string[], answers: boolean): Paragraph[] {
  const texts = options.map((option, place) => `${letterOf(place)}. ${option.replaceAll('\n', ' ')}`);
  const perLine = columnsFor(Math.max(...texts.map(widthOf)));
  const rows = Array.from({ length: Math.ceil(texts.length / perLine) }, (_, row) => texts.slice(row * perLine, (row + 1) * perLine));
  const tabStops = Array.from({ length: perLine - 1 }, (_, stop) => ({
    type: TabStopType.LEFT,
    position: indent + Math.round(((textWidth - indent) * (stop + 1)) / perLine),
  }));
  return rows.map((row, n) =>
    line(row.join('\t'), { indent: { left: indent }, tabStops, keepLines: true, keepNext: answers || n + 1 < rows.length }),
  );
}

/** A line holds 38 characters of 小四. */
const columnsFor = (widest: number): 1 | 2 | 4 => (widest <= 8 ? 4 : widest <= 17 ? 2 : 1);

/** In Chinese characters; Latin ones count half. */
const widthOf = (text: string): number =>
  Array.from(withoutEmphasis(text)).reduce((width, character) => width + (character > '\u00ff' ? 1 : 0.5), 0);

function notes({ explanation, basis }: Pick<Question, 'explanation' | 'basis'>): Paragraph[] {
  const told = [
    ['解析', explanation],
    ['依据', basis],
  ] as const;
  return told.flatMap(([name, text]) => (text === '' ? [] : lines(`${name}：${text}`, { indent: { left: indent } }, note)));
}

const remark = (text: string | undefined): Paragraph[] => (text === undefined ? [] : lines(text, { indent: { left: indent } }, note));

const note: IRunOptions = { font: fonts.note, size: sizes.small };

/** A text with line breaks as paragraphs; the last is kept with what follows where that is asked for. */
function lines(text: string, options: Parameters<typeof line>[1], run: IRunOptions = {}): Paragraph[] {
  const texts = text.split('\n');
  return texts.map((each, n) =>
    line(each, { ...options, keepLines: each.length < 200, keepNext: options.keepNext === true || n + 1 < texts.length }, run),
  );
}
