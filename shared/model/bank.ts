import type { Draft, Finding, ImportFormat, Accounted, Problem } from '../bank/imported.ts';
import type { Field } from '../bank/columns.ts';
import type { Question } from './question.ts';

/** Work of the bureau: a question bank in the making. Versions of it are published as a package. */
export interface Bank {
  readonly id: string;
  /** Name of the package it is published as: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly createdAt: number;
  readonly archived: boolean;
  /** What was published last, or null. */
  readonly published: { readonly version: number; readonly at: number; readonly fingerprint: string } | null;
  /** Kept in step with its blocks, so that a list of banks reads no block. */
  readonly counts: BankCounts;
}

/** How many entries a bank has, each counted once. */
export interface BankCounts {
  readonly kept: number;
  readonly withdrawn: number;
  /** Questions that wait in an import. */
  readonly staged: number;
  /** Rows that wait in an import and are no question yet. */
  readonly refused: number;
}

/** Work: a run of entries of one bank. A hundred thousand questions are two thousand rows and not a hundred thousand. */
export interface BankBlock {
  readonly id: string;
  readonly bankId: string;
  /** Order among the blocks of the bank. */
  readonly place: number;
  /** At most `entriesPerBlock`. */
  readonly entries: readonly BankEntry[];
}

export const entriesPerBlock = 50;

/** One question of a bank, or a row of an import that is to become one. */
export interface BankEntry {
  /** Id of the question; it never changes. */
  readonly id: string;
  /** Null for a row that could not be read yet. */
  readonly question: Question | null;
  /** What was understood of a row that is no question yet; null once there is one. */
  readonly draft: Draft | null;
  /** `staged` waits in its import · `kept` belongs to the bank · `withdrawn` was taken out of it; its place and history stay. */
  readonly state: 'staged' | 'kept' | 'withdrawn';
  /** Where it came from; null for a question written here. */
  readonly origin: EntryOrigin | null;
  /** What the importer noticed and a look at the question alone does not show. */
  readonly findings: readonly Finding[];
  /** 分值 as the source gave it. */
  readonly score: number | null;
  /** Of a staged question that the bank has already in another form: id of the entry that accepting it changes. Else null. */
  readonly matches: string | null;
}

/** Where an entry stands. Entries never move to another block. */
export interface EntryRef {
  readonly id: string;
  readonly blockId: string;
}

export interface EntryOrigin {
  readonly batchId: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly lastRow: number;
}

/** Work: what one step of a person did to a bank; undo takes back the whole of it. */
export interface BankStep {
  readonly id: string;
  readonly bankId: string;
  readonly what: BankStepKind;
  readonly at: number;
  readonly personId: string;
  /** How many entries it changed. */
  readonly count: number;
  /** Id of the step that this one takes back, or ''. */
  readonly undoes: string;
}

export const bankStepKinds = ['add', 'replace', 'accept', 'drop', 'edit', 'mend', 'label', 'withdraw', 'restore', 'merge', 'undo'] as const;
/**
 * `replace`: an error workbook brought refused rows back · `label`: section, topic or difficulty of many · `merge`: of
 * duplicates one stays.
 */
export type BankStepKind = (typeof bankStepKinds)[number];

/** Work: what a step did to the entries of one block. The history of a question is what the changes of its block say about it. */
export interface BankChange {
  readonly id: string;
  readonly bankId: string;
  readonly blockId: string;
  readonly stepId: string;
  readonly entries: readonly EntryChange[];
}

/**
 * Null before: the entry was added. Null after: it was removed (a staged row that was dropped). Otherwise the fields that
 * differ, each as it was and as it became.
 */
export interface EntryChange {
  readonly id: string;
  /** Position in its block. */
  readonly place: number;
  readonly before: EntryFields | null;
  readonly after: EntryFields | null;
}

/**
 * Some fields of an entry. A question that carries its id stands for the whole question; one without it is the fields
 * of the question that differ: a new section for ten thousand questions is no ten thousand questions.
 */
export type EntryFields = Partial<Omit<BankEntry, 'id' | 'question'>> & { readonly question?: QuestionFields | null };
export type QuestionFields = Question | { readonly [field: string]: unknown; readonly id?: never };

/** Work: one file that was read into a bank. */
export interface BankBatch {
  readonly id: string;
  readonly bankId: string;
  readonly file: string;
  readonly format: ImportFormat;
  /** Hex SHA-256 of the file; main keeps a copy under this name, so that the source can be shown beside the questions. */
  readonly sha256: string;
  /** How the file was asked to be read (section, encoding, columns), as canonical JSON: the same file read the same way brings nothing new. */
  readonly readAs: string;
  readonly at: number;
  /** False while its entries are being written: a batch that stays so was interrupted, and can be dropped. */
  readonly complete: boolean;
  /** `staged` as long as some of its entries wait. */
  readonly state: 'staged' | 'accepted' | 'dropped';
  readonly accounted: Accounted;
  /** Entries of the reading that the bank had already, word for word: they were not staged. */
  readonly unchanged: number;
  /** Entries of an error workbook that took the place of the refused row from which they came. */
  readonly replaced: number;
  /** Places of the first and last block that hold its entries; null where it brought none. */
  readonly places: readonly [number, number] | null;
  /** Problems of the file as a whole or of rows that are no entries. */
  readonly problems: readonly Problem[];
}

/** Work: what a person decided about a pair, or one entry, that the checks put before them. */
export interface BankDecision {
  /** `<bankId>/<kind>/<smaller entry id>/<larger entry id>`; where it is about one entry, both are that one. */
  readonly id: string;
  readonly bankId: string;
  readonly kind: 'not-duplicate' | 'not-contradiction' | 'document-still-valid';
  /** Why; may be ''. */
  readonly reason: string;
  readonly at: number;
}

/** Work: how the columns of one sender's workbooks are meant. */
export interface ColumnMapping {
  readonly id: string;
  /** Who sends such files, as the clerk calls them. */
  readonly sender: string;
  /** Folded titles of the header row joined by '|': a workbook with the same header is read the same way. */
  readonly header: string;
  /** By column (0-based): what it holds. `option:0` is A; '' is not read. */
  readonly columns: readonly MappedColumn[];
  readonly at: number;
}

/** `flag:0` says whether option A is right. */
export type MappedColumn = Field | `option:${number}` | `answer:${number}` | `flag:${number}` | '';

/** The header of one sheet as it was found, and how its columns are meant. */
export interface SheetHeader {
  readonly sheet: string | null;
  /** 1-based row of the header; 0 where the sheet has none. */
  readonly row: number;
  readonly titles: readonly string[];
  readonly columns: readonly MappedColumn[];
}

/** 纠错单. Work: written at a branch; at the bureau it stands beside its question and is answered there. */
export interface Correction {
  readonly id: string;
  readonly questionId: string;
  /** Name and version of the package in which the question was met. */
  readonly package: string;
  readonly version: number;
  /** The stem as it was then. */
  readonly stem: string;
  readonly text: string;
  /** Absent in one from before ids were kept, and in one that came to the bureau. */
  readonly personId?: string;
  readonly personName: string;
  readonly unitName: string;
  readonly at: number;
  /** Null until the bureau answers. */
  readonly reply: CorrectionReply | null;
}

export interface CorrectionReply {
  readonly outcome: 'accepted' | 'declined';
  readonly text: string;
  readonly at: number;
}

/** Answers to 纠错单 in one package; the oldest make room for new ones. */
export const mostReplies = 2_000;

/** The bureau's answer to a 纠错单, as it goes out with a version of the bank. */
export interface PublishedReply extends CorrectionReply {
  readonly correctionId: string;
  readonly questionId: string;
}
