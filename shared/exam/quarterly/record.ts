import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../bank/changes.ts';
import type { Paper } from '../../model/exam.ts';
import type { ExamEvent, Happening, RecordHeader } from '../../model/exam-record.ts';
import type { Answer } from '../../model/question.ts';

/** What is to be written behind the last entry. Instants and intervals are milliseconds. */
export interface NextEvent {
  readonly attemptId: string;
  /** Wall clock since 1970. */
  readonly at: number;
  readonly elapsedMs: number;
  readonly happening: Happening;
}

/** The next entry of a record (答题记录), chained to the last one; null begins a record. The time used never goes back. */
export function appendEvent(last: ExamEvent | null, { attemptId, at, elapsedMs, happening }: NextEvent): ExamEvent {
  const n = last === null ? 0 : last.n + 1;
  const used = Math.max(Math.round(elapsedMs), last?.elapsedMs ?? 0);
  const entry = { attemptId, n, previous: last?.hash ?? '', at, elapsedMs: used, happening };
  return { id: `${attemptId}:${n}`, ...entry, hash: hashOf(entry) };
}

/** Several at once, in their order. */
export function appendEvents(last: ExamEvent | null, next: readonly NextEvent[]): ExamEvent[] {
  const events: ExamEvent[] = [];
  for (const one of next) events.push(appendEvent(events.at(-1) ?? last, one));
  return events;
}

/** `head` is the hash of the last entry; `n` the first entry that is not what the chain says, counted as they lie there. */
export type RecordCheck =
  | { readonly ok: true; readonly head: string; readonly complete: boolean }
  | { readonly ok: false; readonly n: number };

/**
 * Checks that nothing in a record was changed, dropped, swapped or put in. What was cut off the end is not wrong by itself:
 * the record is then not complete, and a signature over its whole length no longer holds.
 */
export function checkRecord(events: readonly ExamEvent[]): RecordCheck {
  const head = events.at(-1);
  if (!head) return { ok: false, n: 0 };
  const bad = events.findIndex((event, n) => !follows(event, n, events));
  return bad < 0 ? { ok: true, head: head.hash, complete: head.happening.kind === 'handedIn' } : { ok: false, n: bad };
}

function follows(event: ExamEvent, n: number, events: readonly ExamEvent[]): boolean {
  const before = events[n - 1] ?? null;
  const { id, hash, ...entry } = event;
  const attemptId = events[0]?.attemptId ?? '';
  if (entry.n !== n || entry.attemptId !== attemptId || id !== `${attemptId}:${n}`) return false;
  if (entry.previous !== (before?.hash ?? '') || hash !== hashOf(entry)) return false;
  if (before && (before.happening.kind === 'handedIn' || event.elapsedMs < before.elapsedMs)) return false;
  return n === 0 ? event.happening.kind === 'begun' && event.happening.header.attemptId === attemptId : event.happening.kind !== 'begun';
}

/** The last answer to each question that was answered; one that was taken back is not among them. */
export function answersOfRecord(events: readonly ExamEvent[]): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const { happening } of events) {
    if (happening.kind !== 'answered') continue;
    if (happening.answer) answers.set(happening.questionId, happening.answer);
    else answers.delete(happening.questionId);
  }
  return answers;
}

/** What a record says of how it came about. Milliseconds. */
export interface RecordFacts {
  readonly header: RecordHeader;
  readonly startedAt: number;
  /** Null where it was not handed in. */
  readonly handedInAt: number | null;
  readonly endedBy: 'person' | 'time' | null;
  /** How often the window lost the focus (切屏), and for how long together as far as it came back. */
  readonly timesAway: number;
  readonly awayMs: number;
  readonly jumps: number;
  readonly resumes: number;
  readonly elapsedMs: number;
}

/** Throws on a record that does not begin with its header: check it first. */
export function factsOfRecord(events: readonly ExamEvent[]): RecordFacts {
  const [first] = events;
  const last = events.at(-1);
  if (first?.happening.kind !== 'begun' || !last) throw new Error('a record begins with its header');
  const count = (kind: Happening['kind']): number => events.filter(({ happening }) => happening.kind === kind).length;
  const ending = last.happening.kind === 'handedIn' ? last.happening : null;
  return {
    header: first.happening.header,
    startedAt: first.at,
    handedInAt: ending ? last.at : null,
    endedBy: ending?.endedBy ?? null,
    timesAway: count('left'),
    awayMs: events.reduce((sum, { happening }) => sum + (happening.kind === 'returned' ? happening.awayMs : 0), 0),
    jumps: count('jumped'),
    resumes: count('resumed'),
    elapsedMs: last.elapsedMs,
  };
}

/** What the installation signs: it holds the length of the record and its last hash, so that nothing can be cut off. */
export const signedText = (attemptId: string, events: readonly ExamEvent[]): string =>
  `sanxun exam record\n${attemptId}\n${events.length}\n${events.at(-1)?.hash ?? ''}\n`;

/** Hex SHA-256 of a paper's canonical JSON: which paper was sat. */
export const paperHash = (paper: Paper): string => sha256Hex(canonicalJson(paper));

/** The whole entry but its id, which says nothing more. */
const hashOf = (entry: Omit<ExamEvent, 'id' | 'hash'>): string => sha256Hex(canonicalJson(entry));

const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
