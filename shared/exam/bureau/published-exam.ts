import type { Paper } from '../../model/exam.ts';
import type { Exam, PublishedExam, SealedExam, SealedPapers, StoredPaper } from '../../model/examining.ts';
import type { Blueprint } from '../../model/policy.ts';
import { keyOf, withoutKey } from '../quarterly/answer-key.ts';
import { fullOf } from '../points.ts';

/** The paper as the candidates sit it: where answers wait to be published it holds none. */
export const paperAsSat = ({ release }: Pick<Exam, 'release'>, paper: Paper): Paper => (release === 'key' ? withoutKey(paper) : paper);

/** What the start code opens. */
export function papersToSeal(exam: Pick<Exam, 'id' | 'release'>, papers: readonly StoredPaper[]): SealedPapers {
  return { examId: exam.id, papers: papers.map(({ variant, paper }) => ({ variant, paper: paperAsSat(exam, paper) })) };
}

/**
 * An exam as its package carries it: everything but the code, the names and the open papers. `withKey` takes the answers
 * along, which everybody can read then. Throws where there is no paper: an exam without one cannot be sealed.
 */
export function publishedExam(
  exam: Exam & { readonly sealed: SealedExam },
  papers: readonly StoredPaper[],
  withKey: boolean,
): PublishedExam {
  const [first] = papers;
  if (!first) throw new Error(`exam ${exam.id} has no paper`);
  const { id, title, quarter, opensAt, closesAt, minutes, passLine, release, makeUpOf, sealed } = exam;
  return {
    id,
    title,
    quarter,
    opensAt,
    closesAt,
    minutes,
    passLine,
    release,
    candidates: exam.candidates.map((candidate) => candidate.id),
    makeUpOf,
    questions: first.paper.items.length,
    full: fullOf(first.paper.items),
    blueprint: asPublished(first.blueprint),
    recipient: sealed.recipient,
    sealed: sealed.file,
    key: withKey ? keyOf(papers.map(({ paper }) => paper)) : null,
  };
}

/** Its lists of questions would tell what the exam asks, and what it does not. */
function asPublished({ must: _must, mustNot: _mustNot, ...blueprint }: Blueprint): Blueprint {
  return blueprint;
}
