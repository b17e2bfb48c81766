import type { ExamCounts, UnitCounts } from '@shared/exam/statistics/counts.ts';
import type { PersonResult } from '@shared/exam/statistics/results.ts';
import { absentOrFailedIn, examBefore, figuresOf, makeUpResults, totalsOf, type ExamFigures } from '@shared/exam/statistics/statistics.ts';
import type { BlindSpot, TopicRate } from '@shared/exam/statistics/topics.ts';
import { yearOfPeople, yearOfUnits, type PersonYear, type UnitYear, type YearExam, type YearRate } from '@shared/exam/statistics/year.ts';
import type { Exam } from '@shared/model/examining.ts';
import { database } from '../../database.ts';
import { readMaterial } from './material.ts';

/** Everything that is shown of the results of one exam. */
export interface ExamResults {
  readonly exam: Exam;
  readonly figures: ExamFigures;
  /** By person id; empty where there was no make-up. */
  readonly makeUps: ReadonlyMap<string, PersonResult>;
  readonly all: ExamCounts;
  readonly units: readonly UnitCounts[];
  /** By section and topic in the exam of the last quarter; empty where there was none. */
  readonly before: readonly TopicRate[];
  /** 盲点矩阵 of this exam and up to three quarters before. */
  readonly blindSpots: readonly BlindSpot[];
  readonly year: ExamYear;
}

/** The year up to the exam. */
export interface ExamYear {
  /** How many exams it counts. */
  readonly exams: number;
  readonly people: readonly PersonYear[];
  readonly units: readonly UnitYear[];
  readonly all: YearRate;
}

const quartersInMatrix = 4;

/** Counts an exam from all that came in on it and on the exams it is compared with. Null where there is no such exam. */
export async function countExam(examId: string): Promise<ExamResults | null> {
  const exams = await database.exams.toArray();
  const exam = exams.find(({ id }) => id === examId);
  if (!exam) return null;
  const counted = new FigureReader(exams);
  const figures = await counted.of(exam);
  const makeUps = await counted.makeUpsOf(exam);
  const earlier = await counted.earlierThan(exam);
  const last = earlier.at(-1);
  return {
    exam,
    figures,
    makeUps,
    ...totalsOf(figures, makeUps),
    before: last?.topics ?? [],
    blindSpots: [...earlier, figures].flatMap((each) => each.blindSpots),
    year: await counted.yearUpTo(exam),
  };
}

/** Ids of those who were absent from an exam or did not pass it: who may sit its make-up. */
export async function countAbsentOrFailed(examId: string): Promise<readonly string[]> {
  const exam = await database.exams.get(examId);
  return exam ? absentOrFailedIn(figuresOf(await readMaterial(exam)).results) : [];
}

/** Counts each exam once, however often it is compared with. */
class FigureReader {
  readonly #exams: readonly Exam[];
  readonly #known = new Map<string, ExamFigures>();

  constructor(exams: readonly Exam[]) {
    this.#exams = exams.filter(({ archived }) => !archived);
  }

  async of(exam: Exam): Promise<ExamFigures> {
    const known = this.#known.get(exam.id) ?? figuresOf(await readMaterial(exam));
    this.#known.set(exam.id, known);
    return known;
  }

  async makeUpsOf({ id }: Exam): Promise<ReadonlyMap<string, PersonResult>> {
    return makeUpResults(await this.#all(this.#exams.filter(({ makeUpOf }) => makeUpOf === id)));
  }

  /** The exams of up to three quarters before, oldest first. */
  async earlierThan(exam: Exam): Promise<readonly ExamFigures[]> {
    const found: Exam[] = [];
    for (let before = examBefore(this.#exams, exam); before; before = examBefore(this.#exams, before)) {
      if (found.unshift(before) === quartersInMatrix - 1) break;
    }
    return this.#all(found);
  }

  async yearUpTo({ quarter }: Exam): Promise<ExamYear> {
    const year = quarter.slice(0, 4);
    const exams = this.#exams.filter((each) => each.makeUpOf === null && each.quarter.startsWith(year) && each.quarter <= quarter);
    const counted: YearExam[] = [];
    for (const exam of exams) {
      counted.push({
        examId: exam.id,
        quarter: exam.quarter,
        results: (await this.of(exam)).results,
        makeUps: await this.makeUpsOf(exam),
      });
    }
    const people = yearOfPeople(counted);
    return { exams: exams.length, people, ...yearOfUnits(people) };
  }

  async #all(exams: readonly Exam[]): Promise<readonly ExamFigures[]> {
    const figures: ExamFigures[] = [];
    for (const exam of exams) figures.push(await this.of(exam));
    return figures;
  }
}
