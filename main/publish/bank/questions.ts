import { askedBy, findClashes } from '@shared/bank/checks/clashes.ts';
import type { ImportedFile, ImportedQuestion } from '@shared/bank/imported.ts';
import type { Question } from '@shared/model/question.ts';
import { withIds } from './question-ids.ts';
import type { PublishProblem } from '../problem.ts';

export interface PrepareOptions {
  /** 板块 of questions whose source names none; null takes the name of their file. */
  readonly section: string | null;
  /** Publishes what could be read although the source has errors. */
  readonly skipErrors: boolean;
  /** Questions of the version before; their ids are kept. */
  readonly before: readonly Question[];
}

export interface Prepared {
  readonly questions: readonly Question[];
  /** Empty where the questions may be published. */
  readonly problems: readonly PublishProblem[];
}

interface Placed extends ImportedQuestion {
  readonly file: string;
}

/** Makes a bank of imported files: one section each, an id each, no two answers to one question. */
export function prepareQuestions(files: readonly ImportedFile[], { section, skipErrors, before }: PrepareOptions): Prepared {
  const placed = files.flatMap((file) => file.questions.map((imported) => inSection({ ...imported, file: file.file }, section)));
  const problems = [...(skipErrors ? [] : sourceErrors(files)), ...contradictions(placed), ...repeatedIds(placed)];
  return {
    questions: withIds(
      placed.map(({ question }) => question),
      before,
    ),
    problems,
  };
}

function inSection(placed: Placed, section: string | null): Placed {
  if (placed.question.section !== '') return placed;
  const name = section ?? placed.file.replace(/\.[^.]+$/, '');
  return { ...placed, question: { ...placed.question, section: name } };
}

/** Contradictions and repeated ids are named below with both places, across all files; the importer sees one file only. */
const seenBelow = ['answer-contradicts', 'id-repeated'];

function sourceErrors(files: readonly ImportedFile[]): PublishProblem[] {
  return files.flatMap(({ file, problems }) =>
    problems
      .filter(({ severity, code }) => severity === 'error' && !seenBelow.includes(code))
      .map(({ sheet, row, message }) => ({ code: 'source-error', message: `${where({ file, sheet, row })}：${message}` }) as const),
  );
}

/** Same stem, different answer: whoever learned one of them was told something wrong. */
function contradictions(placed: readonly Placed[]): PublishProblem[] {
  const asked = placed.flatMap(({ question }, at) => askedBy(question, at));
  return findClashes(asked).map(([one, other]) => {
    const stem = placed[one]?.question.stem ?? '';
    return { code: 'answer-contradicts', message: `${where(placed[one])}与${where(placed[other])}题干相同，答案不同：${stem}` };
  });
}

function repeatedIds(placed: readonly Placed[]): PublishProblem[] {
  const groups = Map.groupBy(
    placed.filter(({ question }) => question.id !== ''),
    ({ question }) => question.id,
  );
  return [...groups].flatMap(([id, [first, ...others]]) =>
    others.map((other) => ({ code: 'id-repeated', message: `${where(first)}与${where(other)}题目编码重复：${id}` }) as const),
  );
}

function where(place: Pick<Placed, 'file' | 'sheet' | 'row'> | undefined): string {
  if (!place) return '';
  const sheet = place.sheet === null ? '' : `工作表“${place.sheet}”`;
  return `${place.file} ${sheet}第 ${place.row} 行`;
}
