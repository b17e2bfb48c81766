import { parseArgs } from 'node:util';
import { lettersOf } from '@shared/bank/answer.ts';
import { encodings, type Encoding } from '@shared/bank/encodings.ts';
import { isRefusedWhole, type ImportedFile, type ImportedQuestion, type Problem } from '@shared/bank/imported.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import type { FileReading } from '../../import/file-reading.ts';
import { importQuestions } from '../../import/index.ts';
import { done, refused, usage, type CliResult } from '../command.ts';
import { untilInterrupted } from '../where.ts';

export const bankCheckUsage = `sanxun bank check FILE… [--section NAME] [--encoding ${encodings.join('|')}|gbk] --json`;

/** Reads question files of any kind and tells what they hold; nothing is written. Refused (1) where a file could not be read as a whole. */
export async function bankCheck(args: readonly string[]): Promise<CliResult> {
  const { files, section, encoding } = parse(args);
  const signal = untilInterrupted();
  const read: FileReading[] = [];
  for (const file of files) read.push(await importQuestions(file, { section, encoding, signal }));
  const document = { files: read.map(fileDocument) };
  const faults = read.flatMap(({ file, fault }) => (fault ? [`${file}: ${fault}`] : []));
  const unread = read.filter(isRefusedWhole);
  if (unread.length > 0) return refused(document, [...unread.flatMap(problemLines), ...faults]);
  return done(document, read.flatMap(fileLines));
}

interface CheckArguments {
  readonly files: readonly string[];
  readonly section: string;
  readonly encoding: Encoding | null;
}

function parse(args: readonly string[]): CheckArguments {
  const options = { section: { type: 'string', default: '' }, encoding: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length === 0) usage(bankCheckUsage, '没有给出文件。');
  return { files: positionals, section: values.section, encoding: values.encoding === undefined ? null : encodingOf(values.encoding) };
}

/** GBK, as people call it, is read as GB18030, which holds it. */
function encodingOf(name: string): Encoding {
  const wanted = name.toLowerCase() === 'gbk' ? 'gb18030' : name.toLowerCase();
  return encodings.find((known) => known === wanted) ?? usage(bankCheckUsage, `未知的 --encoding：${name}`);
}

const fileDocument = ({ file, format, questions, problems, accounted }: ImportedFile) => ({
  file,
  format,
  questions: questions.map(questionDocument),
  problems: problems.map(problemDocument),
  accounted,
});

/** A question for scripts: answers by letters, and only the fields that the source filled in. */
function questionDocument({ sheet, row, question, score }: ImportedQuestion) {
  const { id, explanation, basis, section, topic, difficulty } = question;
  const place = sheet === null ? { row } : { sheet, row };
  return { ...place, ...askedDocument(question), ...filled({ id, explanation, basis, section, topic, difficulty, score }) };
}

/** What is asked and how it is answered. A case has no answer of its own, but parts that are answered. */
function askedDocument(question: Question): object {
  const { type, stem } = question;
  if (question.type === 'case') return { type, stem, options: [], answer: null, parts: question.parts.map(partDocument) };
  const unordered = question.type === 'blank' && question.unordered ? { unordered: true } : {};
  return { type, stem, options: 'options' in question ? question.options : [], answer: answerDocument(question), ...unordered };
}

/** Section, topic, basis and difficulty are those of the case. */
const partDocument = (part: SimpleQuestion): object => ({ ...askedDocument(part), ...filled({ explanation: part.explanation }) });

const filled = (fields: Readonly<Record<string, string | number | null>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));

function answerDocument(question: SimpleQuestion): SimpleQuestion['answer'] | readonly string[] {
  return question.type === 'single' || question.type === 'multiple' ? Array.from(lettersOf(question.answer)) : question.answer;
}

const problemDocument = ({ sheet, ...problem }: Problem) => (sheet === null ? problem : { sheet, ...problem });

function fileLines(file: ImportedFile): string[] {
  const { source, questions, headings, refused: refusedRows, ignored } = file.accounted;
  const counts = `${file.file}：${source} 行 = 试题 ${questions} + 标题 ${headings} + 未收 ${refusedRows} + 忽略 ${ignored}`;
  return [counts, ...problemLines(file)];
}

function problemLines(file: ImportedFile): string[] {
  return file.problems.map(({ sheet, row, severity, message }) => {
    const place = [sheet ?? '', row > 0 ? `第 ${row} 行` : ''].filter(Boolean).join(' ');
    return `${file.file} ${place} ${severity === 'error' ? '错误' : '提醒'}：${message}`.replace('  ', ' ');
  });
}
