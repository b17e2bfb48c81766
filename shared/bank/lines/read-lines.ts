import type { ImportedQuestion, Problem, Refusal, SourcePlace } from '../imported.ts';
import { addCounts, closeReading, type Reading, type ReadOptions } from '../reading.ts';
import type { SourceText } from '../source-text.ts';
import type { Block } from './block.ts';
import { group, type Grouped } from './grouping/group.ts';
import { matchKeys, type KeyMatches } from './keys/match-keys.ts';
import type { KeyEntry } from './keys/read-key.ts';
import { linesOfText } from './line.ts';
import { answerLook } from './reading/looks.ts';
import { shorten, type Outcome } from './reading/outcome.ts';
import { readBlock } from './reading/read-block.ts';
import { readCase } from './reading/read-case.ts';
import { countRows, type RowRole } from './rows.ts';
import { readTables } from './tables.ts';

interface ReadQuestion extends SourcePlace {
  readonly block: Block;
  readonly outcome: Outcome;
}

/**
 * Reads the questions of a running text: lines are gathered into questions, the answers of keys are given to theirs, then
 * each question is read. Tables with a header are read as workbooks are. Every row with content is counted exactly once.
 */
export function readLines(text: SourceText, options: ReadOptions): Reading {
  const filled = text.lines.filter((line) => line.text.trim() !== '');
  const tables = readTables(filled, options);
  const grouped = group(linesOfText(tables.rest));
  const matches = matchKeys(grouped.keys, grouped.blocks);
  const read = readAll(grouped.blocks, matches, options);
  const counts = addCounts(tables.counts, countRows(rolesOf(grouped, matches, read)));
  return closeReading(filled.length, counts, {
    questions: inOrder([...tables.questions, ...read.flatMap(questionOf)]),
    refusals: inOrder([...tables.refusals, ...read.flatMap(refusalOf)]),
    problems: inOrder([...tables.problems, ...read.flatMap(problemsOf), ...matches.unmatched.map(unmatchedProblem)]),
  });
}

function readAll(blocks: readonly Block[], { answers }: KeyMatches, options: ReadOptions): ReadQuestion[] {
  const look = answerLook(blocks, (block) => answers.has(block));
  return blocks.map((block) => {
    const help = { keyed: answers.get(block) ?? '', look };
    const outcome = block.parts.length > 0 ? readCase(block, help, options) : readBlock(block, help, options);
    return { block, outcome, sheet: null, row: block.rows[0] ?? 0, lastRow: block.rows.at(-1) ?? 0 };
  });
}

/** Every row with what it went into; a row that several share comes several times. */
function rolesOf({ keys, roles }: Grouped, { unmatched }: KeyMatches, read: readonly ReadQuestion[]): (readonly [number, RowRole])[] {
  const all = (rows: readonly number[], role: RowRole): (readonly [number, RowRole])[] => rows.map((row) => [row, role] as const);
  return [
    ...[...roles].map(([row, role]) => [row, role === 'heading' ? 'headings' : 'ignored'] as const),
    ...keys.flatMap(({ titles }) => all(titles, 'headings')),
    ...keys.flatMap(({ sections }) => sections.flatMap(({ entries }) => entries.flatMap((entry) => all(entry.rows, 'questions')))),
    ...unmatched.flatMap((entry) => all(entry.rows, 'refused')),
    ...read.flatMap(({ block, outcome }) => all(block.rows, outcome.kind === 'question' ? 'questions' : 'refused')),
  ];
}

const questionOf = ({ outcome, sheet, row, lastRow }: ReadQuestion): ImportedQuestion[] =>
  outcome.kind === 'question' ? [{ sheet, row, lastRow, question: outcome.question, score: outcome.score }] : [];

const refusalOf = ({ outcome, sheet, row, lastRow }: ReadQuestion): Refusal[] =>
  outcome.kind === 'refused' ? [{ sheet, row, lastRow, draft: outcome.draft }] : [];

const problemsOf = ({ outcome, sheet, row }: ReadQuestion): Problem[] => outcome.findings.map((finding) => ({ sheet, row, ...finding }));

const unmatchedProblem = ({ number, answer, rows }: KeyEntry): Problem => ({
  sheet: null,
  row: rows[0] ?? 0,
  severity: 'error',
  code: 'answer-key-unclear',
  message: `参考答案第 ${number} 题“${shorten(answer)}”找不到唯一对应的试题。`,
});

const inOrder = <T extends { readonly row: number }>(items: readonly T[]): T[] => items.toSorted((one, other) => one.row - other.row);
