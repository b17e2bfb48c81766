import { parseArgs } from 'node:util';
import { lettersOf } from '@shared/bank/answer.ts';
import { isRefusedWhole, type ImportedFile, type ImportedQuestion, type Problem } from '@shared/bank/imported.ts';
import type { Question } from '@shared/model/question.ts';
import { importQuestions } from '../import/index.ts';
import { done, refused, usage, type CliResult } from './command.ts';

export const bankCheckUsage = 'sanxun bank check FILE… [--section NAME] --json';

/** Reads question files and tells what they hold; nothing is written. Refused (1) where a file could not be read as a whole. */
export async function bankCheck(args: readonly string[]): Promise<CliResult> {
  const { files, section } = parse(args);
  const imported: ImportedFile[] = [];
  for (const file of files) imported.push(await importQuestions(file, { section }));
  const document = { files: imported.map(fileDocument) };
  const unread = imported.filter(isRefusedWhole);
  if (unread.length > 0) return refused(document, unread.flatMap(problemLines));
  return done(document, imported.flatMap(fileLines));
}

function parse(args: readonly string[]): { files: readonly string[]; section: string } {
  const options = { section: { type: 'string', default: '' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length === 0) usage(bankCheckUsage, '没有给出文件。');
  return { files: positionals, section: values.section };
}

const fileDocument = ({ questions, problems, ...file }: ImportedFile) => ({
  file: file.file,
  format: file.format,
  questions: questions.map(questionDocument),
  problems: problems.map(problemDocument),
  accounted: file.accounted,
});

/** A question for scripts: answers by letters, and only the fields that the source filled in. */
function questionDocument({ sheet, row, question, score }: ImportedQuestion) {
  const { type, stem, explanation, basis, section, topic, difficulty } = question;
  const told = {
    ...(sheet === null ? {} : { sheet }),
    row,
    type,
    stem,
    options: 'options' in question ? question.options : [],
    answer: answerDocument(question),
  };
  const filled = Object.entries({ id: question.id, explanation, basis, section, topic, difficulty, score }).filter(
    ([, value]) => value !== '' && value !== null,
  );
  return { ...told, ...Object.fromEntries(filled) };
}

function answerDocument(question: Question): Question['answer'] | readonly string[] {
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
