import { compare } from '../../compare.ts';
import type { BankDecision, BankEntry, EntryRef } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';
import { foldText } from '../text.ts';
import { problemsOf } from '../work/problems.ts';
import { askedBy, findClashes, type Asked } from './clashes.ts';
import { decisionId } from './decisions.ts';
import { differencesOf } from './figures.ts';
import { likeness } from './grams.ts';
import { pairTexts, type FoundPair, type Places } from './pairs.ts';
import { mostOfAKind, type CheckProblem, type CheckReport, type PlacedEntry } from './report.ts';
import { supersededIn } from './superseded.ts';

/** Share of the work after which all texts are compared with all. */
const comparingFrom = 0.1;

interface Checked {
  readonly ref: EntryRef;
  readonly kept: boolean;
  readonly question: Question;
  /** What it asks, folded: stem and options, in an order that does not depend on where they stand. */
  readonly text: string;
}

/**
 * Looks at all questions of a bank that are kept or wait in an import. Entries are added in any order and in pieces, then
 * `finish` compares them, a stretch of work at a time: a worker can tell how far it is and stops when it is told to.
 */
export class BankCheck {
  readonly #bankId: string;
  readonly #decisions: ReadonlyMap<string, BankDecision>;
  readonly #checked: Checked[] = [];
  readonly #single: CheckProblem[] = [];

  constructor(bankId: string, decisions: readonly BankDecision[]) {
    this.#bankId = bankId;
    this.#decisions = new Map(decisions.map((decision) => [decision.id, decision]));
  }

  add(entries: readonly PlacedEntry[]): void {
    for (const { ref, entry } of entries) {
      if (!isChecked(entry)) continue;
      const { question, state } = entry;
      this.#checked.push({ ref, kept: state === 'kept', question, text: textOf(question) });
      this.#single.push(...this.#lookAt(ref, entry), ...this.#documents(ref, question));
    }
  }

  /** What keeps the bank from being published; it needs no comparing of all with all. */
  blocking(): readonly CheckProblem[] {
    const entries = this.#inOrder();
    return [...this.#clashes(entries), ...this.#single, ...repeatedIds(entries)].filter(({ blocks }) => blocks);
  }

  /** Yields how much is done, 0 to 1. */
  *finish(): Generator<number, CheckReport> {
    const entries = this.#inOrder();
    const clashes = this.#clashes(entries);
    yield comparingFrom;
    const steps = pairTexts(entries.map(({ text }) => text));
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield comparingFrom + (1 - comparingFrom) * step.value;
    const { duplicates, similar, complete } = step.value;
    const clashing = new Set(clashes.map(keyOf));
    const problems = [
      ...clashes,
      ...duplicates.map((found) => this.#duplicate(entries, found)).toSorted(mostAlikeFirst),
      ...similar.map((pair) => this.#similar(entries, pair)),
      ...this.#single.toSorted(byEntry),
      ...repeatedIds(entries),
    ].filter((problem) => problem.kind === 'contradiction' || !clashing.has(keyOf(problem)));
    return report(entries.length, problems, complete);
  }

  #inOrder(): readonly Checked[] {
    return this.#checked.toSorted((one, other) => compare(one.ref.id, other.ref.id));
  }

  #clashes(entries: readonly Checked[]): CheckProblem[] {
    const asked = entries.flatMap(({ question }, at): Asked[] => askedBy(question, at));
    return findClashes(asked).map((pair) => this.#clash(entries, pair));
  }

  #lookAt(ref: EntryRef, entry: BankEntry): CheckProblem[] {
    return problemsOf(entry).map((finding) => {
      const blocks = finding.severity === 'error' && entry.state === 'kept' && !entry.findings.includes(finding);
      return { kind: 'finding', entry: ref, finding, decided: null, blocks };
    });
  }

  #documents(ref: EntryRef, { stem, basis }: Question): CheckProblem[] {
    const decided = this.#decision('document-still-valid', ref, ref);
    return supersededIn(`${stem}\n${basis}`).map((mention) => ({ kind: 'document', entry: ref, ...mention, decided, blocks: false }));
  }

  #clash(entries: readonly Checked[], pair: Places): CheckProblem {
    const [one, other] = ofPair(entries, pair);
    const decided = this.#decision('not-contradiction', one.ref, other.ref);
    const blocks = !decided && one.kept && other.kept;
    return { kind: 'contradiction', pair: [one.ref, other.ref], similarity: likeness(one.text, other.text), decided, blocks };
  }

  #duplicate(entries: readonly Checked[], { pair, similarity }: FoundPair): CheckProblem {
    const [one, other] = ofPair(entries, pair);
    const decided = this.#decision('not-duplicate', one.ref, other.ref);
    return { kind: 'duplicate', pair: [one.ref, other.ref], similarity, decided, blocks: false };
  }

  #similar(entries: readonly Checked[], pair: Places): CheckProblem {
    const [one, other] = ofPair(entries, pair);
    const decided = this.#decision('not-duplicate', one.ref, other.ref);
    return { kind: 'similar', pair: [one.ref, other.ref], differences: differencesOf(one.text, other.text), decided, blocks: false };
  }

  #decision(kind: BankDecision['kind'], one: EntryRef, other: EntryRef): BankDecision | null {
    return this.#decisions.get(decisionId(this.#bankId, kind, one.id, other.id)) ?? null;
  }
}

/** What keeps questions from being published: contradictions that nobody decided, answers that cannot be, ids that two have. */
export function publishable(bankId: string, entries: readonly PlacedEntry[], decisions: readonly BankDecision[]): readonly CheckProblem[] {
  const check = new BankCheck(bankId, decisions);
  check.add(entries.filter(({ entry }) => entry.state === 'kept'));
  return check.blocking();
}

/** A proposed change is the same question as the entry that it would change; what is withdrawn troubles nobody. */
function isChecked(entry: BankEntry): entry is BankEntry & { readonly question: Question } {
  return entry.question !== null && entry.matches === null && entry.state !== 'withdrawn';
}

function textOf(question: Question): string {
  const options = 'options' in question ? question.options.map(foldText).toSorted() : [];
  const parts = question.type === 'case' ? question.parts.map(textOf) : [];
  return [foldText(question.stem), ...options, ...parts].join('\n');
}

function repeatedIds(entries: readonly Checked[]): CheckProblem[] {
  const groups = [...Map.groupBy(entries, ({ question }) => question.id).values()];
  return groups.flatMap(([, ...others]) =>
    others.map(({ ref, question, kept }): CheckProblem => {
      const finding = { severity: 'error', code: 'id-repeated', message: `题目编码 ${question.id} 重复。` } as const;
      return { kind: 'finding', entry: ref, finding, decided: null, blocks: kept };
    }),
  );
}

function report(checked: number, problems: readonly CheckProblem[], complete: boolean): CheckReport {
  const listed = [...Map.groupBy(problems, ({ kind }) => kind).values()].flatMap((group) => blockingFirst(group).slice(0, mostOfAKind));
  const blocking = problems.filter(({ blocks }) => blocks).length;
  return { checked, problems: listed, blocking, left: problems.length - listed.length, complete };
}

const blockingFirst = (problems: readonly CheckProblem[]): CheckProblem[] => [
  ...problems.filter(({ blocks }) => blocks),
  ...problems.filter(({ blocks }) => !blocks),
];

function ofPair(entries: readonly Checked[], [one, other]: Places): readonly [Checked, Checked] {
  const pair = [entries[one], entries[other]] as const;
  if (!pair[0] || !pair[1]) throw new Error(`no entries ${one} and ${other}`);
  return [pair[0], pair[1]];
}

function mostAlikeFirst(one: CheckProblem, other: CheckProblem): number {
  if (!('similarity' in one) || !('similarity' in other)) return 0;
  return other.similarity - one.similarity || compare(one.pair.map(idOf).join('/'), other.pair.map(idOf).join('/'));
}

const byEntry = (one: CheckProblem, other: CheckProblem): number =>
  'entry' in one && 'entry' in other ? compare(one.entry.id, other.entry.id) : 0;

/** Tells pairs apart; '' for what is about one entry. */
const keyOf = (problem: CheckProblem): string => ('pair' in problem ? problem.pair.map(idOf).toSorted().join('/') : '');
const idOf = ({ id }: EntryRef): string => id;
