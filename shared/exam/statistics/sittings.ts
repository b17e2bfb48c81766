import { compare } from '../../compare.ts';
import type { ItemResult, Paper, PaperItem } from '../../model/exam.ts';
import type { Candidate, ExamRecord, Marking, PaperScores, StoredPaper } from '../../model/examining.ts';
import type { Answer, QuestionType } from '../../model/question.ts';
import { gradeItem, unmarkedOf } from '../grade.ts';
import { addPoints } from '../points.ts';
import { partsOfPaper } from '../printed/parts.ts';
import { answersOfRecord, factsOfRecord } from '../quarterly/record.ts';
import { markShorts } from './mark-shorts.ts';
import { evidenceOf, type Evidence, type ExamMaterial } from './material.ts';

/** One item of a sitting on a computer, with what was answered. */
export interface SatItem {
  readonly item: PaperItem;
  readonly answer: Answer | null;
  readonly result: ItemResult;
}

/** What one person did in an exam. */
export interface Sitting {
  readonly person: Candidate;
  /** False where the exam does not list this person, who then counts in no total. */
  readonly listed: boolean;
  readonly variant: string;
  /** `undecided`: records that differ wait for a person, or the paper is missing. */
  readonly kind: 'absent' | 'undecided' | 'computer' | 'paper';
  /** False where a record has no hand-in at its end. */
  readonly finished: boolean;
  /** On a computer: the items of the paper. Else empty. */
  readonly items: readonly SatItem[];
  /** Score, full score and what still waits for a mark, by type in the order of the paper. */
  readonly types: readonly TypeScore[];
  readonly timesAway: number;
  readonly awayMs: number;
  /** As it was keyed in with scores from paper; may be ''. */
  readonly note: string;
}

export interface TypeScore {
  readonly type: QuestionType;
  readonly score: number;
  readonly full: number;
  readonly unmarked: number;
}

/** Every person of an exam once: its candidates in their order, then those who are not listed, by id. */
export function sittingsOf(material: ExamMaterial): readonly Sitting[] {
  const { exam } = material;
  const records = Map.groupBy(new Map(material.records.map((record) => [record.id, record])).values(), ({ personId }) => personId);
  const scores = new Map(material.paperScores.map((each) => [each.personId, each]));
  const markings = Map.groupBy(material.markings, ({ personId }) => personId);
  const listed = new Set(exam.candidates.map(({ id }) => id));
  const others = [...records.keys()].filter((id) => !listed.has(id)).toSorted(compare);
  const sittingOf = (person: Candidate, isListed: boolean): Sitting => {
    const onPaper = scores.get(person.id) ?? null;
    const evidence = evidenceOf(records.get(person.id) ?? [], onPaper);
    const mine = markings.get(person.id) ?? [];
    return readSitting({ person, listed: isListed, evidence, papers: material.papers, markings: mine, note: onPaper?.note ?? '' });
  };
  return [
    ...exam.candidates.map((person) => sittingOf(person, true)),
    ...others.flatMap((id) => {
      const [record] = records.get(id) ?? [];
      return record ? [sittingOf(personOf(record), false)] : [];
    }),
  ];
}

interface Reading {
  readonly person: Candidate;
  readonly listed: boolean;
  readonly evidence: Evidence;
  readonly papers: readonly StoredPaper[];
  readonly markings: readonly Marking[];
  readonly note: string;
}

function readSitting({ person, listed, evidence, papers, markings, note }: Reading): Sitting {
  const nothing = { person, listed, variant: '', finished: true, items: [], types: [], timesAway: 0, awayMs: 0, note };
  if (evidence.kind === 'none') return { ...nothing, kind: 'absent' };
  if (evidence.kind === 'undecided') return { ...nothing, kind: 'undecided' };
  if (evidence.kind === 'paper') {
    const { variant } = evidence.scores;
    const paper = paperOf(papers, variant);
    return paper ? { ...nothing, kind: 'paper', variant, types: typesOnPaper(paper, evidence.scores) } : { ...nothing, kind: 'undecided' };
  }
  const { events } = evidence.record.record;
  const facts = factsOfRecord(events);
  const { variant } = facts.header;
  const paper = paperOf(papers, variant);
  if (!paper) return { ...nothing, kind: 'undecided' };
  const items = satItems(paper, answersOfRecord(events), markings);
  const { timesAway, awayMs } = facts;
  const finished = evidence.record.state === 'complete';
  return { ...nothing, kind: 'computer', variant, finished, items, types: typesOfItems(items), timesAway, awayMs };
}

/** The paper of a variant; where the exam has one paper, that one. */
function paperOf(papers: readonly StoredPaper[], variant: string): Paper | null {
  const found = papers.find((paper) => paper.variant === variant) ?? (papers.length === 1 ? papers[0] : undefined);
  return found?.paper ?? null;
}

function satItems(paper: Paper, answers: ReadonlyMap<string, Answer>, markings: readonly Marking[]): SatItem[] {
  return paper.items.map((item) => {
    const answer = answers.get(item.question.id) ?? null;
    return { item, answer, result: markShorts(gradeItem(item, answer), answer, markings) };
  });
}

function typesOfItems(items: readonly SatItem[]): TypeScore[] {
  return addTypes(items.map(({ result }) => ({ type: result.type, score: result.score, full: result.full, unmarked: unmarkedOf(result) })));
}

/** Part by part as they were keyed in; a part that was not keyed in waits. */
function typesOnPaper(paper: Paper, { parts }: PaperScores): TypeScore[] {
  return addTypes(
    partsOfPaper(paper).map(({ type, full }, place) => {
      const score = parts[place] ?? null;
      return { type, score: Math.min(full, score ?? 0), full, unmarked: score === null ? full : 0 };
    }),
  );
}

function addTypes(scores: readonly TypeScore[]): TypeScore[] {
  const add = (of: readonly TypeScore[], field: 'score' | 'full' | 'unmarked'): number => addPoints(of.map((each) => each[field]));
  return [...Map.groupBy(scores, ({ type }) => type)].map(([type, each]) => ({
    type,
    score: add(each, 'score'),
    full: add(each, 'full'),
    unmarked: add(each, 'unmarked'),
  }));
}

/** Somebody who is in no list of the exam, as the record names them. */
function personOf({ personId, record }: ExamRecord): Candidate {
  const { name, staffNumber, unitId, unitName, branch } = factsOfRecord(record.events).header;
  return { id: personId, name, staffNumber, unitId, unitName, branch, duty: 'partTime', position: '' };
}
