import type { Candidate, Exam, StoredPaper } from '../../model/examining.ts';
import { fullOf } from '../points.ts';

/** What may be wrong with an exam before its papers are sealed. Afterwards nothing of it can be changed quietly. */
export type ExamProblem =
  | { readonly kind: ErrorKind; readonly severity: 'error'; readonly names: readonly string[] }
  | { readonly kind: WarningKind; readonly severity: 'warning'; readonly names: readonly string[] };

/** They stop the sealing. */
type ErrorKind =
  | 'titleMissing'
  | 'closesBeforeOpening'
  | 'alreadyClosed'
  | 'minutesWrong'
  | 'passLineWrong'
  | 'noPaper'
  | 'paperMissing'
  | 'paperNotFinal'
  | 'paperEmpty'
  | 'scoresDiffer'
  | 'sameVariant'
  | 'noCandidates'
  | 'withoutUnit'
  | 'listedTwice';

/** They are worth a look. */
type WarningKind = 'alreadyOpen' | 'windowShort' | 'paperMinutes' | 'markedByHand' | 'sameName' | 'quarterTaken' | 'paperUsed';

export interface CheckedExam {
  readonly exam: Exam;
  /** Those of its papers that are there. */
  readonly papers: readonly StoredPaper[];
  /** All other exams. */
  readonly others: readonly Exam[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Everything that is wrong or worth a look; `names` says with whom or what, and may be empty. */
export const checkExam = (checked: CheckedExam): readonly ExamProblem[] => [
  ...ofTimes(checked),
  ...ofPapers(checked),
  ...ofCandidates(checked.exam.candidates),
];

export const mayBeSealed = (problems: readonly ExamProblem[]): boolean => problems.every(({ severity }) => severity === 'warning');

function ofTimes({ exam, others, now }: CheckedExam): ExamProblem[] {
  const { title, opensAt, closesAt, minutes, passLine, quarter } = exam;
  const inOrder = opensAt < closesAt;
  const sameQuarter = others.filter((other) => other.quarter === quarter && !other.archived && exam.makeUpOf === null);
  return [
    ...error('titleMissing', title.trim() === ''),
    ...error('closesBeforeOpening', !inOrder),
    ...error('alreadyClosed', inOrder && closesAt <= now),
    ...error('minutesWrong', !Number.isInteger(minutes) || minutes < 1 || minutes > 600),
    ...error('passLineWrong', !(passLine >= 0 && passLine <= 100)),
    ...warning('alreadyOpen', opensAt <= now && now < closesAt),
    ...warning('windowShort', inOrder && closesAt - opensAt < minutes * 60_000),
    ...warning('quarterTaken', sameQuarter.length > 0, titlesOf(sameQuarter)),
  ];
}

function ofPapers({ exam, papers, others }: CheckedExam): ExamProblem[] {
  const drafts = papers.filter(({ state }) => state === 'draft');
  const empty = papers.filter(({ paper }) => paper.items.length === 0);
  const otherMinutes = papers.filter(({ paper }) => paper.minutes !== exam.minutes);
  const written = papers.filter(hasWritten);
  const used = others.filter((other) => other.sealed !== null && other.paperIds.some((id) => exam.paperIds.includes(id)));
  return [
    ...error('noPaper', exam.paperIds.length === 0),
    ...error('paperMissing', papers.length < exam.paperIds.length),
    ...error('paperNotFinal', drafts.length > 0, paperTitles(drafts)),
    ...error('paperEmpty', empty.length > 0, paperTitles(empty)),
    ...error('sameVariant', new Set(papers.map(({ variant }) => variant)).size < papers.length),
    ...error('scoresDiffer', new Set(papers.map(({ paper }) => fullOf(paper.items))).size > 1),
    ...warning('paperMinutes', otherMinutes.length > 0, paperTitles(otherMinutes)),
    ...warning('paperUsed', used.length > 0, titlesOf(used)),
    ...warning('markedByHand', written.length > 0, paperTitles(written)),
  ];
}

/** Short answers are marked in the bureau: what a branch shows before is not the whole score. */
const hasWritten = ({ paper }: StoredPaper): boolean =>
  paper.items.some(({ question }) => (question.type === 'case' ? question.parts : [question]).some(({ type }) => type === 'short'));

function ofCandidates(candidates: readonly Candidate[]): ExamProblem[] {
  const withoutUnit = candidates.filter(({ unitName }) => unitName.trim() === '');
  const twice = repeated(candidates, ({ id }) => id);
  // Two people may share a name and a unit; only their numbers tell them apart then.
  const alike = repeated(candidates, ({ name, unitId, staffNumber }) => JSON.stringify([name, unitId, staffNumber]));
  const sameName = alike.filter(({ id }) => !twice.some((other) => other.id === id));
  return [
    ...error('noCandidates', candidates.length === 0),
    ...error('withoutUnit', withoutUnit.length > 0, peopleNames(withoutUnit)),
    ...error('listedTwice', twice.length > 0, peopleNames(twice)),
    ...warning('sameName', sameName.length > 0, peopleNames(sameName)),
  ];
}

/** Those whose key stood in the list before. */
function repeated(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const key = keyOf(candidate);
    const isSeen = seen.has(key);
    seen.add(key);
    return isSeen;
  });
}

const error = (kind: ErrorKind, holds: boolean, names: readonly string[] = []): ExamProblem[] =>
  holds ? [{ kind, severity: 'error', names }] : [];
const warning = (kind: WarningKind, holds: boolean, names: readonly string[] = []): ExamProblem[] =>
  holds ? [{ kind, severity: 'warning', names }] : [];

const titlesOf = (exams: readonly Exam[]): readonly string[] => exams.map(({ title }) => title);
const paperTitles = (papers: readonly StoredPaper[]): readonly string[] => papers.map(({ paper }) => paper.title);
const peopleNames = (candidates: readonly Candidate[]): readonly string[] => [...new Set(candidates.map(({ name }) => name))];
