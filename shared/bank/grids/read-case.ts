import { difficultyOf, scoreOf } from '../cells.ts';
import type { CaseQuestion, SimpleQuestion } from '../../model/question.ts';
import type { RowFields } from '../grid.ts';
import type { Draft, Finding, ProblemCode } from '../imported.ts';
import { draftOf, labelsOf, oneLine, readPart, type RowContext } from '../read-row.ts';
import { cleanStem } from '../stem.ts';

/** Longest list of parts; packages carry no longer ones. */
export const mostParts = 20;

/** One row of a case, sorted by its columns. */
export interface CaseRow {
  readonly row: number;
  readonly fields: RowFields;
  readonly context: RowContext;
}

export type CaseReading =
  | { readonly kind: 'question'; readonly question: CaseQuestion; readonly score: number | null; readonly findings: readonly Placed[] }
  | { readonly kind: 'refused'; readonly draft: Draft; readonly findings: readonly Placed[] };

export interface Placed {
  readonly row: number;
  readonly finding: Finding;
}

/** Reads a case: its text from `head`, or from the column 材料 of its parts where `head` is null. One part that cannot be read refuses the whole. */
export function readCase(head: CaseRow | null, parts: readonly CaseRow[]): CaseReading {
  const first = head ?? parts[0];
  if (!first) throw new Error('a case without rows');
  const stem = cleanStem(first.fields.text(head ? 'stem' : 'material')).stem;
  const refuse = (findings: readonly Placed[]): CaseReading => ({ kind: 'refused', draft: draftOfCase(first, stem, parts), findings });
  if (stem === '') return refuse([{ row: first.row, finding: error('stem-missing', '案例（材料）题缺少材料。') }]);
  if (parts.length > mostParts) {
    return refuse([{ row: first.row, finding: error('parts-too-many', `小题有 ${parts.length} 个，最多 ${mostParts} 个。`) }]);
  }
  const readings = parts.map((part) => ({ row: part.row, reading: readPart(part.fields, part.context) }));
  const findings = readings.flatMap(({ row, reading }) => reading.findings.map((finding) => ({ row, finding })));
  const questions = readings.flatMap(({ reading }) => (reading.kind === 'question' ? [reading.question] : []));
  if (questions.length < parts.length) return refuse(findings);
  return { kind: 'question', question: joined(head, stem, questions, parts), score: scoreOfCase(head, parts), findings };
}

function joined(head: CaseRow | null, stem: string, questions: readonly SimpleQuestion[], parts: readonly CaseRow[]): CaseQuestion {
  const id = head ? oneLine(head.fields.text('id')) : '';
  const named = head
    ? { ...labelsOf(head.fields, head.context), difficulty: head.fields.text('difficulty') }
    : { section: '', topic: '', difficulty: '' };
  const shared = {
    section: named.section || (questions[0]?.section ?? ''),
    topic: named.topic || (questions[0]?.topic ?? ''),
    basis: head?.fields.text('basis') || [...new Set(questions.map(({ basis }) => basis).filter(Boolean))].join('\n'),
    difficulty: (named.difficulty === '' ? null : difficultyOf(named.difficulty)) ?? questions[0]?.difficulty ?? ('medium' as const),
  };
  return {
    id,
    ...shared,
    stem,
    explanation: head?.fields.text('explanation') ?? '',
    type: 'case',
    parts: questions.map((question, place) => ({ ...question, ...shared, id: id === '' ? '' : `${id}/${place + 1}` })),
    weights: parts.map(({ fields }) => weightOf(fields) ?? 1),
  };
}

const weightOf = (fields: RowFields): number | null => scoreOf(fields.text('weight')) ?? scoreOf(fields.text('score'));

/** As the row of the case gives it, else what its parts add up to. */
function scoreOfCase(head: CaseRow | null, parts: readonly CaseRow[]): number | null {
  const own = head ? scoreOf(head.fields.text('score')) : null;
  const weights = parts.map(({ fields }) => weightOf(fields));
  return own ?? weights.reduce((sum, weight) => (sum === null || weight === null ? null : sum + weight), 0);
}

/** The parts go into the draft as text, so that nothing of them is lost. */
function draftOfCase(first: CaseRow, stem: string, parts: readonly CaseRow[]): Draft {
  const texts = parts.map(({ fields }) =>
    [fields.text('stem'), ...fields.options.map(({ text }) => text), fields.text('answer')].filter(Boolean).join('\n'),
  );
  return { ...draftOf(first.fields, first.context, 'case'), stem, options: [], answer: texts.join('\n\n') };
}

const error = (code: ProblemCode, message: string): Finding => ({ severity: 'error', code, message });
