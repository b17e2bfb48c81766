import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isRefusedWhole, type ImportedFile } from '@shared/bank/imported.ts';
import type { Refusal } from '@shared/exam/assembly/assemble.ts';
import { shortage } from '@shared/messages/zh/examining/shortage.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { blueprintSchema } from '@shared/model/schemas/content.ts';
import type { PaperFile } from '../../export/papers/page-layout.ts';
import { importQuestions } from '../../import/index.ts';
import { done, refused, usage, type CliResult } from '../command.ts';
import { drawPapers } from './draw-papers.ts';
import { papersDocument, paperLines } from './paper-document.ts';
import { paperFileOf, paperFileUsage, writePaperFile } from './paper-file.ts';
import { usableQuestions } from './usable-questions.ts';

export const paperUsage = `sanxun paper --bank FILE… --blueprint FILE --seed N --json [--pair [--overlap PERCENT]] ${paperFileUsage}`;

/**
 * Draws a paper, or with --pair an A and a B, from question files; with --out also writes it to print, A and B each into a
 * file of its own. The same files and seed give the same paper.
 */
export async function paper(args: readonly string[]): Promise<CliResult> {
  const { banks, blueprintFile, seed, overlap, out, file } = parse(args);
  const blueprint = await readBlueprint(blueprintFile);
  if (!blueprint) return refused({ kind: 'blueprint' }, [`${blueprintFile} 不是组卷方案。`]);
  const imported: ImportedFile[] = [];
  for (const bank of banks) imported.push(await importQuestions(bank));
  const unread = imported.filter(isRefusedWhole);
  if (unread.length > 0)
    return refused(
      { kind: 'bank' },
      unread.flatMap(({ file: name, problems }) => problems.map(({ message }) => `${name}：${message}`)),
    );
  const { questions, leftOut } = usableQuestions(imported);
  const drawn = await drawPapers({ questions, blueprint, seed, overlap });
  if (!drawn.ok) return refuse(drawn);
  const files = out ? drawn.papers.map(({ variant }) => nameFor(out, variant)) : [];
  for (const [place, { paper: made, variant }] of drawn.papers.entries()) {
    const name = files[place];
    if (name) await writePaperFile({ ...made, title: variant ? `${made.title}（${variant}卷）` : made.title }, name, file);
  }
  const messages = [...(leftOut > 0 ? [`有 ${leftOut} 道试题因有错误未参加组卷。`] : []), ...shortage.notes(drawn)];
  return done({ ...papersDocument(drawn), leftOut, ...outOf(files) }, drawn.papers.flatMap(paperLines), messages);
}

interface PaperArguments {
  readonly banks: readonly string[];
  readonly blueprintFile: string;
  readonly seed: number;
  /** Of two papers, how many percent of their questions they share; null for one paper. */
  readonly overlap: number | null;
  readonly out: string | undefined;
  readonly file: PaperFile;
}

function parse(args: readonly string[]): PaperArguments {
  const text = { type: 'string' } as const;
  const options = {
    bank: { ...text, multiple: true },
    blueprint: text,
    seed: text,
    pair: { type: 'boolean' },
    overlap: text,
    out: text,
    size: text,
    printout: { ...text, multiple: true },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { bank, blueprint, out, pair = false } = values;
  const seed = Number(values.seed ?? Number.NaN);
  const overlap = Number(values.overlap ?? 0);
  if (!bank || !blueprint) return usage(paperUsage, '要给出 --bank 和 --blueprint。');
  if (!Number.isSafeInteger(seed)) return usage(paperUsage, '--seed 要是整数。');
  if (!(overlap >= 0 && overlap <= 100)) return usage(paperUsage, '--overlap 要是 0 到 100 的百分数。');
  if (values.overlap !== undefined && !pair) return usage(paperUsage, '--overlap 要和 --pair 一起用。');
  const banks = [...bank, ...positionals];
  return { banks, blueprintFile: blueprint, seed, overlap: pair ? overlap : null, out, file: paperFileOf(paperUsage, values) };
}

/** Null where the file cannot be read or holds no blueprint. */
async function readBlueprint(file: string): Promise<Blueprint | null> {
  try {
    const parsed = blueprintSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const refuse = (refusal: Refusal): CliResult => {
  const { shortfalls, conflicts, absent } = refusal;
  return refused({ kind: 'shortfall', shortfalls, conflicts, absent }, shortage.lines(refusal));
};

/** 卷.docx → 卷-A.docx */
const nameFor = (out: string, variant: string): string => (variant ? out.replace(/\.[^.]+$/, `-${variant}$&`) : out);

const outOf = (files: readonly string[]): { readonly out?: string | readonly string[] } =>
  files.length > 1 ? { out: files } : files[0] ? { out: files[0] } : {};
