import { compare } from '../../compare.ts';
import type { Exam } from '../../model/examining.ts';
import { countResults, countUnits, type ExamCounts, type UnitCounts } from './counts.ts';
import type { ExamMaterial } from './material.ts';
import { questionStatistics, type QuestionStatistics } from './questions.ts';
import { resultOf, type PersonResult } from './results.ts';
import { sittingsOf } from './sittings.ts';
import { blindSpots, topicRates, type BlindSpot, type TopicRate } from './topics.ts';

/** What one exam says by itself, without other exams. */
export interface ExamFigures {
  readonly examId: string;
  readonly quarter: string;
  readonly results: readonly PersonResult[];
  readonly topics: readonly TopicRate[];
  readonly questions: readonly QuestionStatistics[];
  readonly blindSpots: readonly BlindSpot[];
}

/** Everything that is counted from what came in on an exam. The same material in any order, or twice, gives the same figures. */
export function figuresOf(material: ExamMaterial): ExamFigures {
  const sittings = sittingsOf(material);
  const { exam } = material;
  return {
    examId: exam.id,
    quarter: exam.quarter,
    results: sittings.map((sitting) => resultOf(sitting, exam.passLine)),
    topics: topicRates(sittings),
    questions: questionStatistics(sittings),
    blindSpots: blindSpots(sittings, exam.quarter),
  };
}

/** The results of make-up exams by person: of several the one that was passed, else the last quarter's. */
export function makeUpResults(makeUps: readonly Pick<ExamFigures, 'quarter' | 'results' | 'examId'>[]): ReadonlyMap<string, PersonResult> {
  const ordered = makeUps.toSorted((one, other) => compare(one.quarter, other.quarter) || compare(one.examId, other.examId));
  const byPerson = new Map<string, PersonResult>();
  for (const result of ordered.flatMap(({ results }) => results)) {
    if (result.state === 'absent' || byPerson.get(result.person.id)?.passed === true) continue;
    byPerson.set(result.person.id, result);
  }
  return byPerson;
}

/** The totals of an exam with its make-ups. */
export function totalsOf(
  figures: ExamFigures,
  makeUps: ReadonlyMap<string, PersonResult>,
): { readonly all: ExamCounts; readonly units: readonly UnitCounts[] } {
  return { all: countResults(figures.results, makeUps), units: countUnits(figures.results, makeUps) };
}

/** Ids of those who may sit a make-up (补考): they were absent or did not pass. Undecided ones are not among them. */
export const absentOrFailedIn = (results: readonly PersonResult[]): readonly string[] =>
  results.flatMap(({ listed, state, passed, person }) => (listed && (state === 'absent' || passed === false) ? [person.id] : []));

/** The exam of the last quarter before this one; of several in a quarter the one created last. Make-ups are left out. */
export function examBefore(exams: readonly Exam[], exam: Exam): Exam | null {
  const earlier = exams.filter(({ quarter, makeUpOf, archived }) => quarter < exam.quarter && makeUpOf === null && !archived);
  return earlier.toSorted((one, other) => compare(one.quarter, other.quarter) || one.createdAt - other.createdAt).at(-1) ?? null;
}
