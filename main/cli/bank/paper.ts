import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import { withId } from '@shared/bank/identity.ts';
import { isRefusedWhole, type ImportedFile } from '@shared/bank/imported.ts';
import { assemblePaper, makePaper, type SectionNote, type Shortfall } from '@shared/exam/assemble.ts';
import { printPaper, type PrintedItem } from '@shared/exam/printed.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import { policySchema } from '@shared/model/schemas/content.ts';
import { paperDocx } from '../../export/paper-docx.ts';
import { paperHtml } from '../../export/paper-html.ts';
import { writeDurably } from '../../files.ts';
import { importQuestions } from '../../import/index.ts';
import { done, refused, usage, type CliResult } from '../command.ts';
import { printHtml } from '../print-html.ts';

export const paperUsage = 'sanxun paper --bank FILE… --blueprint FILE --seed N --json [--out FILE.docx|FILE.pdf]';

/** Assembles a paper from question files; with --out also writes it to print. The same files and seed give the same paper. */
export async function paper(args: readonly string[]): Promise<CliResult> {
  const { banks, blueprintFile, seed, out } = parse(args);
  const blueprint = await readBlueprint(blueprintFile);
  if (!blueprint) return refused({ kind: 'blueprint' }, [`${blueprintFile} 不是组卷方案。`]);
  const imported: ImportedFile[] = [];
  for (const bank of banks) imported.push(await importQuestions(bank));
  const unread = imported.filter(isRefusedWhole);
  if (unread.length > 0)
    return refused(
      { kind: 'bank' },
      unread.flatMap(({ file, problems }) => problems.map(({ message }) => `${file}：${message}`)),
    );
  const { questions, leftOut } = usable(imported);
  const assembly = assemblePaper({ pool: [...questions.values()], blueprint, seed });
  if (!assembly.ok) return refused({ kind: 'shortfall', shortfalls: assembly.shortfalls }, assembly.shortfalls.map(shortfallLine));
  const made = makePaper(assembly.picks, questions, { id: `${blueprint.id}-${seed}`, blueprint, seed });
  if (out) await write(made, out);
  const messages = [...(leftOut > 0 ? [`有 ${leftOut} 道试题因有错误未参加组卷。`] : []), ...assembly.notes.map(noteLine)];
  return done({ ...paperDocument(made), notes: assembly.notes, leftOut, ...(out ? { out } : {}) }, paperLines(made), messages);
}

interface PaperArguments {
  readonly banks: readonly string[];
  readonly blueprintFile: string;
  readonly seed: number;
  readonly out: string | undefined;
}

function parse(args: readonly string[]): PaperArguments {
  const text = { type: 'string' } as const;
  const options = { bank: { ...text, multiple: true }, blueprint: text, seed: text, out: text } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { bank, blueprint, out } = values;
  const seed = Number(values.seed ?? Number.NaN);
  if (!bank || !blueprint) return usage(paperUsage, '要给出 --bank 和 --blueprint。');
  if (!Number.isSafeInteger(seed)) return usage(paperUsage, '--seed 要是整数。');
  if (out !== undefined && !/\.(?:docx|pdf)$/i.test(out)) return usage(paperUsage, '--out 要以 .docx 或 .pdf 结尾。');
  return { banks: [...bank, ...positionals], blueprintFile: blueprint, seed, out };
}

/** Null where the file cannot be read or holds no blueprint. */
async function readBlueprint(file: string): Promise<Blueprint | null> {
  try {
    const parsed = policySchema.shape.blueprints.element.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Questions by id, without those that have to be mended first. Where the source has no 题目编码, the place in it serves as id. */
function usable(files: readonly ImportedFile[]): { questions: ReadonlyMap<string, Question>; leftOut: number } {
  const questions = new Map<string, Question>();
  let all = 0;
  for (const [n, { questions: imported, problems }] of files.entries()) {
    const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ sheet, row }) => `${sheet ?? ''}#${row}`));
    all += imported.length;
    for (const { sheet, row, question } of imported) {
      const place = `${sheet ?? ''}#${row}`;
      const id = question.id || `${n + 1}/${place}`;
      if (!wrong.has(place) && !questions.has(id)) questions.set(id, withId(question, id));
    }
  }
  return { questions, leftOut: all - questions.size };
}

async function write(made: Paper, out: string): Promise<void> {
  const printed = printPaper(made);
  if (/\.docx$/i.test(out)) await writeDurably(out, await paperDocx(printed));
  else await printHtml(paperHtml(printed), path.resolve(out));
}

/** Options stand as on the paper; `answer` is by the letters that the paper shows. */
function paperDocument(made: Paper) {
  const answers = printPaper(made).parts.flatMap((part) => part.items);
  const items = made.items.map(({ question, optionOrder, score }, n) => ({
    number: n + 1,
    id: question.id,
    type: question.type,
    section: question.section,
    score,
    stem: question.stem,
    options: 'options' in question ? optionOrder.map((option) => question.options[option]) : [],
    ...answerOf(question, answers[n]),
  }));
  return { id: made.id, title: made.title, blueprint: made.blueprintId, seed: made.seed, minutes: made.minutes, items };
}

/** A case has parts in place of an answer; each as on the paper. */
function answerOf(question: Question, printed: PrintedItem | undefined) {
  if (question.type === 'case') return { parts: printed?.parts.map(({ stem, options, answer }) => ({ stem, options, answer })) ?? [] };
  return { answer: 'options' in question ? Array.from(printed?.answer ?? '') : question.answer };
}

function paperLines(made: Paper): string[] {
  const { title, parts } = printPaper(made);
  return [title, ...parts.flatMap((part) => [part.heading, ...part.items.flatMap(itemLines)])];
}

const itemLines = ({ label, stem, options, parts }: PrintedItem): string[] => [
  withoutEmphasis(label + stem),
  ...options.map(withoutEmphasis),
  ...parts.flatMap(itemLines),
];

const noteLine = ({ section, wanted, given }: SectionNote): string =>
  `板块“${section}”应出 ${wanted} 题，题库只够 ${given} 题，其余由别的板块补足。`;
const shortfallLine = ({ type, wanted, available, sections }: Shortfall): string =>
  `题型 ${type} 需要 ${wanted} 题，题库只有 ${available} 题（${sections.map((section) => `${section.section} ${section.available}`).join('，')}）。`;
